const WEEK_MS = 7 * 86_400_000;
const NAMES = new Intl.DateTimeFormat("en-GB", { day: "numeric", month: "short", year: "numeric", timeZone: "UTC" });

/** A week by the day its Monday falls on, such as 2026-03-02. */
export type Week = string;

/** The week that lies so many weeks after another one; before it where the number is negative. */
export function weekAfter(week: Week, weeks: number): Week {
  return new Date(Date.parse(week) + weeks * WEEK_MS).toISOString().slice(0, 10);
}

/** Such as "2 Mar 2026". */
export function weekName(week: Week): string {
  return NAMES.format(new Date(week));
}

/** Whether a text that comes from outside names a week. */
export function isWeek(text: string): text is Week {
  const at = /^\d{4}-\d\d-\d\d$/.test(text) ? new Date(text) : null;
  return at !== null && !Number.isNaN(at.getTime()) && at.getUTCDay() === 1;
}
