import { type APIMessageTopLevelComponent, ComponentType } from "discord-api-types/v10";
import type { MessageBody } from "#src/discord/reply.ts";
import type { Upload } from "#src/discord/request.ts";
import type { GuildSettings } from "#src/storage/guild-settings.ts";
import type { Change } from "#src/storage/settings-changes.ts";
import { button } from "../button.ts";
import { buildCard, type CardPart } from "../card.ts";
import { cleanWords } from "../clean-words.ts";
import { pageOf, pageTexts } from "../pages.ts";
import { escapeMarkdown } from "../quoted-words.ts";
import { changeLines } from "./change-lines.ts";
import { noticeParts } from "./panel-card.ts";
import type { SettingNames } from "./setting-names.ts";
import { staffId } from "./staff-id.ts";
import { withoutEffect } from "./without-effect.ts";

const FILE = "spotter-import.yaml";
const MOST_FAULTS = 25;
const LONGEST_PLACE = 120;
const LONGEST_REASON = 200;

/** What an import would do; nothing is done yet. */
export type ImportReport = {
  readonly changes: readonly Change[];
  readonly settings: GuildSettings;
  /** The file as it would be taken over; it travels in the message until it is confirmed. */
  readonly text: string;
  readonly digest: string;
  /** The settings that the report compares with. */
  readonly revision: number;
  readonly page: number;
  readonly names: SettingNames;
  readonly notice: readonly string[];
};

/** Something of the file that is refused. */
type Fault = { readonly line: number | null; readonly place: string; readonly reason: string };

/** A dry run: what would be added, changed and removed, and the button that does it. */
export function importReport(report: ImportReport): MessageBody {
  const { changes, settings, text, digest, revision, page, names, notice } = report;
  if (changes.length === 0) {
    return buildCard({ level: 0, parts: [{ text: "## Import\nNothing would change: everything is so already." }] });
  }
  const lines = [...groupLines(changes, names), ...idleLines(settings, names)];
  const pages = pageTexts(lines);
  const shown = pageOf(pages, page);
  const state = `${revision}.${digest}`;
  const turn = (label: string, to: number) => button({ label }, staffId("import-page", `${state}.${to}`));
  const turns = [
    ...(shown.index > 0 ? [turn("Earlier", shown.index - 1)] : []),
    ...(shown.index < pages.length - 1 ? [turn("More", shown.index + 1)] : []),
  ];
  return buildCard({
    level: 0,
    parts: [
      { text: "## Import: what would change\nNothing is changed yet." },
      ...noticeParts(notice),
      { text: shown.text },
      { text: "-# This is the file as it would be taken over:" },
      { file: { name: FILE, data: new TextEncoder().encode(text) } },
      {
        row: [
          ...turns,
          button({ label: "Import all of it", look: "blue" }, staffId("import-apply", state)),
          button({ label: "Change nothing" }, staffId("import-drop")),
        ],
      },
    ],
  });
}

function groupLines(changes: readonly Change[], names: SettingNames): string[] {
  const isEmpty = (value: Change["after"]) =>
    value === undefined || value === null || (Array.isArray(value) && value.length === 0);
  const added = changes.filter(({ before, after }) => isEmpty(before) && !isEmpty(after));
  const removed = changes.filter(({ before, after }) => !isEmpty(before) && isEmpty(after));
  const changed = changes.filter((change) => !added.includes(change) && !removed.includes(change));
  return [...group("Added", added, names), ...group("Changed", changed, names), ...group("Removed", removed, names)];
}

function group(title: string, changes: readonly Change[], names: SettingNames): string[] {
  const lines = changeLines(changes, names);
  return lines.length === 0 ? [] : [`**${title}: ${lines.length}**`, ...lines.map((line) => `- ${line}`)];
}

function idleLines(settings: GuildSettings, names: SettingNames): string[] {
  const idle = withoutEffect(settings, names);
  if (idle.length === 0) return [];
  return ["**⚠️ Taken over, but without effect:**", ...idle.map((line) => `- ${line}`)];
}

/** Everything for which a file is refused; nothing of it is taken over. */
export function importRefused(faults: readonly Fault[]): MessageBody {
  const more = faults.length - MOST_FAULTS;
  const lines = [...faults.slice(0, MOST_FAULTS).map(faultLine), ...(more > 0 ? [`-# … and ${more} more`] : [])];
  const parts: CardPart[] = [
    { text: "## This file is refused\nNothing was changed. Please correct these lines and import it again:" },
    { text: pageOf(pageTexts(lines), 0).text },
    { row: [button({ label: "Choose another file" }, staffId("import"))] },
  ];
  return buildCard({ level: 0, parts });
}

function faultLine({ line, place, reason }: Fault): string {
  const where = line === null ? "" : `line ${line}, `;
  return `- ${where}**${plain(place, LONGEST_PLACE) || "the file"}**: ${plain(reason, LONGEST_REASON)}`;
}

function plain(words: string, longest: number): string {
  return escapeMarkdown(cleanWords(words, longest));
}

/** The file that a report's message carries; null where it carries none. */
export function reportFile(components: readonly APIMessageTopLevelComponent[]): Upload | null {
  const inside = components.flatMap((one) => (one.type === ComponentType.Container ? one.components : [one]));
  const file = inside.find((one) => one.type === ComponentType.File);
  // Discord tells the size with the message; where it does not, reading stops at the limit.
  return file === undefined ? null : { id: "", name: FILE, size: Number(file.size ?? 0), url: file.file.url };
}
