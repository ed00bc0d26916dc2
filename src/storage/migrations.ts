import type { Kysely } from "kysely";
import { type Migration, Migrator } from "kysely/migration";
import { createSettings } from "./migrations/001-settings.ts";
import { createCounts } from "./migrations/002-counts.ts";
import { createReminders } from "./migrations/003-reminders.ts";
import type { Tables } from "./tables.ts";

/**
 * The steps that make a database what it is, oldest first. A step that was released never changes: whoever needs
 * another table adds a step, and a file of that version to tests/storage/versions.
 */
const MIGRATIONS: Readonly<Record<string, Migration>> = {
  "001-settings": { up: createSettings },
  "002-counts": { up: createCounts },
  "003-reminders": { up: createReminders },
};

/** The names of all versions, oldest first. */
export const VERSIONS: readonly string[] = Object.keys(MIGRATIONS);

/** The database was made by a Spotter that knows more steps than this one. */
export class NewerDatabase extends Error {
  override readonly name = "NewerDatabase";
}

/**
 * Brings a database to the newest version, all steps or none.
 *
 * @throws NewerDatabase where it is ahead of this program.
 */
export async function migrate(db: Kysely<Tables>, upTo = VERSIONS.at(-1) ?? ""): Promise<void> {
  await db.transaction().execute(async (transaction) => {
    const provider = { getMigrations: async () => ({ ...MIGRATIONS }) };
    const migrator = new Migrator({ db: transaction, provider });
    const { error } = await migrator.migrateTo(upTo);
    if (error instanceof Error && error.message.startsWith("corrupted migrations")) {
      throw new NewerDatabase(error.message);
    }
    if (error !== undefined) throw error;
  });
}
