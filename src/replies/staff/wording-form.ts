import {
  type APIComponentInLabel,
  type APIModalInteractionResponseCallbackData,
  ComponentType,
  TextInputStyle,
} from "discord-api-types/v10";
import { encodeCustomId } from "#src/discord/custom-id.ts";
import type { ActionRequest } from "#src/discord/request.ts";
import { EQUIPMENT, MUSCLES } from "#src/knowledge/accessory.ts";
import { LONGEST, MOST } from "#src/storage/guild-settings.ts";
import { label } from "../triage-form.ts";
import type { SettingNames } from "./setting-names.ts";
import { staffId } from "./staff-id.ts";
import { encodeItem, type ItemFields, type ItemKind, type ItemState } from "./wording-item.ts";

/** One field of a form: a line, a text, or choices of which any number may be made. */
export type WordingField = {
  readonly name: string;
  readonly label: string;
  readonly help?: string;
  readonly most: number;
  readonly isLine: boolean;
  /** Null for what is typed; else what can be chosen, by its value. */
  readonly choices: Readonly<Record<string, string>> | null;
};

const LONGEST_ALIASES = 700;
const FILLED_IN = "May hold {numbers}, {advice}, {country} and {article}.";

const typed = (name: string, says: string, most: number, help?: string): WordingField => ({
  name,
  label: says,
  most,
  isLine: false,
  choices: null,
  ...(help === undefined ? {} : { help }),
});
const line = (name: string, says: string, most: number, help?: string) => ({
  ...typed(name, says, most, help),
  isLine: true,
});
const chosen = (name: string, says: string, choices: Readonly<Record<string, string>>, help?: string) => ({
  ...typed(name, says, 0, help),
  choices,
});

/** The fields of each kind of form, from top to bottom. */
export function fieldsOfKind(kind: ItemKind, { knowledge }: Pick<SettingNames, "knowledge">): readonly WordingField[] {
  const address = line("url", "Link", LONGEST.address, "Begins with https://. May be left empty.");
  switch (kind) {
    case "card": {
      const help = `${MOST.cardLines} lines at most, no headings. May hold {numbers}, {advice}, {country}, {article} and {date}.`;
      return [
        typed("intro", "Lines before", LONGEST.cardLines, help),
        typed("closing", "Lines after", LONGEST.cardLines, help),
      ];
    }
    case "note":
      return [typed("text", "Note under this section", LONGEST.note, `${FILLED_IN} Empty removes it.`)];
    case "link":
      return [
        line("label", "What the link says", LONGEST.title, "Empty both to remove the link."),
        line("url", "Address", LONGEST.address, "Begins with https://"),
      ];
    case "exercise":
      return [
        line("name", "Name", LONGEST.title, "Empty everything to remove the exercise."),
        chosen("muscles", "Muscles", MUSCLES),
        chosen("equipment", "Equipment", EQUIPMENT),
        address,
      ];
    case "entry":
      return [
        line("title", "Title", LONGEST.title, "Empty everything to remove the entry."),
        typed("aliases", "How people ask for it", LONGEST_ALIASES, "One a line, each at most 60 characters."),
        typed("text", "Text", LONGEST.entry, FILLED_IN),
        address,
      ];
    case "hidden": {
      const names = [...knowledge.accessories.values()].map(({ id, name }) => [id, name] as const);
      return [
        chosen("ids", "Exercises to leave out", Object.fromEntries(names), "Lists and suggestions go without them."),
      ];
    }
    default:
      return kind satisfies never;
  }
}

const TITLES: Readonly<Record<ItemKind, string>> = {
  card: "Lines on a card",
  note: "Note under a section",
  link: "Link",
  exercise: "Exercise",
  entry: "Entry for /ask",
  hidden: "Hidden exercises",
};

/** The form for one place, filled with what it says. */
export function wordingForm(
  item: ItemState,
  fields: ItemFields,
  names: Pick<SettingNames, "knowledge">,
): APIModalInteractionResponseCallbackData {
  return {
    custom_id: encodeCustomId(staffId("wording-save", encodeItem(item))),
    title: TITLES[item.kind],
    components: fieldsOfKind(item.kind, names).map((field) =>
      label(field.label, input(field, fields[field.name] ?? ""), field.help),
    ),
  };
}

/** Reads the sent form; what is no choice of ours is passed over. */
export function readWordingForm(
  kind: ItemKind,
  { fields }: Pick<ActionRequest, "fields">,
  names: Pick<SettingNames, "knowledge">,
): ItemFields {
  const read = fieldsOfKind(kind, names).map(({ name, isLine, choices }) => {
    const values = fields[name] ?? [];
    if (choices !== null) return [name, values.filter((value) => Object.hasOwn(choices, value)).join("\n")] as const;
    const text = values.join("\n").replace(/\r\n?/g, "\n").trim();
    return [name, isLine ? text.replace(/\s*\n\s*/g, " ") : text] as const;
  });
  return Object.fromEntries(read);
}

function input({ name, most, isLine, choices }: WordingField, value: string): APIComponentInLabel {
  if (choices !== null) return choiceInput(name, choices, value.split("\n"));
  return {
    type: ComponentType.TextInput,
    custom_id: name,
    style: isLine ? TextInputStyle.Short : TextInputStyle.Paragraph,
    required: false,
    // What came in through an import may be longer than the form would have it.
    max_length: Math.max(most, value.length),
    ...(value === "" ? {} : { value }),
  };
}

function choiceInput(
  name: string,
  choices: Readonly<Record<string, string>>,
  made: readonly string[],
): APIComponentInLabel {
  const options = Object.entries(choices).map(([value, says]) => ({
    value,
    label: says,
    default: made.includes(value),
  }));
  return {
    type: ComponentType.StringSelect,
    custom_id: name,
    required: false,
    min_values: 0,
    max_values: options.length,
    options,
  };
}
