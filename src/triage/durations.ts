import type { DurationWords } from "#src/knowledge/reading-content.ts";
import type { MarkedText } from "./ground.ts";

/** A length of time as said: `days` long, where it stands, and how it was put. */
export type Duration = {
  readonly days: number;
  readonly start: number;
  readonly end: number;
  readonly kind: "length" | "since" | "ago" | "day" | "event";
};

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
/** Whether a word is a short name of a weekday, such as "tues". */
export const isShortWeekday = (word: string): boolean => SHORT_WEEKDAYS.has(word);
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
/** Holidays and seasons as month (from 0) and day of their beginning. */
const DATES = new Map<string, readonly [number, number]>([
  ["xmas", [11, 25]],
  ["christmas", [11, 25]],
  ["new year", [0, 1]],
  ["new years", [0, 1]],
  ["nye", [11, 31]],
  ["halloween", [9, 31]],
  ["easter", [3, 5]],
  ["thanksgiving", [10, 26]],
  ["valentines", [1, 14]],
  ["spring", [2, 20]],
  ["summer", [5, 21]],
  ["the summer", [5, 21]],
  ["autumn", [8, 22]],
  ["fall", [8, 22]],
  ["winter", [0, 5]],
  ["july 4", [6, 4]],
  ["bonfire night", [10, 5]],
]);

/** Reads every length of time in a text, related to the complaint or not, with weekdays and months dated from `now`. */
export type DurationReader = (text: MarkedText, now: Date) => readonly Duration[];

/** What is counted in "day 4". */
const NUMBERED = new Set(["day", "week", "night", "month"]);

/** A vague length, such as "couple of weeks". */
type Span = { readonly words: readonly string[]; readonly days: number };

/** What begins with a word: vague lengths, the longest first, dates, or anything at all; most words begin nothing. */
type Openers = {
  readonly vague: ReadonlyMap<string, readonly Span[]>;
  readonly dates: ReadonlySet<string>;
  readonly all: ReadonlySet<string>;
};

/** Prepares the words of the content for reading lengths. */
export function createDurationReader(words: DurationWords): DurationReader {
  const openers = openersOf(words);
  return (text, now) => readDurations(text, now, { ...words, openers });
}

function openersOf({ vague, anchors, numbers }: DurationWords): Openers {
  const first = (phrase: string): string => phrase.split(" ")[0] ?? "";
  const spans = Array.from(vague, ([phrase, days]): Span => ({ words: phrase.split(" "), days }));
  spans.sort((a, b) => b.words.length - a.words.length);
  const dates = [...anchors.keys(), ...DATES.keys()].map(first);
  dates.push(...WEEKDAYS, ...SHORT_WEEKDAYS.keys(), ...MONTHS, ...SHORT_MONTHS.keys(), "last");
  // "tuesdays" is dated like "tuesday".
  const dated = dates.flatMap((word) => [word, `${word}s`]);
  return {
    vague: Map.groupBy(spans, ({ words }) => words[0] ?? ""),
    dates: new Set(dated),
    all: new Set([...spans.map(({ words }) => words[0] ?? ""), ...dated, ...numbers.keys(), ...NUMBERED]),
  };
}

type Words = DurationWords & { readonly openers: Openers };

function readDurations(text: MarkedText, now: Date, words: Words): readonly Duration[] {
  const found: Duration[] = [];
  for (let i = 0; i < text.tokens.length; i++) {
    const first = norm(text, i);
    if (!words.openers.all.has(first) && !/^\d/.test(first)) continue;
    const duration = spanAt(text, i, words, now);
    if (duration === null) continue;
    found.push(duration);
    i = duration.end - 1;
  }
  return found;
}

function spanAt(text: MarkedText, i: number, words: Words, now: Date): Duration | null {
  return (
    dayNumber(text, i, words) ??
    vagueSpan(text, i, words, 2) ??
    countedSpan(text, i, words) ??
    vagueSpan(text, i, words, 1) ??
    (words.openers.dates.has(norm(text, i)) ? datedSpan(text, i, words, now) : null)
  );
}

function norm(text: MarkedText, i: number): string {
  return text.repairs.get(i) ?? text.tokens[i]?.norm ?? "";
}

function isApart(text: MarkedText, i: number): boolean {
  const mark = text.tokens[i]?.breakBefore;
  return mark === "sentence" || mark === "clause";
}

/** "day 4 of doms", "week 3 of this". */
function dayNumber(text: MarkedText, i: number, { numbers }: DurationWords): Duration | null {
  const unit = norm(text, i);
  if (!NUMBERED.has(unit)) return null;
  const count = numberAt(text, i + 1, numbers);
  if (count === null || text.tokens[i + 1]?.breakBefore !== "none" || /^(?:a|an)$/.test(norm(text, i + 1))) return null;
  const isOfPain =
    unit === "day" ||
    unit === "night" ||
    /^(?:of|and|now|still|with)$/.test(norm(text, i + 2)) ||
    i + 2 >= text.tokens.length;
  const isOfProgramme = /^(?:block|prep|program|programme|cycle|deload|my|the|531|smolov)$/.test(norm(text, i + 3));
  const days = unit === "week" ? count * 7 : unit === "month" ? count * 30 : count;
  return isOfPain && !isOfProgramme ? { days, start: i, end: i + 2, kind: "day" } : null;
}

/** "couple of weeks", "ages": the longest phrase that fits. */
function vagueSpan(text: MarkedText, i: number, { openers }: Words, fewest: number): Duration | null {
  const spans = openers.vague.get(norm(text, i)) ?? [];
  const span = spans.find((one) => one.words.every((word, k) => norm(text, i + k) === word));
  if (span === undefined || span.words.length < fewest) return null;
  const end = i + span.words.length;
  const isAgo = norm(text, end) === "ago" || norm(text, end) === "back";
  return { days: span.days, start: i, end: isAgo ? end + 1 : end, kind: isAgo ? "ago" : "length" };
}

function numberAt(text: MarkedText, i: number, numbers: ReadonlyMap<string, number>): number | null {
  const word = norm(text, i);
  if (/^\d/.test(word)) return Number(word.replace(",", "."));
  return numbers.get(word) ?? null;
}

function unitAt(text: MarkedText, i: number, units: ReadonlyMap<string, number>): number | null {
  const word = norm(text, i);
  return units.get(word) ?? units.get(word.replace(/s$/, "")) ?? null;
}

/** "3 weeks", "2 to 3 weeks", "two and a half months", "3 wks ago". */
function countedSpan(text: MarkedText, i: number, { numbers, units }: DurationWords): Duration | null {
  let count = numberAt(text, i, numbers);
  if (count === null) return null;
  let at = i + 1;
  const joiner = norm(text, at);
  const upper = numberAt(text, joiner === "to" || joiner === "or" ? at + 1 : at, numbers);
  if (
    upper !== null &&
    upper > count &&
    upper <= count * 3 &&
    unitAt(text, at + (joiner === "to" || joiner === "or" ? 2 : 1), units) !== null
  ) {
    count = upper;
    at += joiner === "to" || joiner === "or" ? 2 : 1;
  } else if (joiner === "and" && norm(text, at + 1) === "a" && norm(text, at + 2) === "half") {
    count += 0.5;
    at += 3;
  } else if (/^(?:of|more|whole|full|solid|straight|long|good|odd|entire)$/.test(joiner)) at += 1;
  if (isApart(text, at)) return null;
  const unit = unitAt(text, at, units);
  if (unit === null) return null;
  let end = at + 1;
  let days = count * unit;
  if (norm(text, end) === "and" && norm(text, end + 1) === "a" && norm(text, end + 2) === "half") {
    days += unit / 2;
    end += 3;
  }
  const rest = numberAt(text, end, numbers);
  const restUnit = unitAt(text, end + 1, units);
  if (unit >= 7 && rest !== null && restUnit !== null && restUnit < unit && restUnit >= 1 && !isApart(text, end)) {
    days += rest * restUnit;
    end += 2;
  }
  const isAgo = norm(text, end) === "ago" || norm(text, end) === "back";
  return { days, start: i, end: isAgo ? end + 1 : end, kind: isAgo ? "ago" : "length" };
}

/** "since tuesday", "since my meet in march", "yesterday's rows". */
function datedSpan(text: MarkedText, i: number, { anchors }: DurationWords, now: Date): Duration | null {
  const isSince =
    /^(?:since|from)$/.test(norm(text, i - 1)) ||
    /^(?:since|from)$/.test(norm(text, i - 2)) ||
    /^(?:since|from)$/.test(norm(text, i - 3)) ||
    /^(?:since)$/.test(norm(text, i - 4)) ||
    /^(?:since)$/.test(norm(text, i - 5));
  for (let size = 3; size >= 1; size--) {
    const phrase = Array.from({ length: size }, (_, k) => norm(text, i + k)).join(" ");
    const days = anchors.get(phrase) ?? anchors.get(phrase.replace(/s$/, "")) ?? dateBefore(phrase, now, isSince);
    if (days === null || days === undefined) continue;
    if (phrase === "then" && !isSince) return null;
    if (
      /^(?:the weekend|last week|last month|last year|then|breakfast|lunch)$/.test(phrase) &&
      !isSince &&
      phrase !== "the weekend"
    )
      return null;
    return { days, start: i, end: i + size, kind: isSince ? "since" : "event" };
  }
  return null;
}

function dateBefore(phrase: string, now: Date, isSince: boolean): number | null {
  const last = phrase.startsWith("last ");
  const name = phrase.replace(/^last /, "").replace(/s$/, "");
  const weekday = WEEKDAYS.indexOf(name) >= 0 ? WEEKDAYS.indexOf(name) : SHORT_WEEKDAYS.get(name);
  if (weekday !== undefined) {
    const days = (now.getUTCDay() - weekday + 7) % 7;
    return last && days < 2 ? days + 7 : days;
  }
  // "march", "may" and "spring" are other words too unless something began then.
  if (!isSince && !last) return null;
  const month = MONTHS.indexOf(name) >= 0 ? MONTHS.indexOf(name) : SHORT_MONTHS.get(name);
  const date = DATES.get(phrase) ?? DATES.get(name) ?? (month === undefined ? undefined : ([month, 15] as const));
  if (date === undefined) return null;
  const [monthNumber, day] = date;
  const then = Date.UTC(now.getUTCFullYear(), monthNumber, day);
  const days = Math.round((now.getTime() - then) / DAY_MS);
  // The month we are in: it began with it at the earliest.
  if (month !== undefined && days < 0 && days > -31 && now.getUTCMonth() === month)
    return Math.max(0, now.getUTCDate() - 1);
  return days < 0 ? days + 365 : days;
}
