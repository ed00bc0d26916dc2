import { randomBytes } from "node:crypto";
import { type Access, ignoreFailure } from "./access.ts";
import type { GuildSettings } from "./guild-settings.ts";
import { markHandled } from "./handled.ts";
import { type HeldQuestions, isMuchTheSame } from "./held-questions.ts";
import { seeServer } from "./servers.ts";

const LONGEST_QUESTION = 200;
const MOST_A_SERVER = 200;

/** Questions that nothing answered, for the staff of servers that want to know; kept 90 days, without any id. */
export type UnansweredQuestionStore = {
  /**
   * Holds a question in memory for 24 hours, and keeps it only when a second person asks much the same. Does nothing
   * where the server did not ask for it, or the reader saw any sign or symptom in it, and leaves it undone where it cannot be kept.
   */
  note(asked: AskedQuestion): Promise<void>;
  /** The most asked first. */
  list(guildId: string): Promise<readonly UnansweredQuestion[]>;
  /** Null where it is gone. */
  find(guildId: string, id: string): Promise<UnansweredQuestion | null>;
  /** False where it was gone already. */
  remove(guildId: string, id: string): Promise<boolean>;
};

export type AskedQuestion = {
  readonly guildId: string;
  readonly userId: string;
  readonly interactionId: string;
  readonly question: string;
  /** Whether the reader saw any sign or symptom in it: such a text is never kept. */
  readonly sawSymptom: boolean;
  readonly at: Date;
};

export type UnansweredQuestion = {
  readonly id: string;
  readonly question: string;
  /** By how many askings after it was first kept, the two that made it kept included. */
  readonly times: number;
  readonly lastAskedAt: Date;
};

type Parts = {
  readonly access: Access;
  readonly held: HeldQuestions;
  readonly getSettings: (guildId: string) => Promise<GuildSettings>;
};

/** Creates the unanswered questions' store. */
export function createUnansweredQuestionStore({ access, held, getSettings }: Parts): UnansweredQuestionStore {
  const { read, write } = access;

  async function list(guildId: string): Promise<readonly UnansweredQuestion[]> {
    const rows = await read((db) =>
      db
        .selectFrom("unanswered_questions")
        .select(["id", "question", "times", "last_asked_at"])
        .where("guild_id", "=", guildId)
        .orderBy("times", "desc")
        .orderBy("last_asked_at", "desc")
        .execute(),
    );
    return rows.map(({ last_asked_at, ...row }) => ({ ...row, lastAskedAt: new Date(last_asked_at) }));
  }

  /** Counts one more asking of a kept question, or keeps it. */
  async function keep(
    { guildId, interactionId, at }: AskedQuestion,
    known: UnansweredQuestion | string,
  ): Promise<void> {
    await write(async (transaction) => {
      if (!(await markHandled(transaction, { interactionId, effect: "question", at }))) return;
      if (typeof known !== "string") {
        await transaction
          .updateTable("unanswered_questions")
          .set((builder) => ({ times: builder("times", "+", 1), last_asked_at: at.getTime() }))
          .where("id", "=", known.id)
          .execute();
        return;
      }
      await seeServer(transaction, guildId, at);
      const times = { first_kept_at: at.getTime(), last_asked_at: at.getTime(), times: 2 };
      const id = randomBytes(6).toString("hex");
      await transaction
        .insertInto("unanswered_questions")
        .values({ id, guild_id: guildId, question: known, ...times })
        .execute();
    });
  }

  async function note(asked: AskedQuestion): Promise<void> {
    const { guildId, userId, at } = asked;
    const question = asked.question.replace(/\s+/g, " ").trim();
    if (asked.sawSymptom || question.length > LONGEST_QUESTION || pointsToSomebody(question)) return;
    if (!(await getSettings(guildId)).questionStatistics) return;
    const kept = await list(guildId);
    const known = kept.find((one) => isMuchTheSame(one.question, question));
    if (known !== undefined) return keep(asked, known);
    const agreed = held.hold(guildId, { userId, question, at });
    if (agreed !== null && kept.length < MOST_A_SERVER) await keep(asked, agreed);
  }

  return {
    note: (asked) => note(asked).catch(ignoreFailure),
    list,
    find: async (guildId, id) => (await list(guildId)).find((one) => one.id === id) ?? null,
    async remove(guildId, id) {
      const { numDeletedRows } = await write((transaction) =>
        transaction
          .deleteFrom("unanswered_questions")
          .where("guild_id", "=", guildId)
          .where("id", "=", id)
          .executeTakeFirst(),
      );
      return numDeletedRows > 0n;
    },
  };
}

/** Mentions, addresses, mail and long numbers can tell who is meant. */
function pointsToSomebody(question: string): boolean {
  return /@|<[#:a]|:\/\/|\bwww\.|\d{5}/i.test(question);
}
