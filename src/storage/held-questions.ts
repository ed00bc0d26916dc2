const HELD_MS = 24 * 3_600_000;
const MOST_A_SERVER = 200;
const MOST_SERVERS = 2_000;
const ALIKE = 0.6;
// Words that say nothing about what is asked.
const EMPTY = new Set(
  "a an the is are am was be do does did i my me you your we it its this that of to in on at for with and or but if when how what why should can could would will any some".split(
    " ",
  ),
);

/** A question of the last 24 hours that only its asker is known to ask; it stands in memory alone. */
export type HeldQuestion = { readonly userId: string; readonly question: string; readonly at: Date };

/** Holds questions until a second person asks much the same. */
export class HeldQuestions {
  readonly #byServer = new Map<string, HeldQuestion[]>();

  /**
   * Holds a question. Where somebody else asked much the same in the last 24 hours, that one is let go and returned:
   * the shorter wording of the two.
   */
  hold(guildId: string, asked: HeldQuestion): string | null {
    const held = this.#current(guildId, asked.at);
    const twin = held.find((one) => one.userId !== asked.userId && isMuchTheSame(one.question, asked.question));
    const rest = held.filter(
      (one) => one !== twin && !(one.userId === asked.userId && one.question === asked.question),
    );
    this.#byServer.delete(guildId);
    if (twin === undefined) this.#byServer.set(guildId, [...rest, asked].slice(-MOST_A_SERVER));
    else if (rest.length > 0) this.#byServer.set(guildId, rest);
    this.#forgetOldest();
    if (twin === undefined) return null;
    return twin.question.length <= asked.question.length ? twin.question : asked.question;
  }

  /** What is held of a person's. */
  of(userId: string, now: Date): readonly (HeldQuestion & { readonly guildId: string })[] {
    return [...this.#byServer.keys()].flatMap((guildId) =>
      this.#current(guildId, now)
        .filter((one) => one.userId === userId)
        .map((one) => ({ ...one, guildId })),
    );
  }

  forgetPerson(userId: string): void {
    for (const [guildId, held] of this.#byServer) {
      this.#byServer.set(
        guildId,
        held.filter((one) => one.userId !== userId),
      );
    }
  }

  forgetServer(guildId: string): void {
    this.#byServer.delete(guildId);
  }

  /** Lets go of everything older than 24 hours. */
  removeOld(now: Date): void {
    for (const guildId of [...this.#byServer.keys()]) {
      const held = this.#current(guildId, now);
      if (held.length === 0) this.#byServer.delete(guildId);
      else this.#byServer.set(guildId, held);
    }
  }

  #current(guildId: string, now: Date): HeldQuestion[] {
    const held = this.#byServer.get(guildId) ?? [];
    return held.filter(({ at }) => Math.abs(now.getTime() - at.getTime()) < HELD_MS);
  }

  #forgetOldest(): void {
    const [oldest] = this.#byServer.keys();
    if (this.#byServer.size > MOST_SERVERS && oldest !== undefined) this.#byServer.delete(oldest);
  }
}

/**
 * Tells whether two questions ask much the same: most of the words that say something are in both.
 * "how wide should I grip on rows" and "grip width for rows?" are not, "how wide to grip rows" is.
 */
export function isMuchTheSame(one: string, other: string): boolean {
  const [first, second] = [wordsOf(one), wordsOf(other)];
  const shared = [...first].filter((word) => second.has(word)).length;
  return shared > 0 && shared / (first.size + second.size - shared) >= ALIKE;
}

function wordsOf(question: string): Set<string> {
  const words = question.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
  return new Set(words.filter((word) => !EMPTY.has(word)).map((word) => word.replace(/(?<=\p{L}{3})s$/u, "")));
}
