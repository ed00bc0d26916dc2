import type { Kysely, Transaction } from "kysely";
import type { Doing } from "./doing.ts";
import { DEFAULT_SETTINGS, type GuildSettings, readSettings } from "./guild-settings.ts";
import type { ChangeSource, HistoryEntry, VersionedSettings } from "./guild-settings-store.ts";
import { findChanges } from "./settings-changes.ts";
import type { Tables } from "./tables.ts";

const KEPT_CHANGES = 1_000;

/** The settings in force; a document that cannot be read counts as the defaults. */
export async function currentSettings(db: Kysely<Tables>, guildId: string): Promise<VersionedSettings> {
  const row = await db
    .selectFrom("guild_settings")
    .select(["revision", "document"])
    .where("guild_id", "=", guildId)
    .executeTakeFirst();
  if (row === undefined) return { revision: 0, settings: DEFAULT_SETTINGS };
  return { revision: row.revision, settings: readDocument(row.document) };
}

/** The settings as a change left them, 0 for before the first; null where that is no longer kept. */
export async function settingsAt(db: Kysely<Tables>, guildId: string, revision: number): Promise<GuildSettings | null> {
  if (revision === 0) return DEFAULT_SETTINGS;
  const row = await db
    .selectFrom("settings_history")
    .select("document")
    .where("guild_id", "=", guildId)
    .where("revision", "=", revision)
    .executeTakeFirst();
  return row === undefined ? null : readDocument(row.document);
}

/** The change that an interaction made, if it made one. */
export async function changeBy(
  db: Kysely<Tables>,
  guildId: string,
  interactionId: string,
): Promise<HistoryEntry | null> {
  const row = await db
    .selectFrom("settings_history")
    .select("revision")
    .where("guild_id", "=", guildId)
    .where("interaction_id", "=", interactionId)
    .executeTakeFirst();
  if (row === undefined) return null;
  const [entry] = await listHistory(db, guildId, { limit: 1, before: row.revision + 1 });
  return entry ?? null;
}

/** Changes with what they changed, newest first. */
export async function listHistory(
  db: Kysely<Tables>,
  guildId: string,
  { limit, before }: { readonly limit: number; readonly before?: number },
): Promise<readonly HistoryEntry[]> {
  const rows = await db
    .selectFrom("settings_history")
    .select(["revision", "changed_at", "changed_by", "source", "document"])
    .where("guild_id", "=", guildId)
    .$if(before !== undefined, (query) => query.where("revision", "<", before ?? 0))
    .orderBy("revision", "desc")
    // One more, to see what the last of them changed.
    .limit(limit + 1)
    .execute();
  return rows.slice(0, limit).flatMap((row, index) => {
    const older = rows[index + 1];
    if (older === undefined && row.revision !== 1) return [];
    const earlier = older === undefined ? DEFAULT_SETTINGS : readDocument(older.document);
    return [
      {
        revision: row.revision,
        at: new Date(row.changed_at),
        by: row.changed_by,
        source: row.source as ChangeSource,
        changes: findChanges(earlier, readDocument(row.document)),
      },
    ];
  });
}

type NewSettings = Doing & {
  readonly guildId: string;
  readonly revision: number;
  readonly settings: GuildSettings;
  readonly source: ChangeSource;
};

/** Puts settings in force and into the history. */
export async function writeSettings(transaction: Transaction<Tables>, change: NewSettings): Promise<void> {
  const { guildId, revision, settings, source, by, at, interactionId } = change;
  const inForce = { revision, document: JSON.stringify(settings) };
  await transaction
    .insertInto("guild_settings")
    .values({ guild_id: guildId, draft_revision: 0, ...inForce })
    .onConflict((conflict) => conflict.column("guild_id").doUpdateSet(inForce))
    .execute();
  await transaction
    .insertInto("settings_history")
    .values({
      guild_id: guildId,
      interaction_id: interactionId,
      changed_at: at.getTime(),
      changed_by: by,
      source,
      ...inForce,
    })
    .execute();
  await transaction
    .deleteFrom("settings_history")
    .where("guild_id", "=", guildId)
    .where("revision", "<=", revision - KEPT_CHANGES)
    .execute();
}

/** Nothing but checked settings is ever written, so what does not fit any more says nothing: it is as if never set. */
function readDocument(document: string): GuildSettings {
  try {
    return readSettings(JSON.parse(document)) ?? DEFAULT_SETTINGS;
  } catch (error) {
    if (error instanceof SyntaxError) return DEFAULT_SETTINGS;
    throw error;
  }
}
