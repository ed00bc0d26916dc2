import type { Assessment } from "#src/triage/assessment.ts";

const DAY_MS = 24 * 60 * 60 * 1000;
// Clinical reference A3: look again after 2 to 3 days, and sooner with a risk factor.
const DAYS = 3;
const DAYS_WITH_RISK = 2;

/** When to look again. */
export function recheckAt({ risks }: Pick<Assessment, "risks">, now: Date): Date {
  return new Date(now.getTime() + (risks.length === 0 ? DAYS : DAYS_WITH_RISK) * DAY_MS);
}

/** A day, written so that Discord shows it in the reader's language and time zone. */
export function dayMark(at: Date): string {
  return `<t:${Math.floor(at.getTime() / 1000)}:D>`;
}
