import type { Transaction } from "kysely";
import type { Access } from "./access.ts";
import { addVersion, type BegunDraft, beginDraft, deleteDraft, findDraft, wordingAt } from "./draft-rows.ts";
import { checkWording, readWording } from "./guild-settings.ts";
import type { DraftOutcome, DraftWrite, GuildSettingsStore } from "./guild-settings-store.ts";
import { markHandled, wasHandled } from "./handled.ts";
import { seeServer } from "./servers.ts";
import { findChanges } from "./settings-changes.ts";
import { describeClash } from "./settings-clash.ts";
import { currentSettings } from "./settings-rows.ts";
import type { Tables } from "./tables.ts";

/** Creates the part of the settings' store that edits drafts. */
export function createDraftEditor({ write }: Access): Pick<GuildSettingsStore, "saveDraft" | "discardDraft"> {
  return {
    async saveDraft(given) {
      const version = { ...given, wording: checkWording(given.wording) };
      return write((transaction) => saveVersion(transaction, version));
    },

    discardDraft: (guildId, draftRevision) =>
      write(async (transaction) => {
        const newest = await transaction
          .selectFrom("draft_versions")
          .select((builder) => builder.fn.max("revision").as("revision"))
          .where("guild_id", "=", guildId)
          .executeTakeFirst();
        if (newest?.revision !== draftRevision) return false;
        await deleteDraft(transaction, guildId);
        return true;
      }),
  };
}

async function saveVersion(transaction: Transaction<Tables>, version: DraftWrite): Promise<DraftOutcome> {
  const { guildId, draftRevision, wording, at } = version;
  const begun = await findDraft(transaction, guildId, at);
  const mark = { ...version, effect: "draft" } as const;
  if (await wasHandled(transaction, mark)) {
    return begun === null ? { kind: "unchanged", draft: null } : { kind: "saved", draft: begun.draft, repeated: true };
  }
  if ((begun?.draft.revision ?? 0) !== draftRevision) return refuseStale(transaction, version, begun);
  const inForce = begun?.draft.wording ?? (await currentSettings(transaction, guildId)).settings.wording;
  if (findChanges(inForce, wording).length === 0) return { kind: "unchanged", draft: begun?.draft ?? null };
  await seeServer(transaction, guildId, at);
  if (begun === null) await beginDraft(transaction, version, inForce);
  await addVersion(transaction, version);
  await markHandled(transaction, mark);
  const saved = await findDraft(transaction, guildId, at);
  if (saved === null) throw new Error("A draft that was just saved is not there");
  return { kind: "saved", draft: saved.draft, repeated: false };
}

/** Tells what others changed in the draft since the version that this one was made from. */
async function refuseStale(
  transaction: Transaction<Tables>,
  { guildId, draftRevision, wording }: DraftWrite,
  begun: BegunDraft | null,
): Promise<DraftOutcome> {
  if (begun === null) {
    // Its versions went with it, so nobody knows any more what was whose: all of it is told, nothing put together.
    const { settings } = await currentSettings(transaction, guildId);
    const yours = findChanges(settings.wording, wording);
    return { kind: "stale", current: null, meanwhile: [], yours, overlapping: yours, merged: null };
  }
  const base = (await wordingAt(transaction, guildId, draftRevision)) ?? begun.base;
  const current = begun.draft.wording;
  return {
    kind: "stale",
    current: begun.draft,
    meanwhile: findChanges(base, current),
    ...describeClash({ base, mine: wording, current }, readWording),
  };
}
