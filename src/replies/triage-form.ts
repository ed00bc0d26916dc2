import {
  type APIComponentInLabel,
  type APILabelComponent,
  type APIModalInteractionResponseCallbackData,
  ComponentType,
  TextInputStyle,
} from "discord-api-types/v10";
import { type CustomId, encodeCustomId } from "#src/discord/custom-id.ts";
import type { ActionRequest } from "#src/discord/request.ts";
import type { Sign, SignCatalogue } from "#src/knowledge/signs.ts";
import type { Answers } from "#src/triage/assessment.ts";
import { chosenAnswers, FEELS, SINCE, TRENDS } from "./soreness-choices.ts";

/** Discord's limit for a checkbox group. */
export const MOST_BOXES = 10;
/** How much a person may write, here and in the command's option. */
export const LONGEST_DESCRIPTION = 1500;

/** Where the form's answer will appear. */
export type AnswerGoes = "in-channel" | "here" | "only-to-you" | "into-card";

const WHERE: Readonly<Record<AnswerGoes, string>> = {
  "in-channel": "I'll answer in this channel. What's it like?",
  here: "I'll answer right here. What's it like?",
  "only-to-you": "Only you will see my answer. What's it like?",
  "into-card": "I'll answer in the same card. What's it like?",
};

/** What a filled form says; nothing in it is ever read as a no. */
export type FilledForm = { readonly text: string | null; readonly answers: Answers };

/** The form that asks about the soreness: five parts, none of them required. */
export function triageForm(
  id: CustomId,
  { signs, goes }: { readonly signs: SignCatalogue; readonly goes: AnswerGoes },
): APIModalInteractionResponseCallbackData {
  return {
    custom_id: encodeCustomId(id),
    title: "Sore upper back",
    components: [
      label(WHERE[goes], radio("feels", FEELS)),
      label("How long has it been there?", radio("since", SINCE)),
      label("Where is it heading?", radio("trend", TRENDS)),
      label("Any of these?", boxes(formSigns(signs)), "An empty box counts as unknown, not as a no."),
      label("In your own words", {
        type: ComponentType.TextInput,
        custom_id: "describe",
        style: TextInputStyle.Paragraph,
        required: false,
        max_length: LONGEST_DESCRIPTION,
        placeholder: "Where is it, when did it start, what brings it on?",
      }),
    ],
  };
}

/** The signs with a box on the form, most serious first. */
export function formSigns({ signs }: SignCatalogue): Sign[] {
  return [...signs.values()]
    .filter(({ form }) => form !== null)
    .sort((a, b) => b.level - a.level || a.number - b.number)
    .slice(0, MOST_BOXES);
}

/** Reads the submitted form; boxes that are none of ours are passed over. */
export function readTriageForm({ fields }: Pick<ActionRequest, "fields">, signs: SignCatalogue): FilledForm {
  const text = fields.describe?.[0]?.trim() ?? "";
  const ticked = formSigns(signs).filter(({ id }) => fields.signs?.includes(id));
  const chosen = chosenAnswers({ feels: fields.feels?.[0], since: fields.since?.[0], trend: fields.trend?.[0] });
  const present = ticked.map(({ id }) => id);
  return { text: text === "" ? null : text, answers: present.length === 0 ? chosen : { ...chosen, present } };
}

/** Whether nothing was chosen, ticked or written. */
export function isEmpty({ text, answers }: FilledForm): boolean {
  return text === null && Object.keys(answers).length === 0;
}

// Whole answers only, so that nothing that is told beside a no is passed over.
const PLAIN_NO = /^(?:no|nope|nah|none|nothing)(?:[ ,.]+(?:no|nope|none|nothing|of|these|else|more|other))*[.!]*$/i;

/** "no", "no nothing else": the answer to whether anything else is there, and no word more. */
export function isPlainNo(text: string | null): boolean {
  return text !== null && PLAIN_NO.test(text);
}

function boxes(signs: readonly Sign[]): APIComponentInLabel {
  return {
    type: ComponentType.CheckboxGroup,
    custom_id: "signs",
    required: false,
    min_values: 0,
    options: signs.map(({ id, form, title }) => ({ value: id, label: form ?? title })),
  };
}

function radio(
  customId: string,
  choices: readonly { readonly value: string; readonly label: string }[],
): APIComponentInLabel {
  const options = choices.map(({ value, label }) => ({ value, label }));
  return { type: ComponentType.RadioGroup, custom_id: customId, required: false, options };
}

/** One part of a form, with its label and perhaps a line below it. */
export function label(text: string, component: APIComponentInLabel, description?: string): APILabelComponent {
  return {
    type: ComponentType.Label,
    label: text,
    component,
    ...(description === undefined ? {} : { description }),
  };
}
