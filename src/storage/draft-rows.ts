import type { Kysely, Transaction } from "kysely";
import type { Doing } from "./doing.ts";
import { DEFAULT_SETTINGS, type OwnWording, readWording } from "./guild-settings.ts";
import type { Draft } from "./guild-settings-store.ts";
import type { Tables } from "./tables.ts";

const KEPT_VERSIONS = 50;
const KEPT_MS = 14 * 86_400_000;

/** A draft and the wording that was in force when it was begun. */
export type BegunDraft = { readonly draft: Draft; readonly base: OwnWording };

/** The last moment at which a draft that is now too old was edited. */
export function draftsTooOld(now: Date): number {
  return now.getTime() - KEPT_MS;
}

/** A server's draft; null where there is none or it ran out. */
export async function findDraft(db: Kysely<Tables>, guildId: string, now: Date): Promise<BegunDraft | null> {
  const versions = db
    .selectFrom("draft_versions")
    .select(["revision", "changed_at", "changed_by", "wording"])
    .where("guild_id", "=", guildId)
    .limit(1);
  const newest = await versions.orderBy("revision", "desc").executeTakeFirst();
  const first = await versions.orderBy("revision", "asc").executeTakeFirst();
  if (newest === undefined || first === undefined || newest.changed_at <= draftsTooOld(now)) return null;
  return {
    base: wordingOf(first.wording),
    draft: {
      revision: newest.revision,
      wording: wordingOf(newest.wording),
      at: new Date(newest.changed_at),
      by: newest.changed_by,
      expiresAt: new Date(newest.changed_at + KEPT_MS),
    },
  };
}

/** A version of the draft; null where it is no longer kept. */
export async function wordingAt(db: Kysely<Tables>, guildId: string, revision: number): Promise<OwnWording | null> {
  const row = await db
    .selectFrom("draft_versions")
    .select("wording")
    .where("guild_id", "=", guildId)
    .where("revision", "=", revision)
    .executeTakeFirst();
  return row === undefined ? null : wordingOf(row.wording);
}

type Version = Doing & { readonly guildId: string; readonly wording: OwnWording };

/** Begins a draft with the wording in force as its first version, which is nobody's. */
export async function beginDraft(transaction: Transaction<Tables>, version: Version, inForce: OwnWording) {
  await deleteDraft(transaction, version.guildId);
  await insertVersion(transaction, { ...version, wording: inForce, by: null });
}

/** Adds a version to the draft. */
export async function addVersion(transaction: Transaction<Tables>, version: Version): Promise<void> {
  const revision = await insertVersion(transaction, version);
  const first = await transaction
    .selectFrom("draft_versions")
    .select((builder) => builder.fn.min("revision").as("revision"))
    .where("guild_id", "=", version.guildId)
    .executeTakeFirstOrThrow();
  await transaction
    .deleteFrom("draft_versions")
    .where("guild_id", "=", version.guildId)
    .where("revision", "<=", revision - KEPT_VERSIONS)
    .where("revision", "!=", first.revision)
    .execute();
}

export async function deleteDraft(transaction: Transaction<Tables>, guildId: string): Promise<void> {
  await transaction.deleteFrom("draft_versions").where("guild_id", "=", guildId).execute();
}

async function insertVersion(
  transaction: Transaction<Tables>,
  { guildId, wording, at, by }: Omit<Version, "by"> & { readonly by: string | null },
): Promise<number> {
  const { draft_revision: revision } = await transaction
    .insertInto("guild_settings")
    .values({ guild_id: guildId, revision: 0, document: JSON.stringify(DEFAULT_SETTINGS), draft_revision: 1 })
    .onConflict((conflict) =>
      conflict
        .column("guild_id")
        .doUpdateSet((builder) => ({ draft_revision: builder("guild_settings.draft_revision", "+", 1) })),
    )
    .returning("draft_revision")
    .executeTakeFirstOrThrow();
  await transaction
    .insertInto("draft_versions")
    .values({
      guild_id: guildId,
      revision,
      changed_at: at.getTime(),
      changed_by: by,
      wording: JSON.stringify(wording),
    })
    .execute();
  return revision;
}

/** What does not fit any more, after an update, says nothing. */
function wordingOf(document: string): OwnWording {
  return readWording(JSON.parse(document)) ?? DEFAULT_SETTINGS.wording;
}
