import {
  type APILabelComponent,
  type APIModalInteractionResponseCallbackData,
  ComponentType,
  TextInputStyle,
} from "discord-api-types/v10";
import { type CustomId, encodeCustomId } from "#src/discord/custom-id.ts";
import type { ActionRequest } from "#src/discord/request.ts";
import { LONGEST, type OwnWording } from "#src/storage/guild-settings.ts";
import { cleanWords } from "../clean-words.ts";
import { label } from "../triage-form.ts";

/** An entry of a server's own, as its form brings it; not checked yet. */
export type WrittenEntry = OwnWording["entries"][string];

const MOST_ALIASES_TEXT = 1_000;

/** The form for a new entry of the server's own, with its title filled in from a question. */
export function entryForm(id: CustomId, question: string): APIModalInteractionResponseCallbackData {
  const title = cleanWords(question, LONGEST.title);
  return {
    custom_id: encodeCustomId(id),
    title: "Write an entry",
    components: [
      field("title", "Title", { longest: LONGEST.title, value: title.charAt(0).toUpperCase() + title.slice(1) }),
      field("text", "Answer", { longest: LONGEST.entry, isLong: true }),
      field("aliases", "Other words for it", {
        longest: MOST_ALIASES_TEXT,
        says: "What else people may ask for, separated by commas",
        isOptional: true,
      }),
      field("url", "Link", { longest: LONGEST.address, says: "An https address, to read more", isOptional: true }),
    ],
  };
}

type Field = {
  readonly longest: number;
  readonly says?: string;
  readonly value?: string;
  readonly isLong?: boolean;
  readonly isOptional?: boolean;
};

function field(name: string, text: string, { longest, says, value, isLong, isOptional }: Field): APILabelComponent {
  const input = {
    type: ComponentType.TextInput,
    custom_id: name,
    style: isLong === true ? TextInputStyle.Paragraph : TextInputStyle.Short,
    required: isOptional !== true,
    max_length: longest,
    ...(value === undefined || value === "" ? {} : { value }),
  } as const;
  return label(text, input, says ?? `At most ${longest.toLocaleString("en-GB")} characters`);
}

/** What the sent form says. */
export function readEntryForm({ fields }: Pick<ActionRequest, "fields">): WrittenEntry {
  const said = (name: string) => (fields[name]?.[0] ?? "").trim();
  const aliases = said("aliases").split(/[,\n]/);
  return {
    title: said("title"),
    text: said("text"),
    aliases: [...new Set(aliases.map((alias) => alias.trim()))].filter((alias) => alias !== ""),
    url: said("url") || null,
  };
}

/** A name for an entry in the settings, made from its title, that no other entry has. */
export function entryKey(title: string, taken: readonly string[]): string {
  const words = title
    .normalize("NFKD")
    .toLowerCase()
    .replace(/\p{M}+/gu, "")
    .replace(/[^a-z0-9]+/g, "-")
    .slice(0, 50)
    .replace(/^[-0-9]+|-+$/g, "");
  // The one word that every object already answers to is no name.
  const name = words === "" || words === "constructor" ? "entry" : words;
  if (!taken.includes(name)) return name;
  for (let number = 2; ; number += 1) if (!taken.includes(`${name}-${number}`)) return `${name}-${number}`;
}
