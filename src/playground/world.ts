import { ALL_PERMISSIONS, type Overwrite, permission, permissionsWith } from "./permissions.ts";
import type { User } from "./wire.ts";

const EVERYONE =
  permission.addReactions |
  permission.viewChannel |
  permission.sendMessages |
  permission.embedLinks |
  permission.attachFiles |
  permission.readHistory |
  permission.useCommands;
const HELPER = EVERYONE | permission.manageMessages | permission.moderateMembers;
const IN_DIRECT_MESSAGE = EVERYONE | permission.pinMessages;

export type PersonKey = "member" | "helper" | "admin";

/** Somebody who can use the bot here; `permissions` are those of the whole server, before a channel changes them. */
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
  readonly overwrites: readonly Overwrite[];
};

export type Role = { readonly id: string; readonly name: string; readonly color: number; readonly permissions: bigint };

const GUILD_ID = "1100000000000000001";
const BOT_ID = "1100000000000000002";
const HELPER_ROLE_ID = "1100000000000000011";
const ADMIN_ROLE_ID = "1100000000000000012";
const MEMBER_ID = "1100000000000000021";
const HELPER_ID = "1100000000000000022";
const ADMIN_ID = "1100000000000000023";

/** The one server of the local Discord with its people, roles and channels; the same ids at every start. */
export const world = {
  guild: { id: GUILD_ID, name: "The Lifting Room", locale: "en-US", ownerId: ADMIN_ID },
  application: { id: BOT_ID, name: "Spotter" },
  bot: createUser(BOT_ID, "Spotter", true),
  roles: [
    { id: GUILD_ID, name: "@everyone", color: 0, permissions: EVERYONE },
    { id: HELPER_ROLE_ID, name: "Helper", color: 0x2ecc71, permissions: HELPER },
    { id: ADMIN_ROLE_ID, name: "Admin", color: 0xe67e22, permissions: ALL_PERMISSIONS },
  ] satisfies Role[],
  people: [
    { key: "member", user: createUser(MEMBER_ID, "Member"), permissions: EVERYONE, roleIds: [] },
    { key: "helper", user: createUser(HELPER_ID, "Helper"), permissions: HELPER, roleIds: [HELPER_ROLE_ID] },
    { key: "admin", user: createUser(ADMIN_ID, "Admin"), permissions: ALL_PERMISSIONS, roleIds: [ADMIN_ROLE_ID] },
  ] satisfies Person[],
  places: [
    createChannel("1100000000000000031", "general", "Training talk of every kind"),
    createChannel("1100000000000000032", "deadlift-help", "Questions about the pull", [
      { id: HELPER_ROLE_ID, type: 0, allow: permission.pinMessages, deny: 0n },
    ]),
    createChannel("1100000000000000033", "staff-room", "Helpers and admins only", [
      { id: GUILD_ID, type: 0, allow: 0n, deny: permission.viewChannel },
      { id: HELPER_ROLE_ID, type: 0, allow: permission.viewChannel, deny: 0n },
      { id: BOT_ID, type: 1, allow: permission.viewChannel, deny: 0n },
    ]),
    createDirectMessage("1100000000000000041", MEMBER_ID),
    createDirectMessage("1100000000000000042", HELPER_ID),
    createDirectMessage("1100000000000000043", ADMIN_ID),
  ],
};

export type World = typeof world;

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

/** What a person may do in a place; in somebody else's direct message that is nothing. */
export function permissionsIn(place: Place, { user, permissions, roleIds }: Person): bigint {
  if (place.recipientId !== null) return place.recipientId === user.id ? IN_DIRECT_MESSAGE : 0n;
  return permissionsWith(permissions, place.overwrites, { userId: user.id, roleIds, guildId: GUILD_ID });
}

/** What the bot may do in a place: it was invited with no permission of its own, so in the server those of everyone. */
export function botPermissionsIn(place: Place): bigint {
  if (place.recipientId !== null) return IN_DIRECT_MESSAGE;
  return permissionsWith(EVERYONE, place.overwrites, { userId: BOT_ID, roleIds: [], guildId: GUILD_ID });
}

/** Tells whether a person sees a place. */
export function canView(place: Place, person: Person): boolean {
  return (permissionsIn(place, person) & permission.viewChannel) !== 0n;
}

function createUser(id: string, name: string, isBot = false): User {
  const user = { id, username: name.toLowerCase(), discriminator: "0", global_name: isBot ? null : name, avatar: null };
  return isBot ? { ...user, username: name, bot: true } : user;
}

function createChannel(id: string, name: string, topic: string, overwrites: readonly Overwrite[] = []): Place {
  return { id, name, topic, recipientId: null, overwrites };
}

function createDirectMessage(id: string, recipientId: string): Place {
  return { id, name: "Spotter", topic: "Direct message", recipientId, overwrites: [] };
}
