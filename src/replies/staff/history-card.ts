import type { MessageBody } from "#src/discord/reply.ts";
import type { ChangeSource, HistoryEntry } from "#src/storage/guild-settings-store.ts";
import { button } from "../button.ts";
import { buildCard, type CardPart } from "../card.ts";
import { pageOf, pageTexts } from "../pages.ts";
import { changeLines } from "./change-lines.ts";
import { bullets } from "./meanwhile.ts";
import { noticeParts } from "./panel-card.ts";
import type { SettingNames } from "./setting-names.ts";
import { staffId } from "./staff-id.ts";

/** How many changes stand on one page. */
export const CHANGES_A_PAGE = 5;

// With five on a page each must leave room for the others.
const MOST_LINES = 4;
const LONGEST_ENTRY = 500;

const SOURCES: Readonly<Record<ChangeSource, string>> = {
  panel: "panel",
  publish: "published draft",
  import: "import",
  reset: "reset",
  revert: "gone back",
};

/** Where somebody is in the history. */
export type HistoryPlace = {
  /** The newest change there was when it was opened; a change on top of it is noticed. */
  readonly revision: number;
  /** Only changes before this one are shown; null for the newest. */
  readonly before: number | null;
};

type History = HistoryPlace & {
  /** One more than a page holds, where there are more. */
  readonly entries: readonly HistoryEntry[];
  readonly names: SettingNames;
  readonly notice: readonly string[];
};

/** The newest changes, each with who, when, what, and the way back to how everything was after it. */
export function historyCard({ revision, before, entries, names, notice }: History): MessageBody {
  const shown = entries.slice(0, CHANGES_A_PAGE);
  const last = shown.at(-1);
  const hasMore = entries.length > CHANGES_A_PAGE;
  const turns = [
    ...(before === null
      ? []
      : [button({ label: "Newest" }, staffId("history-page", place({ revision, before: null })))]),
    ...(hasMore && last !== undefined
      ? [button({ label: "Earlier" }, staffId("history-page", place({ revision, before: last.revision })))]
      : []),
  ];
  // Before the first change everything was as usual.
  const first = last?.revision === 1 ? [backTo(0, { revision, before }, "Go back to the defaults")] : [];
  const rows = [...turns, ...first];
  return buildCard({
    level: 0,
    parts: [
      {
        text: "## History of the settings\n-# Going back changes everything to how it was after that change, and can be undone here too.",
      },
      ...noticeParts(notice),
      ...(shown.length === 0 ? [{ text: "Nothing was changed yet." }] : []),
      ...shown.flatMap((entry) => entryParts(entry, { revision, before, names })),
      ...(rows.length === 0 ? [] : ["line" as const, { row: rows }]),
    ],
  });
}

type Shown = HistoryPlace & { readonly names: SettingNames };

function entryParts(entry: HistoryEntry, { names, ...at }: Shown): CardPart[] {
  const lines = bullets(entry.changes, names, MOST_LINES);
  const text = [heading(entry), ...lines].join("\n");
  const isLong = changeLines(entry.changes, names).length > MOST_LINES || text.length > LONGEST_ENTRY;
  const buttons = [
    ...(entry.revision === at.revision ? [] : [backTo(entry.revision, at, `Go back to ${entry.revision}`)]),
    ...(isLong
      ? [button({ label: `All of ${entry.revision}` }, staffId("history-all", `${place(at)}.${entry.revision}.0`))]
      : []),
  ];
  return [{ text: shortened(text) }, ...(buttons.length === 0 ? [] : [{ row: buttons }])];
}

function heading({ revision, by, at, source }: HistoryEntry): string {
  const who = by === null ? "former staff" : `<@${by}>`;
  return `**${revision}** · ${who} · <t:${Math.floor(at.getTime() / 1000)}:f> · ${SOURCES[source]}`;
}

/** Whole lines only: half a link or quote would show as its code. */
function shortened(text: string): string {
  if (text.length <= LONGEST_ENTRY) return text;
  const kept = text.slice(0, LONGEST_ENTRY).split("\n").slice(0, -1);
  return [...kept, "-# …"].join("\n");
}

/** Everything that one change did, page by page. */
export function changeCard(
  entry: HistoryEntry,
  { page, names, ...at }: Shown & { readonly page: number },
): MessageBody {
  const pages = pageTexts(changeLines(entry.changes, names).map((line) => `- ${line}`));
  const { index, text } = pageOf(pages, page);
  const turn = (label: string, to: number) =>
    button({ label }, staffId("history-all", `${place(at)}.${entry.revision}.${to}`));
  return buildCard({
    level: 0,
    parts: [
      { text: `## One change\n${heading(entry)}` },
      { text },
      {
        row: [
          ...(index > 0 ? [turn("Earlier lines", index - 1)] : []),
          ...(index < pages.length - 1 ? [turn("More lines", index + 1)] : []),
          ...(entry.revision === at.revision ? [] : [backTo(entry.revision, at, `Go back to ${entry.revision}`)]),
          button({ label: "All changes" }, staffId("history-page", place(at))),
        ],
      },
    ],
  });
}

function backTo(toRevision: number, at: HistoryPlace, label: string) {
  return button({ label }, staffId("history-back", `${place(at)}.${toRevision}`));
}

function place({ revision, before }: HistoryPlace): string {
  return `${revision}.${before ?? ""}`;
}

/** Reads the numbers that a button of the history carries; null where one is missing or none. */
export function readHistoryState(
  state: string,
): { readonly place: HistoryPlace; readonly numbers: readonly number[] } | null {
  const [revision = "", before = "", ...numbers] = state.split(".");
  if (![revision, ...numbers].every((digits) => /^\d{1,9}$/.test(digits)) || !/^\d{0,9}$/.test(before)) return null;
  return {
    place: { revision: Number(revision), before: before === "" ? null : Number(before) },
    numbers: numbers.map(Number),
  };
}
