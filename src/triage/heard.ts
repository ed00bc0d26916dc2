import type { Thresholds } from "#src/knowledge/second-reader-weights.ts";
import type { Finding } from "./assessment.ts";
import type { Inputs, Rules } from "./inputs.ts";
import { isOnlyDenied } from "./only-denied.ts";
import { isBareSoreness } from "./ordinary.ts";
import type { Reading } from "./reading.ts";
import type { Opinion } from "./second-reader.ts";

/** Signs of a complaint that goes on. */
const LASTING = ["long-lasting-pain", "worsening-trend", "recurrent-same-spot"];
const SORENESS = ["duration-watch", "ordinary-soreness"];
/** A soreness told beside a longer time is fresh, and the time that of a habit, unless one clause tells both. */
const LONG_DAYS = 14;

/** So few words, such as "cant breathe", hardly ever say a thing of a sign that is not meant. */
const FEW_WORDS = 9;
export const isOfFewWords = ({ marked }: Reading): boolean => marked.tokens.length <= FEW_WORDS;

/** What the second reader makes of the words, and from where on that counts. */
export type Heard = { readonly opinion: Opinion; readonly thresholds: Thresholds };

/** Asks the second reader; null where there are no words for it, or where there is none. */
export function hear({ reading }: Inputs, rules: Rules): Heard | null {
  const { secondReader } = rules;
  if (reading === null || !reading.hasWords || secondReader === null || isBareSoreness(reading, rules)) return null;
  return { opinion: secondReader.hear(reading), thresholds: secondReader.thresholds };
}

/** A wish to die is never weighed against anything. */
export const CRISIS = "wants-to-die";

/**
 * Warnings in words that the second reader holds for nothing, such as "new bumper plates leak oil".
 *
 * In 15,939 texts whose writers it had not seen, it doubted 82, one of them a warning, which is asked about.
 */
export function doubtedWarnings(heard: Heard | null, { reading }: Inputs, { signs }: Rules): readonly Finding[] {
  if (heard === null || reading === null) return [];
  const { opinion, thresholds } = heard;
  if (Math.max(opinion.alarm, opinion.urgent) >= thresholds.believedFrom) return [];
  return reading.findings.filter(({ id }) => id !== CRISIS && (signs.signs.get(id)?.level ?? 0) >= 2);
}

/** A hint that the second reader hears too is two witnesses: the sign stands, a warning where it fears one at all. */
export function secondedHints(heard: Heard | null, { reading }: Inputs, { signs }: Rules): readonly Finding[] {
  if (heard === null || reading === null || isOnlyDenied(reading)) return [];
  const { opinion, thresholds } = heard;
  const isFeared = opinion.alarm >= thresholds[isOfFewWords(reading) ? "fewWordsAlarmFrom" : "secondedAlarmFrom"];
  const isWarning = (id: string): boolean => (signs.signs.get(id)?.level ?? 0) >= 2;
  return reading.hints.filter(
    ({ id }) => opinion.chanceOf(id) >= thresholds.secondedFrom && (isFeared || !isWarning(id)),
  );
}

/** A length that may belong to something else counts where the second reader hears a complaint that it fits. */
export function toldDays(heard: Heard | null, { reading }: Inputs): number | null {
  if (reading === null || reading.days === null) return null;
  const { days, isFirmlyDated } = reading;
  if (heard === null) return isFirmlyDated ? days : null;
  const { opinion, thresholds } = heard;
  const isAnyHeard = (ids: readonly string[]): boolean =>
    ids.some((id) => opinion.chanceOf(id) >= thresholds.lastingFrom);
  const isComplaint = opinion.alarm >= (isFirmlyDated ? thresholds.askFrom : thresholds.complaintFrom);
  const isSoreness = (isFirmlyDated || days < LONG_DAYS) && isAnyHeard(SORENESS);
  return isComplaint || isSoreness || isAnyHeard(LASTING) ? days : null;
}
