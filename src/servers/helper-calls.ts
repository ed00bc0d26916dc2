import { CALLS_AGAIN_AFTER_MINUTES } from "#src/replies/helper-line.ts";
import { RecentlyUsed } from "#src/storage/recently-used.ts";
import type { Answerable } from "./house-rules.ts";

const REMEMBERED = 10_000;
const MINUTE_MS = 60_000;
const CALLED_FOR_MS = CALLS_AGAIN_AFTER_MINUTES * MINUTE_MS;
// As long as an answer may take to go out; one that never does must not keep the next from calling.
const CLAIMED_FOR_MS = MINUTE_MS;

/** For whom the helper role was called a moment ago: one a person, channel and role, in memory alone. */
export class HelperCalls {
  readonly #until = new RecentlyUsed<string, number>(REMEMBERED);

  /** Whether an answer may call the role; if so, no other one may until this one is out. */
  claim(request: Answerable, roleId: string): boolean {
    if ((this.#until.get(keyOf(request, roleId)) ?? 0) > request.now.getTime()) return false;
    this.#hold(request, roleId, CLAIMED_FOR_MS);
    return true;
  }

  /** Notes a call that is out. */
  note(request: Answerable, roleId: string): void {
    this.#hold(request, roleId, CALLED_FOR_MS);
  }

  #hold(request: Answerable, roleId: string, ms: number): void {
    this.#until.set(keyOf(request, roleId), request.now.getTime() + ms);
  }
}

function keyOf({ guildId, channelId, user }: Answerable, roleId: string): string {
  return [guildId, channelId, user.id, roleId].join(":");
}
