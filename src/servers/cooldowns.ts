import { RecentlyUsed } from "#src/storage/recently-used.ts";
import type { Answerable, LastAnswer } from "./house-rules.ts";

const REMEMBERED = 10_000;

// When it was given and not how long it holds: staff may change the cooldown at any time.
type Answered = { readonly messageId: string; readonly at: Date };

/** Who got which answer a moment ago: one a person, channel and command, in memory alone. */
export class Cooldowns {
  readonly #last = new RecentlyUsed<string, Answered>(REMEMBERED);
  readonly #keys = new RecentlyUsed<string, string>(REMEMBERED);

  /** The answer that a person has to make do with under a cooldown of this length; null where they may ask. */
  find(request: Answerable, cooldownSeconds: number): LastAnswer | null {
    const last = this.#last.get(keyOf(request));
    if (last === undefined) return null;
    const askAgainAt = new Date(last.at.getTime() + cooldownSeconds * 1000);
    return askAgainAt > request.now ? { messageId: last.messageId, askAgainAt } : null;
  }

  /** Notes a public answer. */
  note(request: Answerable, messageId: string): void {
    const key = keyOf(request);
    this.#last.set(key, { messageId, at: request.now });
    this.#keys.set(messageId, key);
  }

  /** Forgets an answer that was removed: nobody is to make do with what is gone. */
  forget(messageId: string): void {
    const key = this.#keys.get(messageId);
    if (key !== undefined && this.#last.get(key)?.messageId === messageId) this.#last.delete(key);
    this.#keys.delete(messageId);
  }
}

function keyOf({ guildId, channelId, user, command }: Answerable): string {
  return [guildId, channelId, user.id, command].join(":");
}
