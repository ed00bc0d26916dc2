import { randomBytes } from "node:crypto";
import type { Json } from "./wire.ts";
import { botPermissionsIn, getPerson, getPlace, type Person, type Place, permissionsIn, world } from "./world.ts";
import { toChannel, toMember } from "./world-objects.ts";

const [GUILD, BOT_DM, PRIVATE_CHANNEL] = [0, 1, 2];

/** Who does something, and where; the default is the member in the first channel. */
export type Actor = {
  /** A person's key or id. */
  readonly user?: string;
  /** A channel's name or id, or "dm" for the person's direct message with the bot. */
  readonly channel?: string;
  readonly locale?: string;
  /** What the person may do, where it should differ from what they usually may. */
  readonly permissions?: bigint;
  readonly appPermissions?: bigint;
  /** True where only the person has the app: in a server that has not invited it, or between people. */
  readonly isUserInstalled?: boolean;
};

export type Scene = { readonly person: Person; readonly place: Place; readonly actor: Actor };

/** Resolves an actor to a person and a place. */
export function setScene(actor: Actor): Scene {
  const person = getPerson(actor.user ?? "member");
  return { person, place: getPlace(actor.channel ?? "general", person.user.id), actor };
}

/** The fields that every interaction carries; absent things are absent, never null. */
export function baseInteraction(scene: Scene, id: string): Omit<Json, "id"> & BaseFields {
  const { person, place, actor } = scene;
  const permissions = actor.permissions ?? permissionsIn(place, person);
  const isDirect = place.recipientId !== null;
  return {
    id,
    application_id: world.application.id,
    token: randomBytes(60).toString("base64url"),
    version: 1,
    channel_id: place.id,
    locale: actor.locale ?? "en-US",
    app_permissions: (actor.appPermissions ?? botPermissionsIn(place)).toString(),
    entitlements: [],
    entitlement_sku_ids: [],
    attachment_size_limit: 10_485_760,
    context: isDirect ? (actor.isUserInstalled ? PRIVATE_CHANNEL : BOT_DM) : GUILD,
    authorizing_integration_owners: actor.isUserInstalled
      ? { "1": person.user.id }
      : { "0": isDirect ? "0" : world.guild.id },
    ...(isDirect
      ? { user: person.user, channel: toChannel(place) }
      : {
          guild_id: world.guild.id,
          guild_locale: world.guild.locale,
          guild: { id: world.guild.id, locale: world.guild.locale, features: [] },
          channel: { ...toChannel(place), permissions: permissions.toString() },
          member: toMember(person, permissions),
        }),
  };
}

type BaseFields = { id: string; token: string; application_id: string; channel_id: string };
