import type { Thresholds } from "#src/knowledge/second-reader-weights.ts";
import type { SignCatalogue } from "#src/knowledge/signs.ts";
import type { Finding } from "./assessment.ts";
import type { Inputs, Rules } from "./inputs.ts";
import { isOnlyDenied } from "./only-denied.ts";
import { isBareSoreness } from "./ordinary.ts";
import type { Reading } from "./reading.ts";
import type { Opinion } from "./second-reader.ts";

/** Signs of a complaint that goes on. */
export const LASTING: readonly string[] = ["long-lasting-pain", "worsening-trend", "recurrent-same-spot"];
const SORENESS = ["duration-watch", "ordinary-soreness"];
/** A soreness told beside a longer time is fresh, and the time that of a habit, unless one clause tells both. */
const LONG_DAYS = 14;

/** So few words, such as "cant breathe", hardly ever say a thing of a sign that is not meant. */
const FEW_WORDS = 9;
export const isOfFewWords = ({ marked }: Reading): boolean => marked.tokens.length <= FEW_WORDS;

const HARDLY_A_SENTENCE = 5;
/** So few words leave nearly everything open. */
export const isHardlyASentence = ({ marked }: Reading): boolean => marked.tokens.length <= HARDLY_A_SENTENCE;

/** What the second reader makes of the words, and from where on that counts. */
export type Heard = { readonly opinion: Opinion; readonly thresholds: Thresholds };

/** The greater of the chances that something should be seen, and that it is urgent. */
export function fearOf({ alarm, urgent }: Opinion): number {
  return Math.max(alarm, urgent);
}

/** Asks the second reader; null where there are no words for it, or where there is none. */
export function hear({ reading }: Inputs, rules: Rules): Heard | null {
  const { secondReader } = rules;
  if (reading === null || secondReader === null) return null;
  if (!reading.hasWords || reading.isOnlyALength || isBareSoreness(reading, rules)) return null;
  return { opinion: secondReader.hear(reading), thresholds: secondReader.thresholds };
}

/** A wish to die is never weighed against anything. */
export const CRISIS = "wants-to-die";

/**
 * Warnings in words that the second reader holds for nothing, such as "new bumper plates leak oil".
 *
 * In 19,604 texts whose writers it had not seen, it doubted 104, four of them warnings, which are asked about.
 */
export function doubtedWarnings(heard: Heard | null, { reading }: Inputs, { signs }: Rules): readonly Finding[] {
  if (heard === null || reading === null) return [];
  const { opinion, thresholds } = heard;
  if (fearOf(opinion) >= thresholds.believedFrom) return [];
  return reading.findings.filter(({ id }) => id !== CRISIS && (signs.signs.get(id)?.level ?? 0) >= 2);
}

/** A hint that the second reader hears too is two witnesses: the sign stands, a warning where it fears one at all. */
export function secondedHints(heard: Heard | null, { reading }: Inputs, { signs }: Rules): readonly Finding[] {
  if (heard === null || reading === null || isOnlyDenied(reading)) return [];
  const { opinion, thresholds } = heard;
  const isFeared = opinion.alarm >= thresholds[isOfFewWords(reading) ? "fewWordsAlarmFrom" : "secondedAlarmFrom"];
  const isWarning = (id: string): boolean => (signs.signs.get(id)?.level ?? 0) >= 2;
  const sideBySide = urgentSideBySide(heard, reading, signs);
  return reading.hints.filter(
    (hint) =>
      sideBySide.has(hint) ||
      (opinion.chanceOf(hint.id) >= thresholds.secondedFrom && (isFeared || !isWarning(hint.id))),
  );
}

/** In so few words "chest pain and I can't breathe" is hardly ever a joke, though either alone often is. */
const TWO_TOLD_IN = 14;

/** Hints of different urgent signs in words of their own, the likeliest first; none where only one stands. */
function urgentSideBySide(
  { opinion, thresholds }: Heard,
  { hints, marked }: Reading,
  { signs }: SignCatalogue,
): ReadonlySet<Finding> {
  if (fearOf(opinion) < thresholds.twoUrgentFrom || marked.tokens.length > TWO_TOLD_IN) return new Set();
  const urgent = hints.filter(({ id, quote }) => quote !== null && signs.get(id)?.level === 3 && id !== CRISIS);
  const apart: Finding[] = [];
  for (const hint of urgent.toSorted((a, b) => opinion.chanceOf(b.id) - opinion.chanceOf(a.id)))
    if (apart.every((other) => areApart(hint.quote, other.quote))) apart.push(hint);
  return new Set(apart.length > 1 ? apart : []);
}

function areApart(a: Finding["quote"], b: Finding["quote"]): boolean {
  return a !== null && b !== null && (a.end <= b.start || b.end <= a.start);
}

/** A length that may belong to something else counts where the second reader hears a complaint that it fits. */
export function toldDays(heard: Heard | null, { reading, answers, earlier }: Inputs): number | null {
  if (reading === null || reading.days === null) return null;
  const { days, isFirmlyDated } = reading;
  // A bare length is that of a complaint as soon as one is told in any other way.
  if (reading.isOnlyALength) return earlier !== null || Object.keys(answers).length > 0 ? days : null;
  if (heard === null) return isFirmlyDated ? days : null;
  const { opinion, thresholds } = heard;
  const isAnyHeard = (ids: readonly string[]): boolean =>
    ids.some((id) => opinion.chanceOf(id) >= thresholds.lastingFrom);
  // "she was all i had, she died tuesday" tells of no soreness.
  if (!isFirmlyDated && opinion.chanceOf(CRISIS) >= thresholds.crisisAskFrom) return null;
  const isComplaint = opinion.alarm >= (isFirmlyDated ? thresholds.askFrom : thresholds.complaintFrom);
  const isSoreness = (isFirmlyDated || days < LONG_DAYS) && isAnyHeard(SORENESS);
  return isComplaint || isSoreness || isAnyHeard(LASTING) ? days : null;
}
