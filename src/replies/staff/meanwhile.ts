import type { HistoryEntry, SaveOutcome } from "#src/storage/guild-settings-store.ts";
import type { Change } from "#src/storage/settings-changes.ts";
import { changeLines } from "./change-lines.ts";
import type { SettingNames } from "./setting-names.ts";

/** A change that came too late. */
export type Stale = Extract<SaveOutcome, { kind: "stale" }>;

const MOST_LINES = 8;

/** What others changed meanwhile, and by whom. */
export function meanwhileLines({ meanwhile }: Pick<Stale, "meanwhile">, names: SettingNames): string[] {
  return [
    "**Not done yet: somebody changed the settings meanwhile.**",
    ...meanwhile.flatMap((entry) => [whoWhen(entry), ...bullets(entry.changes, names)]),
  ];
}

/** Who made a change and when; the name is shown without a ping. */
export function whoWhen({ by, at }: Pick<HistoryEntry, "by" | "at">): string {
  return `${by === null ? "Former staff" : `<@${by}>`}, <t:${Math.floor(at.getTime() / 1000)}:R>:`;
}

/** Changes as a list that fits a card. */
export function bullets(changes: readonly Change[], names: SettingNames, most = MOST_LINES): string[] {
  const lines = changeLines(changes, names);
  const more = lines.length - most;
  return [...lines.slice(0, most).map((line) => `- ${line}`), ...(more > 0 ? [`-# … and ${more} more`] : [])];
}
