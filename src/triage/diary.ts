import type { Answers, Trend } from "./assessment.ts";

/** How soreness goes compared with the entry before; `new` where it was gone in between. */
export type EntryTrend = "better" | "same" | "worse" | "new";

/** What a person noted at one time about their soreness. */
export type DiaryEntry = {
  /** Whole hours since 1970. */
  readonly hour: number;
  /** 0 none to 10 the worst imaginable. */
  readonly soreness: number;
  readonly trend: EntryTrend | null;
  readonly isSharp: boolean;
  /** Tingling or numb, on and off. */
  readonly isTingling: boolean;
  /** Tingling or numb all the time. */
  readonly isNumb: boolean;
  /** None of these any more, said outright; without it, nothing noted is no word of what was noted before. */
  readonly isFreeOfSigns?: true;
  /** How many days it had been there already, where the person told. */
  readonly alreadyDays: number | null;
};

/** Entries, the oldest first; no two of the same hour. */
export type Diary = readonly DiaryEntry[];

const DAY_HOURS = 24;
// After a longer silence nobody knows whether it was there in between.
const LONGEST_GAP_HOURS = 14 * DAY_HOURS;
const TREND_HOURS = 10 * DAY_HOURS;
// At most from a late evening to an early morning: nobody tells a bot their time zone, and no day may be overwritten.
const SAME_DAY_HOURS = 8;
const CLEAR_CHANGE = 2;
const LONG_DAYS = 14;
const STRONG = 8;

/** The entry that a check-in at this hour changes instead of adding one; null on a new day. */
export function entryOfToday(diary: Diary, hour: number): DiaryEntry | null {
  const last = diary.at(-1);
  return last !== undefined && hour - last.hour < SAME_DAY_HOURS ? last : null;
}

/** The diary with a check-in: today's entry changed, keeping its hour, or one more. */
export function withEntry(diary: Diary, entry: DiaryEntry): Diary {
  const today = entryOfToday(diary, entry.hour);
  return today === null ? [...diary, entry] : [...diary.slice(0, -1), { ...entry, hour: today.hour }];
}

/** Two diaries as one; where both have an entry for a day, the first one's counts. */
export function joinDiaries(diary: Diary, other: Diary): Diary {
  const isFree = ({ hour }: DiaryEntry) => diary.every((entry) => Math.abs(entry.hour - hour) >= SAME_DAY_HOURS);
  return [...diary, ...other.filter(isFree)].sort((a, b) => a.hour - b.hour);
}

/**
 * The entries of the soreness that is there now; none where the last entry says that it is gone.
 * It begins anew after an entry without soreness, after one that is marked as new, and after two silent weeks.
 */
export function currentSpell(diary: Diary): Diary {
  const spell = latestSpell(diary);
  return isOver(spell) ? [] : spell;
}

/** Whether the entry at an index is about another soreness than the entry before it. */
export function beginsAnew(diary: Diary, index: number): boolean {
  return index > 0 && latestSpell(diary.slice(0, index + 1)).length === 1;
}

/** The entries since the last new beginning, whether it is over or not. */
function latestSpell(diary: Diary): Diary {
  let spell: DiaryEntry[] = [];
  for (const entry of diary) {
    if (!goesOn(spell, entry)) spell = [];
    spell.push(entry);
  }
  return spell;
}

function goesOn(spell: Diary, { hour, trend }: DiaryEntry): boolean {
  const before = spell.at(-1);
  if (before === undefined || trend === "new" || isOver(spell)) return false;
  return trend !== null || hour - before.hour <= LONGEST_GAP_HOURS;
}

/** Numb without soreness is not over; nor is it where the next entry notes no soreness, and that it is the same. */
function isOver(spell: Diary): boolean {
  const last = spell.at(-1);
  if (last === undefined) return true;
  if (last.soreness > 0 || isMarked(last)) return false;
  const isUnchanged = last.trend === "same" || last.trend === "worse";
  return !isUnchanged || entryOfSigns(spell) === null;
}

/**
 * The entry whose signs stand at the end of a spell: the last one that has any, until one says that they are gone.
 *
 * An entry that notes none is no such word, not even where it is better: what might be urgent stays until it is
 * answered (R7).
 */
export function entryOfSigns(spell: Diary): DiaryEntry | null {
  const told = spell.findLast((entry) => isMarked(entry) || entry.isFreeOfSigns === true);
  return told !== undefined && isMarked(told) ? told : null;
}

/** Whether an entry is about more than dull soreness. */
export function isMarked({
  isSharp,
  isTingling,
  isNumb,
}: Pick<DiaryEntry, "isSharp" | "isTingling" | "isNumb">): boolean {
  return isSharp || isTingling || isNumb;
}

/** How many days a spell has lasted at its last entry; null where one entry alone does not say. */
export function spellDays(spell: Diary): number | null {
  const [first, last] = [spell[0], spell.at(-1)];
  if (first === undefined || last === undefined) return null;
  const noted = (last.hour - first.hour) / DAY_HOURS;
  return noted === 0 && first.alreadyDays === null ? null : noted + (first.alreadyDays ?? 0);
}

/**
 * Where a spell is heading: what the person says, held against the numbers of the last ten days; null where neither
 * tells. Rising numbers count as worse whatever is said, and after two weeks "better" must show in them.
 */
export function spellTrend(spell: Diary): Trend | null {
  const last = spell.at(-1);
  if (last === undefined) return null;
  const said = spell.length > 1 && last.trend !== "new" ? last.trend : null;
  const earlier = spell.slice(0, -1).find(({ hour }) => last.hour - hour <= TREND_HOURS);
  const change = earlier === undefined ? null : last.soreness - earlier.soreness;
  if (said === "worse" || (change !== null && change >= CLEAR_CHANGE)) return "worse";
  if (change !== null && change <= -CLEAR_CHANGE) return "better";
  if (said === "better") return isLong(spell) && !hasFallen(spell) ? "same" : "better";
  return said === null && change === null ? null : "same";
}

function isLong(spell: Diary): boolean {
  return (spellDays(spell) ?? 0) >= LONG_DAYS;
}

function hasFallen(spell: Diary): boolean {
  const most = Math.max(...spell.map(({ soreness }) => soreness));
  return most - (spell.at(-1)?.soreness ?? 0) >= CLEAR_CHANGE;
}

/** What a diary answers of the triage's questions; nothing where no soreness is there now. */
export function diaryAnswers(diary: Diary): Answers {
  const spell = currentSpell(diary);
  const last = spell.at(-1);
  if (last === undefined) return {};
  const days = spellDays(spell);
  const trend = spellTrend(spell);
  const signs = entryOfSigns(spell);
  return {
    present: [
      ...(last.soreness > 0 ? ["ordinary-soreness"] : []),
      ...(signs?.isSharp === true ? ["sharp-stabbing-pain"] : []),
      ...(signs?.isTingling === true ? ["tingling-numbness"] : []),
      ...(signs?.isNumb === true ? ["tingling-numbness-persistent"] : []),
      ...(last.soreness >= STRONG ? ["severity-unclear"] : []),
    ],
    ...(days === null ? {} : { sinceDays: days }),
    ...(trend === null ? {} : { trend }),
  };
}
