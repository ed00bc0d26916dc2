import type { APIButtonComponentWithCustomId, APIMessageTopLevelComponent } from "discord-api-types/v10";
import type { Reply } from "#src/discord/reply.ts";
import type { BaseRequest } from "#src/discord/request.ts";
import { UserError } from "#src/errors.ts";
import { type AnswerVisibility, DEFAULT_SETTINGS, type GuildSettings } from "#src/storage/guild-settings.ts";
import { button } from "./button.ts";
import { buttonIds } from "./button-ids.ts";

export type Visibility = "public" | "private";

/** What the server of an interaction asks of every answer; the defaults where there is none. */
export type House = {
  readonly settings: GuildSettings;
  /** Who may see an answer here; `member` leaves it to whoever asks. */
  readonly visibility: AnswerVisibility;
};

/** Where no server has a say: in direct messages, and where only the person has installed the bot. */
export const NO_HOUSE: House = { settings: DEFAULT_SETTINGS, visibility: "member" };

/** Where an answer stands and whose it is; every button below it carries the owner. */
export type Place = {
  readonly command: string;
  readonly visibility: Visibility;
  readonly ownerId: string;
  /** A private answer can be shown to others only where there are others, and where the server wants it. */
  readonly canShow: boolean;
  /** Who put the answer up for its owner; they may remove it too. */
  readonly postedById?: string;
};

/** What "Show in channel" must know to make the answer again; null where it must stay private. */
export type ShowAgain = { readonly action: string; readonly state: string } | null;

const REMOVE = "remove";
const MANAGE_MESSAGES = 1n << 13n;
const ADMINISTRATOR = 1n << 3n;

/** The place of an answer to this request, owned by whoever made it. */
export function placeFor(request: BaseRequest, command: string, visibility: Visibility, house: House): Place {
  const canShow = request.context === "guild" && house.visibility !== "private";
  return { command, visibility, ownerId: request.user.id, canShow };
}

/** Who may see a new answer, of which somebody wished that it be public or private. */
export function visibilityHere(wished: Visibility, { visibility }: House): Visibility {
  return visibility === "private" ? "private" : wished;
}

/** "Remove" under a public answer, "Show in channel" under a private one in a server. */
export function placeButtons(place: Place, showAgain: ShowAgain): APIButtonComponentWithCustomId[] {
  const { command, ownerId, postedById = "" } = place;
  if (place.visibility === "public") {
    return [button({ label: "Remove" }, { command, action: REMOVE, ownerId, state: postedById })];
  }
  if (showAgain === null || !place.canShow) return [];
  return [button({ label: "Show in channel" }, { command, ownerId, ...showAgain })];
}

/**
 * Removes the clicked answer for the person it concerns, for whoever put it up for them, and for whoever may delete
 * messages in that channel.
 *
 * @throws UserError for anybody else.
 */
export function removal(request: BaseRequest & { readonly ownerId: string | null; readonly state: string }): Reply {
  const mayDelete = (request.memberPermissions & (MANAGE_MESSAGES | ADMINISTRATOR)) !== 0n;
  if ([request.ownerId, request.state].includes(request.user.id) || mayDelete) return { kind: "removal" };
  throw new UserError("Only the person who asked, or a moderator of this channel, can remove this answer.");
}

/** Who put up a clicked answer for its owner, as its "Remove" says; null where the owner asked for it. */
export function posterOf(components: readonly APIMessageTopLevelComponent[]): string | null {
  return buttonIds(components).find(({ action }) => action === REMOVE)?.state || null;
}

/**
 * Lets the owner of a private answer show it to the channel.
 *
 * @throws UserError for anybody else, and where the server keeps such answers private.
 */
export function refuseToShow(request: BaseRequest & { readonly ownerId: string | null }, house: House): void {
  refuseStrangers(request);
  if (house.visibility === "private") throw new UserError("In this channel, these answers stay private.");
}

/** Refuses whoever does not own the clicked answer. */
export function refuseStrangers(request: BaseRequest & { readonly ownerId: string | null }): void {
  if (request.user.id !== request.ownerId) throw new UserError("Only the person who asked can do this.");
}
