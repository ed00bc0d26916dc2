import type { Quote } from "./assessment.ts";
import { WRITER } from "./context.ts";
import { cueClass } from "./cues.ts";
import type { Rules } from "./inputs.ts";
import type { Reading } from "./reading.ts";

const ORDINARY = "ordinary-soreness";
/** Soreness rises for so many days before it eases (clinical reference, section C). */
export const PEAK_DAYS = 3;
/** A length up to which soreness that eases is as ordinary as a fresh one. */
const EASING_DAYS = 7;
/** Word classes that say nothing more of a soreness, and of one that is surely fresh. */
const BESIDE_SORENESS = ["place", "filler", "event-training", "recent", "nothing-more"];
const BESIDE_FRESH = [...BESIDE_SORENESS, "training", "both", "better", "dull", "ache", "stiff", "press-tender"];
const PAIN = ["pain", "ache", "left-right"];
/** Word classes of a tight chest, which may be a sore muscle or not. */
export const TIGHT_CHEST = ["chest", "pressure"];
const JOINING = new Set("after from since both post in on mild slight slightly light too many much".split(" "));
const JOINING_FRESH = new Set([
  ...JOINING,
  ..."for but still and been otherwise normal usual expected already as evenly equally equal good nice nicely happy".split(
    " ",
  ),
  ..."walking downstairs moving helps".split(" "),
]);
const QUESTION = new Set(["why", "does", "do", "is", "what", "how", "should", "can"]);
/** Of somebody who asks about a pain these tell no more of it: "why does my upper back hurt the day after deadlifts?" */
const ASKING = new Set([...QUESTION, "it", "normal", "that", "help", "helps", "if", "the"]);

/**
 * "neck sore", "lifting for 8 months, traps sore since yesterday", "osteoporosis, and my back is sore": soreness and
 * nothing but risk factors, places, training and small words beside it, and where it is fresh, lengths of time.
 *
 * Where every word was read there is nothing left for the second reader to hear.
 */
export function isBareSoreness(reading: Reading, { signs }: Rules): boolean {
  const { findings, hints, leftovers, lengths, marked, trend } = reading;
  const isSore = findings.some(({ id }) => id === ORDINARY);
  const isOnlySore = isSore && findings.every(({ id }) => id === ORDINARY || signs.risks.has(id));
  const quotes = findings.flatMap(({ quote }) => quote ?? []);
  // "im so tired of everything" is made of words of soreness.
  const mayBeOtherwise = marked.has("tired-of") || TIGHT_CHEST.every((classId) => marked.has(classId));
  const isMore = quotes.length < findings.length || hints.length + leftovers.length > 0 || mayBeOtherwise;
  if (!isOnlySore || isMore) return false;
  const isFresh = isSurelyFresh(reading) && findings.every(({ id }) => id === ORDINARY);
  if (trend !== null && !isFresh) return false;
  const beside = isFresh ? BESIDE_FRESH : BESIDE_SORENESS;
  const joining = isFresh ? JOINING_FRESH : JOINING;
  return marked.tokens.every(({ norm, start, end }, i) => {
    const isRead = quotes.some((quote) => start >= quote.start && end <= quote.end);
    const isTime = isFresh && lengths.some((length) => length.start <= i && i < length.end);
    return isRead || isTime || joining.has(norm) || beside.some((classId) => marked.isAt(i, classId));
  });
}

/** The table of the reference holds it for ordinary whatever else is unknown. */
function isSurelyFresh({ days, trend, isFirmlyDated }: Reading): boolean {
  if (days === null || !isFirmlyDated) return false;
  return trend === "better" ? days <= EASING_DAYS : trend === null && days <= PEAK_DAYS;
}

/** "right knee hurts": a plain complaint that was read, whatever more there may be. */
export function isPlainPain({ start: from, end: to }: Quote, reading: Reading): boolean {
  const isPlain = plainWords(reading);
  return reading.marked.tokens.every(({ start, end }, i) => start < from || end > to || isPlain(i));
}

/** "pain in my lower back" and not a word more: the reference weighs it, though most who write so have more to tell. */
export function isBarePain(reading: Reading): boolean {
  const { marked, hints } = reading;
  const isPlain = plainWords(reading);
  return hints.length === 0 && marked.tokens.length > 0 && marked.tokens.every((_, i) => isPlain(i));
}

/** A bare pain that somebody has: "is back pain normal?" may be asked by anybody. */
export function isOwnBarePain(reading: Reading): boolean {
  const { marked } = reading;
  const { tokens } = marked;
  const isOwn = tokens.some(({ norm }) => WRITER.has(norm)) || tokens.every(({ norm }) => !QUESTION.has(norm));
  return isOwn && marked.has("pain") && !marked.has(cueClass("negates-before")) && isBarePain(reading);
}

/** Words that say no more of a pain than where it is, since when, and after what. */
function plainWords({ marked, lengths }: Reading): (position: number) => boolean {
  const isSmall = (norm: string): boolean => JOINING_FRESH.has(norm) || ASKING.has(norm);
  return (position) =>
    isSmall(marked.tokens[position]?.norm ?? "") ||
    [...PAIN, ...BESIDE_SORENESS].some((classId) => marked.isAt(position, classId)) ||
    lengths.some(({ start, end }) => start <= position && position < end);
}

/** Dull soreness after training that is named, at most three days old, not getting worse, and nothing else beside it. */
export function isPlainlyOrdinary(reading: Reading, { signs }: Rules): boolean {
  const { findings, hints, leftovers, days, trend, hasTrainingCause } = reading;
  const isOnlySore =
    findings.some(({ id }) => id === ORDINARY) && findings.every(({ id }) => signs.signs.get(id)?.level === 0);
  const isFresh = (days === null || days <= PEAK_DAYS) && trend !== "worse" && trend !== "same";
  return isOnlySore && isFresh && hasTrainingCause && hints.length === 0 && leftovers.length === 0;
}
