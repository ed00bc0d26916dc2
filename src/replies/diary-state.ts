import { UserError } from "#src/errors.ts";
import type { Diary, DiaryEntry, EntryTrend } from "#src/triage/diary.ts";
import { fingerprint } from "./fingerprint.ts";
import { type Digit, packDigits, unpackDigits } from "./mixed-radix.ts";

/** A diary as its message carries it. */
export type DiaryState = {
  /** When its owner agreed to it, in whole hours since 1970. */
  readonly agreedHour: number;
  readonly entries: Diary;
};

/** So many buttons share a diary. */
export const DIARY_PARTS = 5;
/** So many entries are kept; the oldest fall off. */
export const MOST_ENTRIES = 50;
/** The longest "already there for" that is kept, in days. */
export const LONGEST_ALREADY = 254;

// Raise it when a radix or the order below changes, and go on reading the version before. What is added at the end of
// all digits changes neither: a diary that was written without it reads as zeros.
const VERSION = "1";
const UNREADABLE =
  "I can't read this diary: a part of it is missing, or another version wrote it. Nothing was changed.";

const HOURS = 2 ** 23;
// Seven years; whatever lies before a longer silence falls off.
const GAPS = 2 ** 16;
const TRENDS: readonly (EntryTrend | null)[] = [null, "better", "same", "worse", "new"];
const ENTRY_RADIXES = [GAPS, 11, TRENDS.length, 2, 2, 2, LONGEST_ALREADY + 2];
const HEAD_RADIXES = [HOURS, HOURS];

/** Writes a diary as the states of its buttons; the newest entries that fit. */
export function encodeDiary({ agreedHour, entries }: DiaryState): readonly string[] {
  const kept = newestThatFit(entries);
  const first = kept[0]?.hour ?? agreedHour;
  const values = [
    agreedHour,
    first,
    ...kept.flatMap((entry, index) => valuesOf(entry, kept[index - 1]?.hour ?? first)),
    ...kept.map(({ isFreeOfSigns }) => Number(isFreeOfSigns === true)),
  ];
  const radixes = radixesFor(kept.length);
  const digits: Digit[] = values.map((value, index) => ({ value, radix: radixes[index] ?? 1 }));
  const body = `${kept.length.toString(36)}.${packDigits(digits)}`;
  const text = `${VERSION}${fingerprint(body)}.${body}`;
  const size = Math.ceil(text.length / DIARY_PARTS);
  return Array.from({ length: DIARY_PARTS }, (_, part) => `${part}${text.slice(part * size, (part + 1) * size)}`);
}

/**
 * Reads a diary back from the states of its buttons, in any order.
 *
 * @throws UserError when one is missing or broken, or of another version.
 */
export function decodeDiary(parts: readonly string[]): DiaryState {
  const sorted = [...parts].sort();
  const isWhole = sorted.length === DIARY_PARTS && sorted.every((part, index) => part[0] === String(index));
  const text = sorted.map((part) => part.slice(1)).join("");
  const [print, count = "", numbers = ""] = text.slice(VERSION.length).split(".");
  const isOurs = isWhole && text.startsWith(VERSION) && print === fingerprint(`${count}.${numbers}`);
  const values = isOurs ? unpackDigits(numbers, radixesFor(Number.parseInt(count, 36))) : null;
  if (values === null) throw new UserError(UNREADABLE);
  const [agreedHour = 0, first = 0] = values.splice(0, HEAD_RADIXES.length);
  const freed = values.splice((values.length / (ENTRY_RADIXES.length + 1)) * ENTRY_RADIXES.length);
  const entries: DiaryEntry[] = [];
  for (const free of freed) {
    const entry = entryOf(values.splice(0, ENTRY_RADIXES.length), entries.at(-1)?.hour ?? first);
    entries.push(free === 1 ? { ...entry, isFreeOfSigns: true } : entry);
  }
  return { agreedHour, entries };
}

/** A few letters that change with every entry: a form carries them, to tell whether it is still about this diary. */
export function diaryDigest(state: DiaryState): string {
  return fingerprint(encodeDiary(state).join(""));
}

/** The newest entries, at most as many as are kept, without what lies before too long a silence. */
export function newestThatFit(entries: Diary): Diary {
  const newest = entries.slice(-MOST_ENTRIES);
  const start = newest.findLastIndex(
    ({ hour }, index) => index > 0 && hour - (newest[index - 1] as DiaryEntry).hour >= GAPS,
  );
  return start < 0 ? newest : newest.slice(start);
}

function radixesFor(count: number): readonly number[] {
  const entries = Array.from({ length: count }, () => ENTRY_RADIXES).flat();
  return [...HEAD_RADIXES, ...entries, ...Array<number>(count).fill(2)];
}

function valuesOf(entry: DiaryEntry, before: number): number[] {
  const { hour, soreness, trend, isSharp, isTingling, isNumb, alreadyDays } = entry;
  const already = alreadyDays === null ? 0 : 1 + Math.min(LONGEST_ALREADY, Math.round(alreadyDays));
  return [hour - before, soreness, TRENDS.indexOf(trend), ...[isSharp, isTingling, isNumb].map(Number), already];
}

function entryOf(values: readonly number[], before: number): DiaryEntry {
  const [gap = 0, soreness = 0, trend = 0, sharp, tingling, numb, already = 0] = values;
  return {
    hour: before + gap,
    soreness,
    trend: TRENDS[trend] ?? null,
    isSharp: sharp === 1,
    isTingling: tingling === 1,
    isNumb: numb === 1,
    alreadyDays: already === 0 ? null : already - 1,
  };
}
