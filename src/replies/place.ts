import type { APIButtonComponentWithCustomId } from "discord-api-types/v10";
import type { Reply } from "#src/discord/reply.ts";
import type { BaseRequest } from "#src/discord/request.ts";
import { UserError } from "#src/errors.ts";
import { button } from "./button.ts";

export type Visibility = "public" | "private";

/** Where an answer stands and whose it is; every button below it carries the owner. */
export type Place = {
  readonly command: string;
  readonly visibility: Visibility;
  readonly ownerId: string;
  /** A private answer can be shown to others only where there are others. */
  readonly inGuild: boolean;
};

/** What "Show in channel" must know to make the answer again; null where it must stay private. */
export type ShowAgain = { readonly action: string; readonly state: string } | null;

const MANAGE_MESSAGES = 1n << 13n;
const ADMINISTRATOR = 1n << 3n;

/** The place of an answer to this request, owned by whoever made it. */
export function placeFor(request: BaseRequest, command: string, visibility: Visibility): Place {
  return { command, visibility, ownerId: request.user.id, inGuild: request.context === "guild" };
}

/** "Remove" under a public answer, "Show in channel" under a private one in a server. */
export function placeButtons(place: Place, showAgain: ShowAgain): APIButtonComponentWithCustomId[] {
  const { command, ownerId } = place;
  if (place.visibility === "public") {
    return [button({ label: "Remove" }, { command, action: "remove", ownerId, state: "" })];
  }
  if (showAgain === null || !place.inGuild) return [];
  return [button({ label: "Show in channel" }, { command, ownerId, ...showAgain })];
}

/**
 * Removes the clicked answer for the person it concerns, or for whoever may delete messages in that channel.
 *
 * @throws UserError for anybody else.
 */
export function removal(request: BaseRequest & { readonly ownerId: string | null }): Reply {
  const mayDelete = (request.memberPermissions & (MANAGE_MESSAGES | ADMINISTRATOR)) !== 0n;
  if (request.user.id === request.ownerId || mayDelete) return { kind: "removal" };
  throw new UserError("Only the person who asked, or a moderator of this channel, can remove this answer.");
}

/** Refuses whoever does not own the clicked answer. */
export function refuseStrangers(request: BaseRequest & { readonly ownerId: string | null }): void {
  if (request.user.id !== request.ownerId) throw new UserError("Only the person who asked can do this.");
}
