import type { Trend } from "#src/triage/assessment.ts";

const DAYS_A_MONTH = 30;

/** Where a complaint is heading, in words that stand after "it is". */
export const TREND_WORDS: Readonly<Record<Trend, string>> = {
  better: "getting better",
  same: "not changing",
  worse: "getting worse",
  "comes-and-goes": "coming and going",
};

/** A length of time as `for about 8 days`. */
export function durationWords(days: number): string {
  if (days < 1) return "since today";
  if (days < 14) return days <= 1 ? "for about 1 day" : `for about ${Math.round(days)} days`;
  if (days < 2 * DAYS_A_MONTH) return `for about ${Math.round(days / 7)} weeks`;
  return `for about ${Math.round(days / DAYS_A_MONTH)} months`;
}
