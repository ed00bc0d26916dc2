import { type AnswerVisibility, DEFAULT_SETTINGS, settingsOf } from "#src/storage/guild-settings.ts";
import { type Change, findChanges, type Json } from "#src/storage/settings-changes.ts";
import { cleanWords } from "../clean-words.ts";
import { escapeMarkdown } from "../quoted-words.ts";
import {
  channelNames,
  commandName,
  countryName,
  lengthWords,
  roleName,
  type SettingNames,
  VISIBILITIES,
  wordingName,
} from "./setting-names.ts";

const LONGEST_QUOTE = 60;
// How much that stayed the same is shown before what is different.
const BEFORE_DIFFERENCE = 15;

type Value = Json | undefined;

/** Changes of the settings for people to read, one line each: what, how it was, how it is. */
export function changeLines(changes: readonly Change[], names: SettingNames): string[] {
  return changes.flatMap(apart).map((change) => changeLine(change, names));
}

/** A command whose settings came or went is told by what differs from the defaults. */
function apart(change: Change): readonly Change[] {
  const { path, before, after } = change;
  if (path[0] !== "commands" || path.length !== 2) return [change];
  const usual = settingsOf(DEFAULT_SETTINGS, "");
  return findChanges(before ?? usual, after ?? usual).map((inside) => ({ ...inside, path: [...path, ...inside.path] }));
}

function changeLine({ path, before, after }: Change, names: SettingNames): string {
  const [part = "", ...rest] = path;
  switch (part) {
    case "country":
      return fromTo("First numbers", before, after, (code) => countryName(code === null ? null : String(code), names));
    case "helperRoleId":
      return fromTo("Helper role", before, after, (id) => roleName(id === null ? null : String(id), names));
    case "reminders":
      return fromTo("Reminders", before, after, onOff);
    case "questionStatistics":
      return fromTo("Question statistics", before, after, onOff);
    case "commands":
      return commandLine({ path: rest, before, after }, names);
    default:
      return wordingLine({ path: rest, before, after }, names);
  }
}

function commandLine({ path, before, after }: Change, names: SettingNames): string {
  const [key = "", part, inside = ""] = path;
  const label = `**${commandName(key, names)}**`;
  switch (part) {
    case "channels":
      return inside === "ids"
        ? `${label} · its channels: ${listChange(before, after, (ids) => channelNames(ids, names))}`
        : fromTo(`${label} · used in`, before, after, (rule) =>
            rule === "only" ? "only its channels" : "all but its channels",
          );
    case "visibility":
      return fromTo(`${label} · who sees answers`, before, after, visibility);
    case "visibilityIn":
      return fromTo(`${label} · who sees answers in <#${inside}>`, before, after, visibility);
    default:
      return fromTo(`${label} · cooldown`, before, after, (seconds) => lengthWords(Number(seconds)));
  }
}

const WORDING: Readonly<Record<string, string>> = {
  cards: "Card",
  sectionNotes: "Note under",
  links: "Link",
  accessories: "Own exercise",
  entries: "Own entry",
};
const FIELDS: Readonly<Record<string, string>> = {
  intro: "lines before",
  closing: "lines after",
  label: "label",
  url: "address",
  name: "name",
  title: "title",
  text: "text",
  aliases: "other names",
  muscles: "muscles",
  equipment: "equipment",
};

function wordingLine({ path, before, after }: Change, names: SettingNames): string {
  const [part = "", name = "", field] = path;
  if (part === "hiddenAccessories") {
    return `Hidden exercises: ${listChange(before, after, (ids) => ids.map((id) => wordingName(id, names)).join(", "))}`;
  }
  const label = `${WORDING[part] ?? part} **${wordingName(name, names)}**`;
  if (field !== undefined) return fromTo(`${label} · ${FIELDS[field] ?? field}`, before, after, null);
  if (typeof (before ?? after) === "string") return fromTo(label, before, after, null);
  if (before === undefined) return `${label}: added, ${inWords(after)}`;
  // The name in the settings is made up where a title has no Latin letters, so only its words tell what went.
  return after === undefined ? `${label}: removed, it was ${inWords(before)}` : fromTo(label, before, after, null);
}

/** A whole entry by its texts. */
function inWords(value: Value): string {
  if (typeof value !== "object" || value === null) return quote(String(value ?? ""), 0);
  const texts = Object.values(value).filter((text) => typeof text === "string");
  return texts.map((text) => quote(text, 0)).join(", ") || "empty";
}

/** `null` shows words of the server's own, shortened to where they differ. */
function fromTo(label: string, before: Value, after: Value, show: ((value: Value) => string) | null): string {
  if (show !== null) return `${label}: ${show(before)} → **${show(after)}**`;
  const [old, now] = [asText(before), asText(after)];
  if (old === "") return `${label}: added, ${quote(now, 0)}`;
  if (now === "") return `${label}: removed, it was ${quote(old, 0)}`;
  const from = firstDifference(old, now) - BEFORE_DIFFERENCE;
  return `${label}: ${quote(old, from)} → ${quote(now, from)}`;
}

function asText(value: Value): string {
  if (value === undefined || value === null) return "";
  return Array.isArray(value) ? value.join(", ") : String(value);
}

function firstDifference(one: string, other: string): number {
  let index = 0;
  while (index < one.length && one[index] === other[index]) index += 1;
  return index;
}

function quote(text: string, from: number): string {
  const isCut = from > 0 && text.length > LONGEST_QUOTE;
  return `“${isCut ? "…" : ""}${escapeMarkdown(cleanWords(isCut ? text.slice(from) : text, LONGEST_QUOTE))}”`;
}

function listChange(before: Value, after: Value, show: (ids: readonly string[]) => string): string {
  const [old, now] = [texts(before), texts(after)];
  const added = now.filter((id) => !old.includes(id));
  const removed = old.filter((id) => !now.includes(id));
  const parts = [
    ...(added.length > 0 ? [`added ${show(added)}`] : []),
    ...(removed.length > 0 ? [`removed ${show(removed)}`] : []),
    ...(now.length === 0 ? ["none left"] : []),
  ];
  return parts.join("; ") || "in another order";
}

function texts(value: Value): readonly string[] {
  return Array.isArray(value) ? value.map(String) : [];
}

function visibility(value: Value): string {
  return value === undefined ? "as elsewhere" : (VISIBILITIES[value as AnswerVisibility] ?? String(value));
}

function onOff(value: Value): string {
  return value === true ? "on" : "off";
}
