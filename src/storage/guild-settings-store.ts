import type { Doing } from "./doing.ts";
import type { GuildSettings, OwnWording } from "./guild-settings.ts";
import type { Change } from "./settings-changes.ts";
import type { Clash } from "./settings-clash.ts";

/** What servers set, with history and one draft each. */
export type GuildSettingsStore = {
  /** The settings in force, mostly from memory. Never fails: without a database everybody gets the defaults. */
  get(guildId: string): Promise<GuildSettings>;
  /** The settings to work on, with the revision that a change of them has to name. */
  read(guildId: string): Promise<VersionedSettings>;
  /** The settings as change number `revision` left them, 0 for before the first; null where that is no longer kept. */
  at(guildId: string, revision: number): Promise<GuildSettings | null>;
  save(write: SettingsWrite): Promise<SaveOutcome>;
  /** Goes back to how everything was after change number `toRevision`; 0 for how it was before the first. */
  revert(write: Revert): Promise<SaveOutcome>;
  /** The newest changes first; `before` a revision, for the next page. */
  history(
    guildId: string,
    page: { readonly limit: number; readonly before?: number },
  ): Promise<readonly HistoryEntry[]>;
  /** The draft, or null where there is none or its 14 days are over. */
  draft(guildId: string, now: Date): Promise<Draft | null>;
  /** The wording in force if the draft were published now, on top of whatever else changed; null without a draft. */
  ifPublished(guildId: string, now: Date): Promise<OwnWording | null>;
  saveDraft(write: DraftWrite): Promise<DraftOutcome>;
  /** Puts the draft's changes in force, on top of whatever else changed since it was begun. */
  publish(write: Publication): Promise<PublishOutcome>;
  /** Throws the draft away; false where somebody edited it since, or there is none. */
  discardDraft(guildId: string, draftRevision: number): Promise<boolean>;
};

/** Settings and the number of the change that made them; 0 before the first. */
export type VersionedSettings = { readonly revision: number; readonly settings: GuildSettings };

/** What a change came from. */
export type ChangeSource = "panel" | "publish" | "import" | "reset" | "revert";

/** New settings, made from those of `revision`. */
export type SettingsWrite = Doing & {
  readonly guildId: string;
  readonly revision: number;
  readonly settings: GuildSettings;
  readonly source: Exclude<ChangeSource, "publish" | "revert">;
};

export type Revert = Doing & { readonly guildId: string; readonly revision: number; readonly toRevision: number };

/** `revision` is that of the settings, `draftRevision` that of the draft, as staff saw them when they decided. */
export type Publication = Doing & {
  readonly guildId: string;
  readonly revision: number;
  readonly draftRevision: number;
};

/** One change; `by` is null for former staff. */
export type HistoryEntry = {
  readonly revision: number;
  readonly at: Date;
  readonly by: string | null;
  readonly source: ChangeSource;
  readonly changes: readonly Change[];
};

/** Wording that nobody sees yet. */
export type Draft = {
  readonly revision: number;
  readonly wording: OwnWording;
  readonly at: Date;
  readonly by: string | null;
  /** When it will be thrown away. */
  readonly expiresAt: Date;
};

/** A new version of the draft, made from version `draftRevision`; 0 where there was no draft. */
export type DraftWrite = Doing & {
  readonly guildId: string;
  readonly draftRevision: number;
  readonly wording: OwnWording;
};

/** `repeated` where this very interaction had saved it before. */
export type SaveOutcome =
  | {
      readonly kind: "saved";
      readonly revision: number;
      readonly changes: readonly Change[];
      readonly repeated: boolean;
    }
  | { readonly kind: "unchanged"; readonly revision: number }
  | ({
      readonly kind: "stale";
      readonly current: VersionedSettings;
      /** What others did meanwhile, newest first. */
      readonly meanwhile: readonly HistoryEntry[];
    } & Clash<GuildSettings>);

/** `draft-changed` where somebody edited the draft since it was looked at. */
export type PublishOutcome =
  | SaveOutcome
  | { readonly kind: "no-draft" }
  | { readonly kind: "draft-changed"; readonly draft: Draft };

export type DraftOutcome =
  | { readonly kind: "saved"; readonly draft: Draft; readonly repeated: boolean }
  | { readonly kind: "unchanged"; readonly draft: Draft | null }
  | ({
      readonly kind: "stale";
      /** Null where the draft was published, discarded or ran out meanwhile. */
      readonly current: Draft | null;
      /** What others changed meanwhile. */
      readonly meanwhile: readonly Change[];
    } & Clash<OwnWording>);
