import type { Answers, Feeling, Trend } from "#src/triage/assessment.ts";

type Choice<Value extends string> = { readonly value: Value; readonly label: string };

/** What it feels like, as options, form and buttons offer it. */
export const FEELS: readonly Choice<Feeling>[] = [
  { value: "dull", label: "Dull, tight or achy" },
  { value: "sharp", label: "Sharp or stabbing" },
  { value: "burning", label: "Burning" },
  { value: "tingling", label: "Tingling or numb" },
  { value: "unsure", label: "Not sure" },
];

/** How long it has been there; `days` is the middle of the range. */
export const SINCE: readonly (Choice<string> & { readonly days: number })[] = [
  { value: "today", label: "Today", days: 0 },
  { value: "1-3-days", label: "1–3 days", days: 2 },
  { value: "4-7-days", label: "4–7 days", days: 5 },
  { value: "8-13-days", label: "8–13 days", days: 10 },
  { value: "2-3-weeks", label: "2–3 weeks", days: 17 },
  { value: "over-3-weeks", label: "Over 3 weeks", days: 31 },
  { value: "over-6-weeks", label: "Over 6 weeks", days: 63 },
];

/** Where it is heading. */
export const TRENDS: readonly Choice<Trend>[] = [
  { value: "better", label: "Getting better" },
  { value: "same", label: "The same" },
  { value: "worse", label: "Getting worse" },
  { value: "comes-and-goes", label: "Comes and goes" },
];

/** Turns chosen values into answers; what was not chosen, or is no choice of ours, stays unknown. */
export function chosenAnswers(chosen: {
  readonly feels?: unknown;
  readonly since?: unknown;
  readonly trend?: unknown;
}): Answers {
  const feels = FEELS.find(({ value }) => value === chosen.feels)?.value;
  const sinceDays = SINCE.find(({ value }) => value === chosen.since)?.days;
  const trend = TRENDS.find(({ value }) => value === chosen.trend)?.value;
  return {
    ...(feels === undefined ? {} : { feels }),
    ...(sinceDays === undefined ? {} : { sinceDays }),
    ...(trend === undefined ? {} : { trend }),
  };
}
