import type { APIModalInteractionResponseCallbackData } from "discord-api-types/v10";
import { type CustomId, encodeCustomId } from "#src/discord/custom-id.ts";
import { plainName } from "#src/knowledge/search/suggest-names.ts";
import { cleanWords } from "#src/replies/clean-words.ts";
import { wordingForm } from "#src/replies/staff/wording-form.ts";
import { type ItemFields, type ItemState, seenAs } from "#src/replies/staff/wording-item.ts";
import { DEFAULT_SETTINGS, LONGEST, MOST } from "#src/storage/guild-settings.ts";
import { findTextFault } from "#src/storage/own-text.ts";
import type { StaffServices } from "./staff-part.ts";
import { fieldsOf } from "./wording-items.ts";

const EMPTY = fieldsOf({ kind: "entry", id: "" }, DEFAULT_SETTINGS.wording);
/** Where a new entry goes. */
export const NEW_ENTRY: ItemState = { kind: "entry", id: "", seen: seenAs(EMPTY) };

/** The wording's form for a new entry, with its title filled in from a question. */
export function entryForm(
  id: CustomId,
  question: string,
  services: StaffServices,
): APIModalInteractionResponseCallbackData {
  const title = cleanWords(question, LONGEST.title);
  const fields = { ...EMPTY, title: title.charAt(0).toUpperCase() + title.slice(1) };
  return { ...wordingForm(NEW_ENTRY, fields, services), custom_id: encodeCustomId(id), title: "Write an entry" };
}

/** The entry with the question among its other words: whatever its title becomes, asking again is to find it. */
export function withQuestion(fields: ItemFields, question: string): ItemFields {
  const { title = "", aliases = "" } = fields;
  const others = aliases === "" ? [] : aliases.split("\n");
  const words = wholeWords(cleanWords(question, question.length), LONGEST.alias);
  const isThere = [title, ...others].some((name) => plainName(name) === plainName(words));
  // Nobody typed it, so nothing may be refused because of it.
  if (isThere || findTextFault(words) !== null || others.length >= MOST.aliases) return fields;
  return { ...fields, aliases: [...others, words].join("\n") };
}

/** The beginning of a text up to the last word that has room; half a word would be another one. */
function wholeWords(text: string, longest: number): string {
  if (text.length <= longest) return text;
  const end = text.lastIndexOf(" ", longest);
  return text.slice(0, end > 0 ? end : longest);
}
