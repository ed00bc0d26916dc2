import { join } from "node:path";
import { Kysely } from "kysely";
import { type Access, createAccess, type ProblemReport } from "./access.ts";
import { createCountStore } from "./counts.ts";
import { createGuildSettingsStore } from "./create-guild-settings-store.ts";
import { DATABASE_FILE } from "./database-file.ts";
import { createDegradedStorage } from "./degraded-storage.ts";
import { HeldQuestions } from "./held-questions.ts";
import { migrate, NewerDatabase } from "./migrations.ts";
import { createPersonalDataStore } from "./personal-data.ts";
import { createReminderStore } from "./reminders.ts";
import { removeOld } from "./remove-old.ts";
import { createServerStore } from "./servers.ts";
import { DamagedFile, emptyLog, openForWork, type SqliteConnection, waitBriefly } from "./sqlite-connection.ts";
import { createSqliteDialect } from "./sqlite-dialect.ts";
import type { Storage } from "./storage.ts";
import type { Tables } from "./tables.ts";
import { createUnansweredQuestionStore } from "./unanswered-questions.ts";

type Options = {
  readonly folder: string;
  readonly report: ProblemReport;
  /** How long the uses of commands are gathered before they are counted together, in milliseconds. */
  readonly gatherUsesMs?: number;
};

/**
 * Opens the database in the data folder, creating or updating it where needed. Never fails: a file that cannot be
 * used stays as it is, is reported with what to do, and the storage is a degraded one.
 */
export async function openStorage({ folder, report, gatherUsesMs = 0 }: Options): Promise<Storage> {
  const file = join(folder, DATABASE_FILE);
  let db: Kysely<Tables> | null = null;
  try {
    const connection = openForWork(file);
    db = new Kysely<Tables>({ dialect: createSqliteDialect(connection) });
    await migrate(db);
    waitBriefly(connection);
    return createStorage(db, connection, { report, gatherUsesMs });
  } catch (error) {
    await db?.destroy();
    const problem = whatToDo(error);
    report(`${problem} The file is ${file}. Until then nothing is saved, and everybody gets the defaults.`, error);
    return createDegradedStorage(problem);
  }
}

function createStorage(
  db: Kysely<Tables>,
  connection: SqliteConnection,
  { report, gatherUsesMs }: Required<Omit<Options, "folder">>,
): Storage {
  const access = createAccess(db, report);
  const held = new HeldQuestions();
  const { store: settings, forget } = createGuildSettingsStore({
    access,
    report,
    onQuestionsOff: (guildId) => held.forgetServer(guildId),
  });
  const counts = createCountStore({ access, report, gatherMs: gatherUsesMs });
  const forgetServer = (guildId: string) => {
    forget(guildId);
    held.forgetServer(guildId);
  };
  return {
    settings,
    counts: counts.store,
    questions: createUnansweredQuestionStore({ access, held, getSettings: settings.get }),
    reminders: createReminderStore(access),
    servers: createServerStore(access, forgetServer),
    personalData: createPersonalDataStore({ access, held, emptyLog: () => emptyLog(connection) }),
    health: () => checkHealth(access),
    async removeOld(now) {
      held.removeOld(now);
      await removeOld(access, now);
      // Also what an erasure could not empty because somebody was reading.
      await access.alone(() => emptyLog(connection));
    },
    async close() {
      await counts.flush();
      await access.idle();
      await db.destroy();
    },
  };
}

async function checkHealth({ read }: Access): ReturnType<Storage["health"]> {
  try {
    await read((db) => db.selectFrom("guild_settings").select("guild_id").limit(1).execute(), 500);
    return { kind: "ready" };
  } catch (error) {
    return { kind: "degraded", problem: error instanceof Error ? error.message : "The database cannot be read." };
  }
}

function whatToDo(error: unknown): string {
  if (error instanceof NewerDatabase) {
    return "The database was made by a newer Spotter: start that version, or restore a backup of this one with `npm run restore`.";
  }
  const code = error instanceof Error && "code" in error ? String(error.code) : "";
  if (error instanceof DamagedFile || /^SQLITE_(CORRUPT|NOTADB)/.test(code)) {
    return "The database is damaged: stop the bot, restore the last backup with `npm run restore`, and start it again.";
  }
  if (/^SQLITE_(BUSY|LOCKED)/.test(code)) {
    return "Another program keeps the database locked: end it, and start the bot again.";
  }
  if (/^SQLITE_FULL/.test(code)) return "The disk is full: make room, and start the bot again.";
  if (/^(SQLITE_(CANTOPEN|READONLY|PERM|IOERR)|EACCES|EPERM|EROFS)/.test(code)) {
    return `The database cannot be opened (${code}): see to it that the bot may read and write its data folder, and start it again.`;
  }
  return "The database cannot be used for a reason that is not known; the log has the details.";
}
