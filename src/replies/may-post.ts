import type { BaseRequest } from "#src/discord/request.ts";
import type { House } from "./place.ts";

const ADMINISTRATOR = 1n << 3n;
const SEND_MESSAGES = 1n << 11n;
const SEND_MESSAGES_IN_THREADS = 1n << 38n;
const USE_EXTERNAL_APPS = 1n << 50n;

/** Why the person must not answer for everybody in this place; null where they may. */
export function whyNotPost(request: BaseRequest, { visibility }: Pick<House, "visibility">): string | null {
  if (visibility === "private") {
    return "This server wants no such answers in this channel, so I can't post this here.";
  }
  const { context, memberPermissions, inThread, onlyUserInstalled } = request;
  // Outside a server there are no permissions: whoever is in a direct message may write there.
  if (context !== "guild" || has(memberPermissions, ADMINISTRATOR)) return null;
  if (!has(memberPermissions, inThread ? SEND_MESSAGES_IN_THREADS : SEND_MESSAGES)) {
    return `You can't write in this ${inThread ? "thread" : "channel"}, so I can't post this for you.`;
  }
  if (onlyUserInstalled && !has(memberPermissions, USE_EXTERNAL_APPS)) {
    return "I'm not a member of this server, and it doesn't let apps from outside post for everybody.";
  }
  return null;
}

function has(permissions: bigint, wanted: bigint): boolean {
  return (permissions & wanted) !== 0n;
}
