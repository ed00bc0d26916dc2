import type { Assessment } from "#src/triage/assessment.ts";

const DAY_SECONDS = 24 * 60 * 60;
// Clinical reference A3: look again after 2 to 3 days, and sooner with a risk factor.
const DAYS = 3;
const DAYS_WITH_RISK = 2;

/** The day to look again, written so that Discord shows it in the reader's language and time zone. */
export function recheckDay({ risks }: Pick<Assessment, "risks">, now: Date): string {
  const days = risks.length === 0 ? DAYS : DAYS_WITH_RISK;
  return `<t:${Math.floor(now.getTime() / 1000) + days * DAY_SECONDS}:D>`;
}
