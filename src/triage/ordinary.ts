import type { Quote } from "./assessment.ts";
import type { Rules } from "./inputs.ts";
import type { Reading } from "./reading.ts";

const ORDINARY = "ordinary-soreness";
const PEAK_DAYS = 3;
/** Word classes that say nothing more of a soreness. */
const BESIDE_SORENESS = ["place", "filler", "event-training", "recent"];
const PAIN = ["pain", "ache", "left-right"];
const JOINING = new Set(["after", "from", "since", "both", "post", "in", "on"]);

/**
 * "neck sore", "my traps are tight after rows", "osteoporosis, and my back is sore": soreness and nothing but risk
 * factors, places, training and small words beside it.
 *
 * Where every word was read there is nothing left for the second reader to hear.
 */
export function isBareSoreness({ findings, hints, leftovers, marked, trend }: Reading, { signs }: Rules): boolean {
  const isSore = findings.some(({ id }) => id === ORDINARY);
  const isOnlySore = isSore && findings.every(({ id }) => id === ORDINARY || signs.risks.has(id));
  const quotes = findings.flatMap(({ quote }) => quote ?? []);
  const isMore = quotes.length < findings.length || hints.length + leftovers.length > 0 || trend !== null;
  if (!isOnlySore || isMore) return false;
  return marked.tokens.every(({ norm, start, end }, i) => {
    const isRead = quotes.some((quote) => start >= quote.start && end <= quote.end);
    return isRead || JOINING.has(norm) || BESIDE_SORENESS.some((classId) => marked.isAt(i, classId));
  });
}

/** "right knee hurts": a plain complaint that was read, whatever more there may be. */
export function isPlainPain({ start: from, end: to }: Quote, { marked }: Reading): boolean {
  const isPlain = (position: number): boolean =>
    [...PAIN, ...BESIDE_SORENESS].some((classId) => marked.isAt(position, classId));
  return marked.tokens.every(({ norm, start, end }, i) => start < from || end > to || JOINING.has(norm) || isPlain(i));
}

/** "pain in my lower back" and not a word more: the reference weighs it, though most who write so have more to tell. */
export function isBarePain(reading: Reading): boolean {
  const { sentences, hints } = reading;
  return hints.length === 0 && sentences.length > 0 && sentences.every((sentence) => isPlainPain(sentence, reading));
}

/** Dull soreness after training that is named, at most three days old, not getting worse, and nothing else beside it. */
export function isPlainlyOrdinary(reading: Reading, { signs }: Rules): boolean {
  const { findings, hints, leftovers, days, trend, hasTrainingCause } = reading;
  const isOnlySore =
    findings.some(({ id }) => id === ORDINARY) && findings.every(({ id }) => signs.signs.get(id)?.level === 0);
  const isFresh = (days === null || days <= PEAK_DAYS) && trend !== "worse" && trend !== "same";
  return isOnlySore && isFresh && hasTrainingCause && hints.length === 0 && leftovers.length === 0;
}
