import {
  type APICheckboxGroupComponent,
  type APIComponentInLabel,
  type APIModalInteractionResponseCallbackData,
  ComponentType,
} from "discord-api-types/v10";
import { type CustomId, encodeCustomId } from "#src/discord/custom-id.ts";
import type { ActionRequest } from "#src/discord/request.ts";
import { UserError } from "#src/errors.ts";
import {
  currentSpell,
  type Diary,
  type DiaryEntry,
  type EntryTrend,
  entryOfSigns,
  entryOfToday,
  isMarked,
} from "#src/triage/diary.ts";
import { SINCE } from "./soreness-choices.ts";
import { label } from "./triage-form.ts";

const MOST_SORE = 10;
const ARE_TICKED = "What you noted last is ticked. Is all of it gone? Then tick only the last box.";
const IN_WORDS: Readonly<Record<number, string>> = {
  0: "none",
  2: "mild",
  5: "moderate",
  8: "strong",
  10: "the worst",
};

/** The box that says of signs noted before that they are gone. */
export const NONE_ANY_MORE = "None of these any more";

/** How soreness goes since the last check-in, as form and diary call it. */
export const ENTRY_TRENDS: Readonly<Record<EntryTrend, string>> = {
  better: "Better",
  same: "The same",
  worse: "Worse",
  new: "It was gone, and this is new",
};

/**
 * The form of a check-in, one a day: a second one on the same day shows what was noted and changes it.
 *
 * @param hour Whole hours since 1970.
 */
export function checkInForm(id: CustomId, diary: Diary, hour: number): APIModalInteractionResponseCallbackData {
  const today = entryOfToday(diary, hour);
  const before = currentSpell(today === null ? diary : diary.slice(0, -1));
  const goesOn = before.length > 0;
  return {
    custom_id: encodeCustomId(id),
    title: today === null ? "Check in" : "Change your last check-in",
    components: [
      label("How sore is it now?", sorenessSelect(today), "0 is none, 10 is the worst you can imagine."),
      ...(goesOn ? [label("Since your last check-in", trendRadio(today))] : []),
      entryOfSigns(before) === null
        ? label("Is any of it like this?", feelBoxes(today), "Leave it empty if it is only dull, tight or achy.")
        : label("Is any of it still like this?", feelBoxesAgain(diary, today), ARE_TICKED),
      ...(goesOn ? [] : [label("How long has it been there?", sinceRadio(today))]),
    ],
  };
}

/**
 * Reads the sent form; what was not asked or not chosen stays unknown.
 *
 * @throws UserError when no soreness was chosen.
 */
export function readCheckIn({ fields }: Pick<ActionRequest, "fields">, diary: Diary, hour: number): DiaryEntry {
  const soreness = Number(fields.soreness?.[0] ?? Number.NaN);
  if (!Number.isInteger(soreness) || soreness < 0 || soreness > MOST_SORE) {
    throw new UserError("Please choose how sore it is, from 0 to 10. Nothing was noted; press Check in again.");
  }
  const already = SINCE.find(({ value }) => value === fields.already?.[0])?.days;
  const feels = fields.feels ?? [];
  const signs = {
    isSharp: feels.includes("sharp"),
    isTingling: feels.includes("tingling"),
    isNumb: feels.includes("numb"),
  };
  return {
    hour,
    soreness,
    trend: (Object.keys(ENTRY_TRENDS) as EntryTrend[]).find((trend) => trend === fields.trend?.[0]) ?? null,
    ...signs,
    // Where a sign is ticked beside it, the sign counts.
    ...(feels.includes("none") && !isMarked(signs) ? { isFreeOfSigns: true } : {}),
    alreadyDays: already ?? entryOfToday(diary, hour)?.alreadyDays ?? null,
  };
}

function sorenessSelect(today: DiaryEntry | null): APIComponentInLabel {
  const options = Array.from({ length: MOST_SORE + 1 }, (_, value) => ({
    value: String(value),
    label: IN_WORDS[value] === undefined ? String(value) : `${value}: ${IN_WORDS[value]}`,
    default: today?.soreness === value,
  }));
  return { type: ComponentType.StringSelect, custom_id: "soreness", placeholder: "Choose 0 to 10", options };
}

function trendRadio(today: DiaryEntry | null): APIComponentInLabel {
  const options = Object.entries(ENTRY_TRENDS).map(([value, words]) => ({
    value,
    label: words,
    default: today?.trend === value,
  }));
  return { type: ComponentType.RadioGroup, custom_id: "trend", required: false, options };
}

function feelBoxes(noted: DiaryEntry | null): APICheckboxGroupComponent {
  const options = [
    { value: "sharp", label: "Sharp or stabbing", default: noted?.isSharp ?? false },
    { value: "tingling", label: "Tingling or numb, on and off", default: noted?.isTingling ?? false },
    { value: "numb", label: "Tingling or numb all the time", default: noted?.isNumb ?? false },
  ];
  return { type: ComponentType.CheckboxGroup, custom_id: "feels", required: false, min_values: 0, options };
}

/** With what stands from before ticked already, and a box to say that it is gone. */
function feelBoxesAgain(diary: Diary, today: DiaryEntry | null): APICheckboxGroupComponent {
  const boxes = feelBoxes(entryOfSigns(currentSpell(diary)));
  const none = { value: "none", label: NONE_ANY_MORE, default: today?.isFreeOfSigns ?? false };
  return { ...boxes, options: [...boxes.options, none] };
}

function sinceRadio(today: DiaryEntry | null): APIComponentInLabel {
  const options = SINCE.map(({ value, label: words, days }) => ({
    value,
    label: words,
    default: today?.alreadyDays === days,
  }));
  return { type: ComponentType.RadioGroup, custom_id: "already", required: false, options };
}
