import type { Transaction } from "kysely";
import { UserError } from "#src/errors.ts";
import type { Access, ProblemReport } from "./access.ts";
import type { Doing } from "./doing.ts";
import { createDraftEditor } from "./draft-editor.ts";
import { deleteDraft, findDraft } from "./draft-rows.ts";
import {
  checkSettings,
  DEFAULT_SETTINGS,
  type GuildSettings,
  type OwnWording,
  readSettings,
  readWording,
} from "./guild-settings.ts";
import type {
  ChangeSource,
  GuildSettingsStore,
  PublishOutcome,
  SaveOutcome,
  VersionedSettings,
} from "./guild-settings-store.ts";
import { RecentlyUsed } from "./recently-used.ts";
import { seeServer } from "./servers.ts";
import { findChanges, mergeChanges } from "./settings-changes.ts";
import { describeClash } from "./settings-clash.ts";
import { changeBy, currentSettings, listHistory, settingsAt, writeSettings } from "./settings-rows.ts";
import type { Tables } from "./tables.ts";

const REMEMBERED_SERVERS = 10_000;
// Answers go out with default wording rather than late.
const GET_GIVES_UP_AFTER_MS = 250;
const MOST_TOLD = 25;

type Wanted<Outcome> = { readonly settings: GuildSettings } | Outcome;
type Parts = {
  readonly access: Access;
  readonly report: ProblemReport;
  /** Called when a server stops keeping questions without an answer. */
  readonly onQuestionsOff: (guildId: string) => void;
};

/** Creates the settings' store; `forget` drops a server from memory after its rows went another way. */
export function createGuildSettingsStore({ access, report, onQuestionsOff }: Parts): {
  readonly store: GuildSettingsStore;
  readonly forget: (guildId: string) => void;
} {
  const { read, write } = access;
  const memory = new RecentlyUsed<string, Promise<GuildSettings>>(REMEMBERED_SERVERS);

  function get(guildId: string): Promise<GuildSettings> {
    const known = memory.get(guildId);
    if (known !== undefined) return known;
    const reading = read((db) => currentSettings(db, guildId), GET_GIVES_UP_AFTER_MS).then(
      ({ settings }) => settings,
      (error: unknown) => {
        memory.delete(guildId);
        // Even a bug must not keep a warning back; failures of disk and file were reported already.
        if (!(error instanceof UserError)) report("A server's settings could not be read because of a bug.", error);
        return DEFAULT_SETTINGS;
      },
    );
    memory.set(guildId, reading);
    return reading;
  }

  /** Changes settings to what `decide` makes of the current ones, once for each interaction. */
  async function change<Outcome extends { readonly kind: string }>(
    doing: Doing & { readonly guildId: string; readonly source: ChangeSource },
    decide: (transaction: Transaction<Tables>, current: VersionedSettings) => Promise<Wanted<Outcome>>,
  ): Promise<SaveOutcome | Outcome> {
    const { guildId } = doing;
    try {
      return await write(async (transaction) => {
        const done = await changeBy(transaction, guildId, doing.interactionId);
        if (done !== null) return { kind: "saved", revision: done.revision, changes: done.changes, repeated: true };
        const current = await currentSettings(transaction, guildId);
        const wanted = await decide(transaction, current);
        if ("kind" in wanted) return wanted;
        const settings = checkSettings(wanted.settings);
        const changes = findChanges(current.settings, settings);
        if (changes.length === 0) return { kind: "unchanged", revision: current.revision };
        const revision = current.revision + 1;
        await seeServer(transaction, guildId, doing.at);
        await writeSettings(transaction, { ...doing, revision, settings });
        if (current.settings.questionStatistics && !settings.questionStatistics) {
          await transaction.deleteFrom("unanswered_questions").where("guild_id", "=", guildId).execute();
          onQuestionsOff(guildId);
        }
        return { kind: "saved", revision, changes, repeated: false };
      });
    } finally {
      memory.delete(guildId);
    }
  }

  const store: GuildSettingsStore = {
    get,
    read: (guildId) => read((db) => currentSettings(db, guildId)),
    at: (guildId, revision) => read((db) => settingsAt(db, guildId, revision)),
    history: (guildId, page) => read((db) => listHistory(db, guildId, page)),
    draft: async (guildId, now) => (await read((db) => findDraft(db, guildId, now)))?.draft ?? null,
    ifPublished: (guildId, now) =>
      read(async (db) => {
        const begun = await findDraft(db, guildId, now);
        if (begun === null) return null;
        const { settings } = await currentSettings(db, guildId);
        return readWording(mergeChanges(begun.base, begun.draft.wording, settings.wording)) ?? begun.draft.wording;
      }),
    ...createDraftEditor(access),

    async save({ settings: given, revision, ...doing }) {
      const settings = checkSettings(given);
      return change<SaveOutcome>(doing, (transaction, current) =>
        current.revision === revision
          ? Promise.resolve({ settings })
          : refuseStale(transaction, doing.guildId, { settings, revision, current }),
      );
    },

    revert: ({ revision, toRevision, ...doing }) =>
      change<SaveOutcome>({ ...doing, source: "revert" }, async (transaction, current) => {
        const settings = await settingsAt(transaction, doing.guildId, toRevision);
        if (settings === null) throw new UserError("Nothing was changed: that entry of the history is no longer kept.");
        if (current.revision === revision) return { settings };
        return refuseStale(transaction, doing.guildId, { settings, revision, current });
      }),

    publish: ({ revision, draftRevision, ...doing }) =>
      change<PublishOutcome>({ ...doing, source: "publish" }, async (transaction, current) => {
        const begun = await findDraft(transaction, doing.guildId, doing.at);
        if (begun === null) return { kind: "no-draft" };
        const { draft, base } = begun;
        if (draft.revision !== draftRevision) return { kind: "draft-changed", draft };
        const wording = mergeChanges(base, draft.wording, current.settings.wording);
        const settings = checkSettings({ ...current.settings, wording });
        const changedMeanwhile = findChanges(base, current.settings.wording).length > 0;
        if (changedMeanwhile && current.revision !== revision) {
          const withWording = (own: OwnWording) => ({ ...current.settings, wording: own });
          const late = { settings: withWording(draft.wording), base: withWording(base), revision, current };
          return refuseStale(transaction, doing.guildId, late);
        }
        await deleteDraft(transaction, doing.guildId);
        return { settings };
      }),
  };
  return { store, forget: (guildId) => memory.delete(guildId) };
}

type Late = {
  readonly settings: GuildSettings;
  readonly revision: number;
  readonly current: VersionedSettings;
  /** What `settings` were made from, where that is not what stood at `revision`. */
  readonly base?: GuildSettings;
};

/** Tells what others changed since `revision`. */
async function refuseStale(
  transaction: Transaction<Tables>,
  guildId: string,
  { settings, revision, current, base: known }: Late,
): Promise<SaveOutcome> {
  const base = known ?? (await settingsAt(transaction, guildId, revision)) ?? current.settings;
  const entries = await listHistory(transaction, guildId, { limit: MOST_TOLD });
  return {
    kind: "stale",
    current,
    meanwhile: entries.filter((entry) => entry.revision > revision),
    ...describeClash({ base, mine: settings, current: current.settings }, readSettings),
  };
}
