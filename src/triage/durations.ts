import type { DurationWords } from "#src/knowledge/reading-content.ts";
import { type Calendar, createCalendar, isWeekday, onWeekday } from "./calendar.ts";
import type { MarkedText } from "./ground.ts";

/** A length of time as said: `days` long, where it stands, and how it was put. */
export type Duration = {
  readonly days: number;
  readonly start: number;
  readonly end: number;
  /** Where the date stands in "since my meet in march"; the same as `start` where nothing leads up to it. */
  readonly at: number;
  readonly kind: "length" | "since" | "ago" | "day" | "event";
};

/** Reads every length of time in a text, related to the complaint or not, with weekdays and months dated from `now`. */
export type DurationReader = (text: MarkedText, now: Date) => readonly Duration[];

/** What is counted in "day 4". */
const NUMBERED = new Set(["day", "week", "night", "month"]);

/** A vague length, such as "couple of weeks". */
type Span = { readonly words: readonly string[]; readonly days: number };

/** What begins with a word: vague lengths, the longest first, or anything at all; most words begin nothing. */
type Openers = { readonly vague: ReadonlyMap<string, readonly Span[]>; readonly all: ReadonlySet<string> };

/** Prepares the words of the content for reading lengths. */
export function createDurationReader(words: DurationWords): DurationReader {
  const calendar = createCalendar(words);
  const openers = openersOf(words, calendar);
  return (text, now) => readDurations(text, now, { ...words, openers, calendar });
}

function openersOf({ vague, numbers }: DurationWords, { opensWith }: Calendar): Openers {
  const spans = Array.from(vague, ([phrase, days]): Span => ({ words: phrase.split(" "), days }));
  spans.sort((a, b) => b.words.length - a.words.length);
  return {
    vague: Map.groupBy(spans, ({ words }) => words[0] ?? ""),
    all: new Set([
      ...spans.map(({ words }) => words[0] ?? ""),
      ...opensWith,
      ...numbers.keys(),
      ...NUMBERED,
      ...IN_ORDER,
    ]),
  };
}

type Words = DurationWords & { readonly openers: Openers; readonly calendar: Calendar };

function readDurations(text: MarkedText, writtenAt: Date, words: Words): readonly Duration[] {
  const found: Duration[] = [];
  const today = text.tokens.findIndex((_, i) => isToday(text, i));
  const now = today < 0 ? writtenAt : onWeekday(norm(text, today), writtenAt);
  for (let i = 0; i < text.tokens.length; i++) {
    const first = norm(text, i);
    if (i === today || (!words.openers.all.has(first) && !/^\d/.test(first))) continue;
    const duration = spanAt(text, i, words, now);
    if (duration === null) continue;
    found.push(duration);
    i = duration.end - 1;
  }
  return found;
}

/** "it's monday": the day that the other days of a text are counted from, not one that something began on. */
function isToday(text: MarkedText, i: number): boolean {
  if (text.tokens[i]?.breakBefore !== "none" || !isWeekday(norm(text, i))) return false;
  const before = `${norm(text, i - 2)} ${norm(text, i - 1)}`;
  return / its$|^(?:it|today|now) is$| todays$/.test(before);
}

function spanAt(text: MarkedText, i: number, words: Words, now: Date): Duration | null {
  return (
    dayNumber(text, i, words) ??
    dayInOrder(text, i) ??
    vagueSpan(text, i, words, 2) ??
    countedSpan(text, i, words) ??
    vagueSpan(text, i, words, 1) ??
    datedSpan(text, i, words.calendar, now)
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
  return isOfPain && !isOfProgramme ? { days, start: i, at: i, end: i + 2, kind: "day" } : null;
}

/** Days that are counted out: "5th day of sore legs". */
const IN_ORDER = "third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth".split(" ");
const FIRST_IN_ORDER = 3;

/** "fifth day of doms", "5th day since squats": of "5th day" the number and its ending may be two words. */
function dayInOrder(text: MarkedText, i: number): Duration | null {
  const word = norm(text, i);
  const isApartFromEnding = /^\d{1,2}$/.test(word) && norm(text, i + 1) === "th";
  const at = isApartFromEnding ? i + 1 : i;
  const written = isApartFromEnding ? word : /^(\d{1,2})(?:th|rd)$/.exec(word)?.[1];
  const days = written === undefined ? IN_ORDER.indexOf(word) + FIRST_IN_ORDER : Number(written);
  if (days < FIRST_IN_ORDER || norm(text, at + 1) !== "day") return null;
  if (!/^(?:of|since|after|and|now|with)$/.test(norm(text, at + 2))) return null;
  return { days, start: i, at: i, end: at + 2, kind: "day" };
}

/** "couple of weeks", "ages": the longest phrase that fits. */
function vagueSpan(text: MarkedText, i: number, { openers }: Words, fewest: number): Duration | null {
  const spans = openers.vague.get(norm(text, i)) ?? [];
  const span = spans.find((one) => one.words.every((word, k) => norm(text, i + k) === word));
  if (span === undefined || span.words.length < fewest) return null;
  const end = i + span.words.length;
  const isAgo = norm(text, end) === "ago" || norm(text, end) === "back";
  return { days: span.days, start: i, at: i, end: isAgo ? end + 1 : end, kind: isAgo ? "ago" : "length" };
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
  // "my mum, 66, day after squats" is no 66 days.
  if (isApart(text, at) || text.tokens[at]?.breakBefore === "comma") return null;
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
  return { days, start: i, at: i, end: isAgo ? end + 1 : end, kind: isAgo ? "ago" : "length" };
}

/** How many words before a date "since" and "from" may stand: "since my meet in march", "from about tuesday". */
const BEGINNING_REACH: Readonly<Record<string, number>> = { since: 5, from: 3 };

/** "since tuesday", "since my meet in march", "yesterday's rows". */
function datedSpan(text: MarkedText, i: number, calendar: Calendar, now: Date): Duration | null {
  const first = norm(text, i);
  if (!calendar.opensWith.has(first) && !/^\d/.test(first)) return null;
  const back = [1, 2, 3, 4, 5].find((words) => words <= (BEGINNING_REACH[norm(text, i - words)] ?? 0)) ?? null;
  const isJoined = (to: number): boolean => {
    for (let k = i + 1; k <= to; k++) if (text.tokens[k]?.breakBefore !== "none") return false;
    return true;
  };
  const wordAt = (position: number): string => (isJoined(position) ? norm(text, position) : "");
  const dated = calendar.read(wordAt, i, { now, isSince: back !== null });
  if (dated === null) return null;
  const kind = back === null ? "event" : "since";
  return { days: dated.days, start: i - (back ?? 0), at: i, end: i + dated.size, kind };
}
