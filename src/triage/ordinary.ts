import type { Rules } from "./inputs.ts";
import type { Reading } from "./reading.ts";

const ORDINARY = "ordinary-soreness";
const PEAK_DAYS = 3;
const FEW_WORDS = 4;

/** "neck sore": so few words that nothing else can stand between them. */
export function isBareSoreness({ findings, hints, leftovers, marked, trend }: Reading): boolean {
  const isOnlySore = findings.length > 0 && findings.every(({ id }) => id === ORDINARY);
  return isOnlySore && hints.length + leftovers.length === 0 && trend === null && marked.tokens.length <= FEW_WORDS;
}

/** Dull soreness after training that is named, at most three days old, not getting worse, and nothing else beside it. */
export function isPlainlyOrdinary(reading: Reading, { signs }: Rules): boolean {
  const { findings, hints, leftovers, days, trend, hasTrainingCause } = reading;
  const isOnlySore =
    findings.some(({ id }) => id === ORDINARY) && findings.every(({ id }) => signs.signs.get(id)?.level === 0);
  const isFresh = (days === null || days <= PEAK_DAYS) && trend !== "worse" && trend !== "same";
  return isOnlySore && isFresh && hasTrainingCause && hints.length === 0 && leftovers.length === 0;
}
