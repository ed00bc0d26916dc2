import type { Json, User } from "./wire.ts";
import { botPermissionsIn, getPerson, type Person, type Place, type Role, world } from "./world.ts";

/** Writes a person as the member of the server that Discord sends along; absent permissions are left out. */
export function toMember(person: Pick<Person, "user" | "roleIds">, permissions?: bigint): Json & { user: User } {
  return {
    user: person.user,
    nick: null,
    avatar: null,
    banner: null,
    roles: person.roleIds,
    joined_at: "2025-01-01T00:00:00.000000+00:00",
    premium_since: null,
    communication_disabled_until: null,
    deaf: false,
    mute: false,
    pending: false,
    flags: 0,
    ...(permissions === undefined ? {} : { permissions: permissions.toString() }),
  };
}

/** Writes a place as Discord's channel object. */
export function toChannel(place: Place): Json {
  if (place.recipientId !== null) {
    return { id: place.id, type: 1, flags: 0, recipients: [getPerson(place.recipientId).user] };
  }
  return {
    id: place.id,
    type: 0,
    guild_id: world.guild.id,
    name: place.name,
    topic: place.topic,
    position: world.places.indexOf(place),
    parent_id: null,
    nsfw: false,
    rate_limit_per_user: 0,
    flags: 0,
    permission_overwrites: place.overwrites.map(({ id, type, allow, deny }) => ({
      id,
      type,
      allow: allow.toString(),
      deny: deny.toString(),
    })),
  };
}

/** Writes a role as Discord's role object. */
export function toRole(role: Role): Json {
  return {
    id: role.id,
    name: role.name,
    color: role.color,
    colors: { primary_color: role.color, secondary_color: null, tertiary_color: null },
    hoist: false,
    icon: null,
    unicode_emoji: null,
    position: world.roles.indexOf(role as (typeof world.roles)[number]),
    permissions: role.permissions.toString(),
    managed: false,
    mentionable: false,
    flags: 0,
  };
}

/** Writes the server as it stands in the list of those that the bot is in. */
export function toListedGuild(): Json {
  const [general] = world.places;
  return {
    id: world.guild.id,
    name: world.guild.name,
    icon: null,
    banner: null,
    owner: false,
    permissions: general === undefined ? "0" : botPermissionsIn(general).toString(),
    features: [],
    approximate_member_count: world.people.length + 1,
    approximate_presence_count: world.people.length + 1,
  };
}
