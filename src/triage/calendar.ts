import type { DayOfYear, DurationWords } from "#src/knowledge/reading-content.ts";

const DAY_MS = 86_400_000;
const WEEKDAYS = ["sunday", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday"];
const SHORT_WEEKDAYS = new Map([
  ["sun", 0],
  ["mon", 1],
  ["tue", 2],
  ["tues", 2],
  ["wed", 3],
  ["weds", 3],
  ["thu", 4],
  ["thur", 4],
  ["thurs", 4],
  ["fri", 5],
  ["sat", 6],
]);
const MONTHS = [
  "january",
  "february",
  "march",
  "april",
  "may",
  "june",
  "july",
  "august",
  "september",
  "october",
  "november",
  "december",
];
const SHORT_MONTHS = new Map([
  ["jan", 0],
  ["feb", 1],
  ["mar", 2],
  ["apr", 3],
  ["jun", 5],
  ["jul", 6],
  ["aug", 7],
  ["sep", 8],
  ["sept", 8],
  ["oct", 9],
  ["nov", 10],
  ["dec", 11],
]);
/** Where only the month is named. */
const MIDDLE = 15;
const WEEKS = new Map([
  ["first", 1],
  ["second", 8],
  ["third", 15],
  ["last", 24],
]);

/** Whether a word is a short name of a weekday, such as "tues". */
export const isShortWeekday = (word: string): boolean => SHORT_WEEKDAYS.has(word);

/** 0 for Sunday, of "tuesday", "tuesdays" and "tues". */
const WEEKDAY_OF = byName(WEEKDAYS, SHORT_WEEKDAYS);
/** 0 for January, of "march" and "mar". */
const MONTH_OF = byName(MONTHS, SHORT_MONTHS);

/** Numbers by full and short names, each with and without an s. */
function byName(names: readonly string[], short: ReadonlyMap<string, number>): ReadonlyMap<string, number> {
  const all = [...names.map((name, i) => [name, i] as const), ...short];
  return new Map([...all.map(([name, i]) => [`${name}s`, i] as const), ...all]);
}

export const isWeekday = (word: string): boolean => WEEKDAY_OF.has(word);

/** The nearest day of that name, at most three days before or after. */
export function onWeekday(word: string, near: Date): Date {
  const ahead = ((WEEKDAY_OF.get(word) ?? near.getUTCDay()) - near.getUTCDay() + 7) % 7;
  return new Date(near.getTime() + (ahead > 3 ? ahead - 7 : ahead) * DAY_MS);
}

/** The word at a token position; nothing beyond the clause. */
type WordAt = (position: number) => string;

/** How many days ago, and how many words say it. */
type Dated = { readonly days: number; readonly size: number };

/** When a text was written, and whether "since" or "from" stands before the date. */
type Telling = { readonly now: Date; readonly isSince: boolean };

/** Reads dates in words: weekdays, months, days of a month, holidays and the anchors of the content. */
export type Calendar = {
  /** Words that a date may begin with; a number may too. */
  readonly opensWith: ReadonlySet<string>;
  read(wordAt: WordAt, position: number, telling: Telling): Dated | null;
};

/** Prepares the anchors, holidays and parts of a month that the content names. */
export function createCalendar({ anchors, dates, monthParts }: DurationWords): Calendar {
  const named = byFirstWord([
    ...Array.from(anchors, ([phrase, days]): NamedDay => ({ phrase, words: phrase.split(" "), days })),
    ...Array.from(dates, ([phrase, date]): NamedDay => ({ phrase, words: phrase.split(" "), date })),
  ]);
  const parts = [...monthParts.keys()].map((phrase) => phrase.split(" ")[0] ?? "");
  const words = [...named.keys(), ...parts, ...WEEKDAYS, ...SHORT_WEEKDAYS.keys(), ...MONTHS, ...SHORT_MONTHS.keys()];
  return {
    // "tuesdays" is dated like "tuesday".
    opensWith: new Set([...words.flatMap((word) => [word, `${word}s`]), ...WEEKS.keys(), "last", "the"]),
    read: (wordAt, i, telling) => {
      // "thursday the 12th": the number tells which one.
      const dayAt = isWeekday(wordAt(i)) ? i + 1 : i;
      const day = telling.isSince ? dayOfMonth(wordAt, dayAt, monthParts, telling.now) : null;
      if (day !== null) return { ...day, size: day.size + dayAt - i };
      return namedDay(wordAt, i, named, telling) ?? weekdayOrMonth(wordAt, i, named, telling);
    },
  };
}

/** An anchor of the content in days, or a holiday. */
type NamedDay = { readonly phrase: string; readonly words: readonly string[] } & (
  | { readonly days: number; readonly date?: never }
  | { readonly date: DayOfYear; readonly days?: never }
);
type NamedDays = ReadonlyMap<string, readonly NamedDay[]>;

/** The longest first. */
function byFirstWord(days: readonly NamedDay[]): NamedDays {
  const ordered = days.toSorted((a, b) => b.words.length - a.words.length);
  return Map.groupBy(ordered, ({ words }) => words[0] ?? "");
}

/** "yesterday", "since easter": the longest phrase that fits. */
function namedDay(wordAt: WordAt, i: number, named: NamedDays, { now, isSince }: Telling): Dated | null {
  const word = wordAt(i);
  const some = named.get(word) ?? named.get(word.replace(/s$/, ""));
  const day = some?.find(({ words }) =>
    words.every((one, k) => wordAt(i + k).replace(/s$/, "") === one.replace(/s$/, "")),
  );
  if (day === undefined) return null;
  const size = day.words.length;
  if (day.days !== undefined) return isSince || !NEEDS_SINCE.has(day.phrase) ? { days: day.days, size } : null;
  return isSince ? { days: daysSince(day.date, now), size } : null;
}

/** "tuesday", "last friday", "since march", "last spring". */
function weekdayOrMonth(wordAt: WordAt, i: number, named: NamedDays, telling: Telling): Dated | null {
  const isLast = wordAt(i) === "last";
  const at = isLast ? i + 1 : i;
  const size = isLast ? 2 : 1;
  const weekday = weekdayBefore(wordAt(at), isLast, telling.now);
  if (weekday !== null) return { days: weekday, size };
  // "march", "may" and "spring" are other words too unless something began then.
  if (!isLast && !telling.isSince) return null;
  const month = monthOf(wordAt(at));
  if (month !== null) return { days: daysSince({ month, day: MIDDLE }, telling.now), size };
  const season = isLast ? namedDay(wordAt, at, named, { ...telling, isSince: true }) : null;
  return season === null ? null : { days: season.days, size: season.size + 1 };
}

/** Anchors that date nothing where nothing began with them. */
const NEEDS_SINCE = new Set(["last week", "last month", "last year", "then", "breakfast", "lunch"]);

function weekdayBefore(word: string, isLast: boolean, now: Date): number | null {
  const weekday = WEEKDAY_OF.get(word);
  if (weekday === undefined) return null;
  const days = (now.getUTCDay() - weekday + 7) % 7;
  return isLast && days < 2 ? days + 7 : days;
}

/** What may follow a day of the month that is told by its number alone; nothing, above all. */
const GOING_ON = new Set([
  "",
  "and",
  "but",
  "so",
  "now",
  "still",
  "already",
  "i",
  "im",
  "my",
  "it",
  "its",
  "when",
  "after",
]);

/** "mid october", "first week of may", "nov 3", "the 3rd of november", "the 3rd". */
function dayOfMonth(wordAt: WordAt, i: number, parts: DurationWords["monthParts"], now: Date): Dated | null {
  for (let size = 3; size >= 1; size--) {
    const day = parts.get(Array.from({ length: size }, (_, k) => wordAt(i + k)).join(" "));
    const month = day === undefined ? null : monthOf(wordAt(i + size));
    if (day !== undefined && month !== null) return { days: daysSince({ month, day }, now), size: size + 1 };
  }
  const week = WEEKS.get(wordAt(i));
  const weekMonth = wordAt(i + 1) === "week" && /^(?:of|in)$/.test(wordAt(i + 2)) ? monthOf(wordAt(i + 3)) : null;
  if (week !== undefined && weekMonth !== null)
    return { days: daysSince({ month: weekMonth, day: week }, now), size: 4 };
  const month = monthOf(wordAt(i));
  if (month !== null) {
    const isThe = wordAt(i + 1) === "the" ? 1 : 0;
    const day = dayAt(wordAt, i + 1 + isThe);
    if (day !== null) return { days: daysSince({ month, day: day.day }, now), size: 1 + isThe + day.size };
    return null;
  }
  const isThe = wordAt(i) === "the" ? 1 : 0;
  const day = dayAt(wordAt, i + isThe);
  if (day === null) return null;
  const isOf = wordAt(i + isThe + day.size) === "of" ? 1 : 0;
  const size = isThe + day.size + isOf;
  const named = monthOf(wordAt(i + size));
  if (named !== null) return { days: daysSince({ month: named, day: day.day }, now), size: size + 1 };
  // "the 3rd" is a day, "the 3rd rep" is none.
  const isAlone = isThe === 1 && day.size === 2 && GOING_ON.has(wordAt(i + size));
  return isAlone ? { days: daysSinceNumber(day.day, now), size } : null;
}

/** "3" or "3rd", which is two words here. */
function dayAt(wordAt: WordAt, i: number): { readonly day: number; readonly size: number } | null {
  const day = Number(wordAt(i));
  if (!/^\d{1,2}$/.test(wordAt(i)) || day < 1 || day > 31) return null;
  return { day, size: /^(?:st|nd|rd|th)$/.test(wordAt(i + 1)) ? 2 : 1 };
}

function monthOf(word: string): number | null {
  return MONTH_OF.get(word) ?? null;
}

/** Days since a day of the year, this year or the last; one that the month we are in still has before it began at most today. */
function daysSince({ month, day }: DayOfYear, now: Date): number {
  const days = Math.floor((now.getTime() - Date.UTC(now.getUTCFullYear(), month, day)) / DAY_MS);
  if (days >= 0) return days;
  return month === now.getUTCMonth() ? Math.max(0, now.getUTCDate() - 1) : days + 365;
}

/** "since the 3rd": of this month, or of the last where that day is still to come. */
function daysSinceNumber(day: number, now: Date): number {
  const today = now.getUTCDate();
  if (day <= today) return today - day;
  const last = new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth(), 0)).getUTCDate();
  return today + Math.max(0, last - day);
}
