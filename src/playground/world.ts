import type { Json, User } from "./wire.ts";

const permission = {
  administrator: 1n << 3n,
  addReactions: 1n << 6n,
  viewChannel: 1n << 10n,
  sendMessages: 1n << 11n,
  manageMessages: 1n << 13n,
  embedLinks: 1n << 14n,
  attachFiles: 1n << 15n,
  readHistory: 1n << 16n,
  useCommands: 1n << 31n,
  moderateMembers: 1n << 40n,
};

const EVERYONE =
  permission.addReactions |
  permission.viewChannel |
  permission.sendMessages |
  permission.embedLinks |
  permission.attachFiles |
  permission.readHistory |
  permission.useCommands;
const HELPER = EVERYONE | permission.manageMessages | permission.moderateMembers;
// What Discord sends for an administrator: every bit that exists.
const ADMIN = (1n << 53n) - 1n;

export type PersonKey = "member" | "helper" | "admin";

/** Somebody who can use the bot here; `permissions` holds in every channel of the server. */
export type Person = {
  readonly key: PersonKey;
  readonly user: User;
  readonly permissions: bigint;
  readonly roleIds: readonly string[];
};

/** A place to talk; a direct message has `recipientId`, a channel of the server has not. */
export type Place = {
  readonly id: string;
  readonly name: string;
  readonly topic: string;
  readonly recipientId: string | null;
};

export type Role = { readonly id: string; readonly name: string; readonly color: number; readonly permissions: bigint };

const GUILD_ID = "1100000000000000001";
const HELPER_ROLE_ID = "1100000000000000011";
const ADMIN_ROLE_ID = "1100000000000000012";

/** The one server of the local Discord with its people, roles and channels; the same ids at every start. */
export const world = {
  guild: { id: GUILD_ID, name: "The Lifting Room", locale: "en-US" },
  application: { id: "1100000000000000002", name: "Spotter" },
  bot: createUser("1100000000000000002", "Spotter", true),
  roles: [
    { id: GUILD_ID, name: "@everyone", color: 0, permissions: EVERYONE },
    { id: HELPER_ROLE_ID, name: "Helper", color: 0x2ecc71, permissions: HELPER },
    { id: ADMIN_ROLE_ID, name: "Admin", color: 0xe67e22, permissions: ADMIN },
  ] satisfies Role[],
  people: [
    { key: "member", user: createUser("1100000000000000021", "Member"), permissions: EVERYONE, roleIds: [] },
    {
      key: "helper",
      user: createUser("1100000000000000022", "Helper"),
      permissions: HELPER,
      roleIds: [HELPER_ROLE_ID],
    },
    { key: "admin", user: createUser("1100000000000000023", "Admin"), permissions: ADMIN, roleIds: [ADMIN_ROLE_ID] },
  ] satisfies Person[],
  places: [
    { id: "1100000000000000031", name: "general", topic: "Training talk of every kind", recipientId: null },
    { id: "1100000000000000032", name: "deadlift-help", topic: "Questions about the pull", recipientId: null },
    { id: "1100000000000000041", name: "Spotter", topic: "Direct message", recipientId: "1100000000000000021" },
    { id: "1100000000000000042", name: "Spotter", topic: "Direct message", recipientId: "1100000000000000022" },
    { id: "1100000000000000043", name: "Spotter", topic: "Direct message", recipientId: "1100000000000000023" },
  ] satisfies Place[],
};

export type World = typeof world;

/** Permissions that a bot has which was invited with none of its own: those of everyone. */
export const defaultAppPermissions = EVERYONE;

/** Gets a person by key or id. */
export function getPerson(keyOrId: string): Person {
  const person = world.people.find(({ key, user }) => key === keyOrId || user.id === keyOrId);
  if (person === undefined) throw new Error(`nobody here is called ${keyOrId}`);
  return person;
}

/** Finds a place by id; null when there is none. */
export function findPlace(id: string): Place | null {
  return world.places.find((place) => place.id === id) ?? null;
}

/** Gets a place by id, by the name of a channel, or by "dm" for the person's own direct message. */
export function getPlace(nameOrId: string, personId: string): Place {
  const place =
    nameOrId === "dm"
      ? world.places.find(({ recipientId }) => recipientId === personId)
      : (findPlace(nameOrId) ??
        world.places.find(({ name, recipientId }) => name === nameOrId && recipientId === null));
  if (place === undefined) throw new Error(`there is no channel ${nameOrId}`);
  return place;
}

/** Writes a person as the member of the server that Discord sends along. */
export function toMember(person: Person): Json {
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
    permissions: person.permissions.toString(),
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
    guild_id: GUILD_ID,
    name: place.name,
    topic: place.topic,
    position: world.places.indexOf(place as (typeof world.places)[number]),
    parent_id: null,
    nsfw: false,
    rate_limit_per_user: 0,
    flags: 0,
    permission_overwrites: [],
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

function createUser(id: string, name: string, isBot = false): User {
  const user = { id, username: name.toLowerCase(), discriminator: "0", global_name: isBot ? null : name, avatar: null };
  return isBot ? { ...user, username: name, bot: true } : user;
}
