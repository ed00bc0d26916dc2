import { ADVICE_IDS } from "#src/knowledge/advice.ts";
import type { ItemFields, ItemKind, WordingItem } from "#src/replies/staff/wording-item.ts";
import { DEFAULT_SETTINGS, type Fault, findFaults, type OwnWording } from "#src/storage/guild-settings.ts";

const LONGEST_NAME = 40;

/** The cards that take words of the server's own: all but the one for a wish to die. */
export const WORDED_CARDS = ADVICE_IDS.filter((id) => id !== "crisis");

/** What a wording says at one place, as its form shows it; everything empty where it says nothing. */
export function fieldsOf({ kind, id }: WordingItem, wording: OwnWording): ItemFields {
  switch (kind) {
    case "card": {
      const { intro, closing } = own(wording.cards, id) ?? {};
      return { intro: intro ?? "", closing: closing ?? "" };
    }
    case "note":
      return { text: own(wording.sectionNotes, id) ?? "" };
    case "link": {
      const { label, url } = own(wording.links, id) ?? {};
      return { label: label ?? "", url: url ?? "" };
    }
    case "exercise": {
      const { name, muscles, equipment, url } = own(wording.accessories, id) ?? {};
      return { name: name ?? "", muscles: lines(muscles), equipment: lines(equipment), url: url ?? "" };
    }
    case "entry": {
      const { title, aliases, text, url } = own(wording.entries, id) ?? {};
      return { title: title ?? "", aliases: lines(aliases), text: text ?? "", url: url ?? "" };
    }
    case "hidden":
      return { ids: lines(wording.hiddenAccessories) };
    default:
      return kind satisfies never;
  }
}

/** The wording with one place changed; where every field is empty, that place is removed. */
export function withItem({ kind, id }: WordingItem, fields: ItemFields, wording: OwnWording): OwnWording {
  const isEmpty = Object.values(fields).every((text) => text === "");
  const { intro = "", closing = "", text = "", label = "", name = "", title = "", url = "" } = fields;
  const address = url === "" ? null : url;
  switch (kind) {
    case "card":
      return {
        ...wording,
        cards: put(wording.cards, id, isEmpty ? null : { intro: orNull(intro), closing: orNull(closing) }),
      };
    case "note":
      return { ...wording, sectionNotes: put(wording.sectionNotes, id, isEmpty ? null : text) };
    case "link":
      return { ...wording, links: put(wording.links, id, isEmpty ? null : { label, url }) };
    case "exercise": {
      const exercise = { name, muscles: split(fields.muscles), equipment: split(fields.equipment), url: address };
      return { ...wording, accessories: put(wording.accessories, id, isEmpty ? null : exercise) };
    }
    case "entry": {
      const entry = { title, aliases: split(fields.aliases), text, url: address };
      return { ...wording, entries: put(wording.entries, id, isEmpty ? null : entry) };
    }
    case "hidden":
      return { ...wording, hiddenAccessories: split(fields.ids) };
    default:
      return kind satisfies never;
  }
}

/** What is wrong with a wording, each with its place inside the wording. */
export function wordingFaults(wording: OwnWording): readonly Fault[] {
  return findFaults({ ...DEFAULT_SETTINGS, wording }).map(({ path, reason }) => ({ path: path.slice(1), reason }));
}

/** A name for a new thing, made from what staff call it: short, in kebab-case, and not taken. */
export function newName(kind: ItemKind, called: string, wording: OwnWording): string {
  const taken = kind === "link" ? wording.links : kind === "exercise" ? wording.accessories : wording.entries;
  const plain = called
    .normalize("NFKD")
    .toLowerCase()
    .replace(/\p{M}+/gu, "")
    .replace(/[^a-z0-9]+/g, "-");
  const trimmed = plain
    .replace(/^[^a-z]+/, "")
    .slice(0, LONGEST_NAME - 4)
    .replace(/-+$/, "");
  const base = trimmed === "" || trimmed === "constructor" ? kind : trimmed;
  for (let number = 1; ; number += 1) {
    const name = number === 1 ? base : `${base}-${number}`;
    if (!Object.hasOwn(taken, name)) return name;
  }
}

function own<Value>(record: Readonly<Record<string, Value>>, id: string): Value | undefined {
  return Object.hasOwn(record, id) ? record[id] : undefined;
}

function put<Value>(
  record: Readonly<Record<string, Value>>,
  id: string,
  value: NoInfer<Value> | null,
): Record<string, Value> {
  const { [id]: _, ...others } = record;
  return (value === null ? others : { ...record, [id]: value }) as Record<string, Value>;
}

function lines(texts: readonly string[] | undefined): string {
  return (texts ?? []).join("\n");
}

function split(text: string | undefined): string[] {
  const parts = (text ?? "").split("\n").map((line) => line.trim());
  return [...new Set(parts.filter((line) => line !== ""))];
}

function orNull(text: string): string | null {
  return text === "" ? null : text;
}
