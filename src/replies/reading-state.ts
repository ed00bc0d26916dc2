import { UserError } from "#src/errors.ts";
import type { Knowledge } from "#src/knowledge/knowledge.ts";
import type { SignCatalogue } from "#src/knowledge/signs.ts";
import type { Band, Earlier, Feeling, Level, Question, Trend } from "#src/triage/assessment.ts";
import { type Digit, packDigits, unpackDigits } from "./mixed-radix.ts";
import type { Visibility } from "./place.ts";
import { SINCE } from "./soreness-choices.ts";

/** What a card's buttons know of a reading: the decision so far, the answers that added nothing, what is still asked. */
export type ReadingState = Earlier & {
  /** Signs answered with no. */
  readonly absent: readonly string[];
  /** Signs answered with "don't know". */
  readonly unsure: readonly string[];
  /** How long the person chose that it has lasted, in days, where that is not longer than it counts as. */
  readonly chosenDays: number | null;
  readonly questions: readonly Question[];
  /** What came of the list behind "Is anything else there?"; null until it is sent. */
  readonly list: ListAnswer | null;
  /** Ids of the article's reasons that fit, the first to be named first. */
  readonly causes: readonly string[];
  readonly visibility: Visibility;
};

/** Whether a list that was sent told something, or left it open: then it is no answer, and not asked for again. */
export type ListAnswer = "told" | "unsure";

/** What a reading's ids are found in. */
export type IdSources = { readonly knowledge: Pick<Knowledge, "causes">; readonly signs: SignCatalogue };

/** The ids that a reading is written with; whoever writes one without reasons needs none of theirs. */
export type ReadingIds = SignCatalogue & { readonly causes?: Knowledge["causes"] };

/** What buttons are written and read with, where they may carry reasons. */
export function readingIds({ knowledge, signs }: IdSources): ReadingIds {
  return { ...signs, causes: knowledge.causes };
}

/** A reading before anything was said. */
export const NOTHING_READ: ReadingState = {
  present: [],
  corrected: [],
  risks: [],
  feels: null,
  durationDays: null,
  trend: null,
  hasLeftovers: false,
  subject: "self",
  level: 0,
  band: null,
  absent: [],
  unsure: [],
  chosenDays: null,
  questions: [],
  list: null,
  causes: [],
  visibility: "public",
};

// Raise it when a radix or the order below changes, or that of the article's reasons: older buttons then say that they
// have expired.
const VERSION = "2";
const NUMBERS = 128;
const QUESTIONS = 2;
// As many as a card names.
const CAUSES = 3;
const MOST_KNOWN_CAUSES = 8;
const LONGEST_DAYS = 1022;
const FEELINGS: readonly (Feeling | null)[] = [null, "dull", "sharp", "burning", "tingling", "unsure"];
const BANDS: readonly Band[] = [null, "routine", "prompt", "same-day", "emergency"];
const TRENDS: readonly (Trend | null)[] = [null, "better", "same", "worse", "comes-and-goes"];
const ALL_CHOSEN = SINCE.length + 1;
const LISTS: readonly (ListAnswer | null)[] = [null, "told", "unsure"];
const PLAIN_QUESTIONS = ["feels", "since", "any-of-these"] as const;

// What a sign or risk factor can be in a reading; the first that holds is written.
const MARKS = { present: 1, corrected: 2, absent: 3, unsure: 4 } as const;

const HEAD_RADIXES = [
  4,
  BANDS.length,
  2,
  2,
  2,
  FEELINGS.length,
  TRENDS.length,
  LONGEST_DAYS + 2,
  SINCE.length + 2,
  LISTS.length,
];
// The marks weigh most and stand last: a reading with few signs makes a short id.
const RADIXES = [
  ...HEAD_RADIXES,
  ...Array<number>(CAUSES).fill(1 + MOST_KNOWN_CAUSES),
  ...Array<number>(QUESTIONS).fill(1 + PLAIN_QUESTIONS.length + NUMBERS),
  ...Array<number>(NUMBERS).fill(1 + Object.keys(MARKS).length),
];

type Numbered = { readonly id: string; readonly number: number };

/** Writes a reading for a custom id; with any owner it leaves room for an action of nine letters. */
export function encodeReading(state: ReadingState, { signs, risks, causes }: ReadingIds): string {
  const known = knownCauses(causes);
  // One beyond the room is left out, as one that nobody knows.
  const reasons = state.causes.slice(0, CAUSES).map((id) => 1 + known.indexOf(id));
  const questions = state.questions.slice(0, QUESTIONS).map((one) => questionValue(one, signs));
  const values = [
    state.level,
    BANDS.indexOf(state.band),
    state.subject === "self" ? 0 : 1,
    state.visibility === "public" ? 0 : 1,
    state.hasLeftovers ? 1 : 0,
    FEELINGS.indexOf(state.feels),
    TRENDS.indexOf(state.trend),
    // Rounded up: a reading never gets milder by being written down.
    state.durationDays === null ? 0 : 1 + Math.min(LONGEST_DAYS, Math.ceil(state.durationDays)),
    chosenValue(state),
    LISTS.indexOf(state.list),
    ...reasons,
    ...Array<number>(CAUSES - reasons.length).fill(0),
    ...questions,
    ...Array<number>(QUESTIONS - questions.length).fill(0),
    ...marks(state, [...signs.values(), ...risks.values()]),
  ];
  const digits: Digit[] = values.map((value, index) => ({ value, radix: RADIXES[index] ?? 1 }));
  return VERSION + packDigits(digits);
}

/**
 * Reads a reading back; signs and reasons that are no longer known are left out.
 *
 * @throws UserError when the text is of another version or broken.
 */
export function decodeReading(text: string, { signs, risks, causes }: ReadingIds): ReadingState {
  const values = text.startsWith(VERSION) ? unpackDigits(text.slice(VERSION.length), RADIXES) : null;
  if (values === null) throw new UserError("This message has expired. Please start again with the command.");
  const head = values.splice(0, HEAD_RADIXES.length);
  const [level = 0, band = 0, subject, visibility, leftovers, ...course] = head;
  const [feels = 0, trend = 0, days = 0, chosen = 0, list = 0] = course;
  const durationDays = days === 0 ? null : days - 1;
  const known = knownCauses(causes);
  const reasons = values.splice(0, CAUSES);
  const questions = values.splice(0, QUESTIONS);
  const marked = (all: ReadonlyMap<string, Numbered>, mark: number) =>
    [...all.values()].filter(({ number }) => values[number] === mark).map(({ id }) => id);
  return {
    level: level as Level,
    band: BANDS[band] ?? null,
    subject: subject === 0 ? "self" : "other",
    visibility: visibility === 0 ? "public" : "private",
    hasLeftovers: leftovers === 1,
    feels: FEELINGS[feels] ?? null,
    trend: TRENDS[trend] ?? null,
    durationDays,
    chosenDays: chosen === ALL_CHOSEN ? durationDays : (SINCE[chosen - 1]?.days ?? null),
    list: LISTS[list] ?? null,
    causes: reasons.flatMap((value) => known[value - 1] ?? []),
    questions: questions.flatMap((value) => toQuestion(value, signs)),
    present: marked(signs, MARKS.present),
    risks: marked(risks, MARKS.present),
    corrected: [...marked(signs, MARKS.corrected), ...marked(risks, MARKS.corrected)],
    absent: marked(signs, MARKS.absent),
    unsure: marked(signs, MARKS.unsure),
  };
}

/** The chosen range, or that all of the length was chosen, as in a diary. */
function chosenValue({ chosenDays, durationDays }: ReadingState): number {
  if (chosenDays === null) return 0;
  return chosenDays === durationDays ? ALL_CHOSEN : 1 + SINCE.findLastIndex(({ days }) => days <= chosenDays);
}

function knownCauses(causes: ReadingIds["causes"]): string[] {
  return [...(causes?.keys() ?? [])].slice(0, MOST_KNOWN_CAUSES);
}

/** Signs and risk factors share one row of numbers. */
function marks({ present, risks, corrected, absent, unsure }: ReadingState, all: readonly Numbered[]): number[] {
  const found = Array<number>(NUMBERS).fill(0);
  for (const { id, number } of all) {
    if (present.includes(id) || risks.includes(id)) found[number] = MARKS.present;
    else if (corrected.includes(id)) found[number] = MARKS.corrected;
    else if (absent.includes(id)) found[number] = MARKS.absent;
    else if (unsure.includes(id)) found[number] = MARKS.unsure;
  }
  return found;
}

function questionValue(question: Question, signs: SignCatalogue["signs"]): number {
  if (question.kind !== "sign") return 1 + PLAIN_QUESTIONS.indexOf(question.kind);
  const sign = signs.get(question.signId);
  return sign === undefined ? 0 : 1 + PLAIN_QUESTIONS.length + sign.number;
}

function toQuestion(value: number, signs: SignCatalogue["signs"]): Question[] {
  if (value === 0) return [];
  const kind = PLAIN_QUESTIONS[value - 1];
  if (kind !== undefined) return [{ kind }];
  const sign = [...signs.values()].find(({ number }) => number === value - 1 - PLAIN_QUESTIONS.length);
  return sign === undefined ? [] : [{ kind: "sign", signId: sign.id }];
}
