import { RecentlyUsed } from "#src/storage/recently-used.ts";
import type { Answerable, LastAnswer } from "./house-rules.ts";

const REMEMBERED = 10_000;

/** Who got which answer a moment ago: one a person, channel and command, in memory alone. */
export class Cooldowns {
  readonly #last = new RecentlyUsed<string, LastAnswer>(REMEMBERED);
  readonly #keys = new RecentlyUsed<string, string>(REMEMBERED);

  /** The answer that a person has to make do with for now; null where they may ask. */
  find(request: Answerable): LastAnswer | null {
    const last = this.#last.get(keyOf(request));
    return last !== undefined && last.askAgainAt > request.now ? last : null;
  }

  /** Notes a public answer. */
  note(request: Answerable, messageId: string, cooldownSeconds: number): void {
    const askAgainAt = new Date(request.now.getTime() + cooldownSeconds * 1000);
    const key = keyOf(request);
    this.#last.set(key, { messageId, askAgainAt });
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
