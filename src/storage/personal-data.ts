import type { Access } from "./access.ts";
import type { HeldQuestions } from "./held-questions.ts";
import type { Change } from "./settings-changes.ts";
import { listHistory } from "./settings-rows.ts";

const TRIES = 40;
const TRY_AGAIN_AFTER_MS = 50;

/** What is kept about one person. */
export type PersonalDataStore = {
  /** Everything, ready to be written as JSON. */
  show(userId: string, now: Date): Promise<PersonalData>;
  /**
   * Deletes everything at once: rows, free pages and write-ahead log. What the person changed as staff stays, made by
   * "former staff". Resolves with false where another program still reads the log: it is emptied as soon as that ends.
   */
  erase(userId: string): Promise<boolean>;
};

/** Times are ISO 8601. */
export type PersonalData = {
  readonly userId: string;
  readonly reminder: { readonly dueAt: string } | null;
  /** Changes made as staff. */
  readonly changes: readonly PersonalChange[];
  readonly drafts: readonly { readonly guildId: string; readonly editedAt: string }[];
  /** Asked in the last 24 hours, held in memory and nowhere else. */
  readonly heldQuestions: readonly { readonly guildId: string; readonly question: string; readonly askedAt: string }[];
};

type PersonalChange = {
  readonly guildId: string;
  readonly revision: number;
  readonly at: string;
  readonly source: string;
  readonly changes: readonly Change[];
};

type Parts = {
  readonly access: Access;
  readonly held: HeldQuestions;
  /** Empties the write-ahead log; false where somebody still reads it. */
  readonly emptyLog: () => boolean;
};

/** Creates the store of what is kept about people. */
export function createPersonalDataStore({ access, held, emptyLog }: Parts): PersonalDataStore {
  const { read, write } = access;

  async function listChanges(userId: string): Promise<readonly PersonalChange[]> {
    return read(async (db) => {
      const rows = await db
        .selectFrom("settings_history")
        .select(["guild_id", "revision"])
        .where("changed_by", "=", userId)
        .orderBy("guild_id")
        .orderBy("revision")
        .execute();
      const changes: PersonalChange[] = [];
      for (const { guild_id: guildId, revision } of rows) {
        const [entry] = await listHistory(db, guildId, { limit: 1, before: revision + 1 });
        if (entry === undefined) continue;
        changes.push({
          guildId,
          revision,
          at: entry.at.toISOString(),
          source: entry.source,
          changes: entry.changes,
        });
      }
      return changes;
    });
  }

  return {
    async show(userId, now) {
      const reminder = await read((db) =>
        db.selectFrom("reminders").select("due_at").where("user_id", "=", userId).executeTakeFirst(),
      );
      const drafts = await read((db) =>
        db
          .selectFrom("draft_versions")
          .select(["guild_id", "changed_at"])
          .where("changed_by", "=", userId)
          .orderBy("changed_at")
          .execute(),
      );
      return {
        userId,
        reminder: reminder === undefined ? null : { dueAt: new Date(reminder.due_at).toISOString() },
        changes: await listChanges(userId),
        drafts: drafts.map((row) => ({ guildId: row.guild_id, editedAt: new Date(row.changed_at).toISOString() })),
        heldQuestions: held
          .of(userId, now)
          .map(({ guildId, question, at }) => ({ guildId, question, askedAt: at.toISOString() })),
      };
    },

    async erase(userId) {
      held.forgetPerson(userId);
      await write(async (transaction) => {
        const nobody = { changed_by: null };
        await transaction.deleteFrom("reminders").where("user_id", "=", userId).execute();
        await transaction.updateTable("settings_history").set(nobody).where("changed_by", "=", userId).execute();
        await transaction.updateTable("draft_versions").set(nobody).where("changed_by", "=", userId).execute();
      });
      for (let tries = 1; tries <= TRIES; tries++) {
        if (await access.alone(emptyLog)) return true;
        await new Promise((resolve) => setTimeout(resolve, TRY_AGAIN_AFTER_MS));
      }
      return false;
    },
  };
}
