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
const LONGEST_PHRASE = 4;
const WEEKS = new Map([
  ["first", 1],
  ["1st", 1],
  ["second", 8],
  ["2nd", 8],
  ["third", 15],
  ["3rd", 15],
  ["last", 24],
]);

/** Whether a word is a short name of a weekday, such as "tues". */
export const isShortWeekday = (word: string): boolean => SHORT_WEEKDAYS.has(word);

/** The word at a token position; nothing beyond the text. */
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
  const first = (phrase: string): string => phrase.split(" ")[0] ?? "";
  const names = [...anchors.keys(), ...dates.keys(), ...monthParts.keys()].map(first);
  const words = [...names, ...WEEKDAYS, ...SHORT_WEEKDAYS.keys(), ...MONTHS, ...SHORT_MONTHS.keys(), ...WEEKS.keys()];
  return {
    // "tuesdays" is dated like "tuesday".
    opensWith: new Set([...words.flatMap((word) => [word, `${word}s`]), "the"]),
    read: (wordAt, i, telling) => {
      const isWeekday = weekdayBefore(wordAt(i), telling.now) !== null;
      // "thursday the 12th": the number tells which one.
      const dayAt = isWeekday ? i + 1 : i;
      const day = telling.isSince ? dayOfMonth(wordAt, dayAt, monthParts, telling.now) : null;
      return day === null ? namedDay(wordAt, i, { anchors, dates }, telling) : { ...day, size: day.size + dayAt - i };
    },
  };
}

/** "yesterday", "since tuesday", "last friday", "since easter": the longest phrase that fits. */
function namedDay(
  wordAt: WordAt,
  i: number,
  { anchors, dates }: Pick<DurationWords, "anchors" | "dates">,
  telling: Telling,
): Dated | null {
  for (let size = LONGEST_PHRASE; size >= 1; size--) {
    const phrase = Array.from({ length: size }, (_, k) => wordAt(i + k)).join(" ");
    const singular = phrase.replace(/s$/, "");
    const anchor = anchors.get(phrase) ?? anchors.get(singular);
    if (anchor !== undefined) return telling.isSince || !NEEDS_SINCE.has(phrase) ? { days: anchor, size } : null;
    const weekday = weekdayBefore(phrase, telling.now);
    if (weekday !== null) return { days: weekday, size };
    // "march", "may" and "spring" are other words too unless something began then.
    const isLast = phrase.startsWith("last ");
    if (!telling.isSince && !isLast) continue;
    const date = dates.get(phrase) ?? dates.get(singular) ?? dates.get(singular.replace(/^last /, ""));
    if (date !== undefined) return { days: daysSince(date, telling.now), size };
    const month = monthOf(phrase.replace(/^last /, ""));
    if (month !== null) return { days: daysSince({ month, day: MIDDLE }, telling.now), size };
  }
  return null;
}

/** Anchors that date nothing where nothing began with them. */
const NEEDS_SINCE = new Set(["last week", "last month", "last year", "then", "breakfast", "lunch"]);

function weekdayBefore(phrase: string, now: Date): number | null {
  const name = phrase.replace(/^last /, "").replace(/s$/, "");
  const weekday = WEEKDAYS.indexOf(name) >= 0 ? WEEKDAYS.indexOf(name) : SHORT_WEEKDAYS.get(name);
  if (weekday === undefined) return null;
  const days = (now.getUTCDay() - weekday + 7) % 7;
  return phrase.startsWith("last ") && days < 2 ? days + 7 : days;
}

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
  return isThe === 1 && day.size === 2 ? { days: daysSinceNumber(day.day, now), size: 2 + isThe } : null;
}

/** "3" or "3rd", which is two words here. */
function dayAt(wordAt: WordAt, i: number): { readonly day: number; readonly size: number } | null {
  const day = Number(wordAt(i));
  if (!/^\d{1,2}$/.test(wordAt(i)) || day < 1 || day > 31) return null;
  return { day, size: /^(?:st|nd|rd|th)$/.test(wordAt(i + 1)) ? 2 : 1 };
}

function monthOf(word: string): number | null {
  const name = word.replace(/s$/, "");
  const month = MONTHS.indexOf(name) >= 0 ? MONTHS.indexOf(name) : (SHORT_MONTHS.get(name) ?? SHORT_MONTHS.get(word));
  return month ?? null;
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
