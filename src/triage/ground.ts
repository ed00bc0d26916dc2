import type { Quote } from "./assessment.ts";
import { getOrAdd, remembered } from "./lookup.ts";
import { type Named, named } from "./named.ts";
import type { Ground } from "./pattern.ts";
import type { Speller } from "./spelling.ts";
import type { LookedUp, Mention, Vocabulary } from "./vocabulary.ts";
import type { Token } from "./words.ts";

/** A text with every word class found in it: what patterns, cues and durations are read from. */
export type MarkedText = Ground & {
  readonly text: string;
  readonly tokens: readonly Token[];
  /** Each token as it was looked up. */
  readonly words: readonly KnownWord[];
  readonly mentions: readonly Mention[];
  /** Token position to the known word it was read as, where that differs from what was written. */
  readonly repairs: ReadonlyMap<number, string>;
  has(classId: string): boolean;
  /** Whether a class covers this token. */
  isAt(position: number, classId: string): boolean;
  /** Token position to 1 where a class covers it; what `isAt` looks up, for who asks about many tokens. */
  coverage(classId: string): readonly number[];
  /** Where each sentence starts and ends, in tokens. */
  readonly sentences: readonly Stretch[];
};

/** Token positions, half-open. */
export type Stretch = { readonly start: number; readonly end: number };

/** A word as the vocabulary knows it, or as what the speller took it for. */
export type KnownWord = {
  readonly lookedUp: LookedUp;
  readonly repaired: string | null;
  readonly isKnown: boolean;
  /** As the second reader sees it, and where it is denied. */
  readonly seen: Named;
  readonly denied: Named;
  /** Whose letters the second reader sees. */
  readonly stem: string;
};

/** Words that are looked up once and kept, half a megabyte of them at most. */
const MOST_WORDS = 4000;

/** Looks a word up; one that stands alone between two marks may say more. */
export type LookUp = (norm: string, isAlone: boolean) => KnownWord;

/**
 * Prepares the look-up of words, with repair of those that are not known.
 *
 * @param numbers What number words mean: "sixteen" may be an age, as "16" may.
 */
export function createLookUp(
  vocabulary: Vocabulary,
  speller: Speller,
  isKnown: (word: string) => boolean,
  numbers: ReadonlyMap<string, number>,
): LookUp {
  const lookUp = (norm: string, isAlone: boolean): KnownWord => {
    const forms = readingsOf(norm, isAlone, vocabulary, numbers);
    const last = forms.at(-1) as string;
    const isRead = forms.some((form) => vocabulary.has(form)) || isKnown(last);
    const repaired = isRead ? null : speller(last);
    const lookedUp = vocabulary.lookUp(repaired === null ? forms : [repaired]);
    const seen = /^\d/.test(norm) ? "#" : withoutS(repaired ?? norm);
    return {
      lookedUp,
      repaired,
      isKnown: repaired !== null || isKnown(norm),
      seen: named(seen),
      denied: named(`-${seen}`),
      stem: withoutS(norm),
    };
  };
  const inside = remembered(MOST_WORDS, (norm) => lookUp(norm, false));
  const alone = remembered(MOST_WORDS, (norm) => lookUp(norm, true));
  return (norm, isAlone) => (isAlone ? alone : inside)(norm);
}

/** "neck's", "necks" and "neck" are one word; "pass", "this" and "plus" have no other. */
function withoutS(word: string): string {
  return word.length > 3 && word.endsWith("s") && !/[siu]s$/.test(word) ? word.slice(0, -1) : word;
}

/** Finds all word classes in the tokens. */
export function markText(
  text: string,
  tokens: readonly Token[],
  { vocabulary, lookUp }: { readonly vocabulary: Vocabulary; readonly lookUp: LookUp },
): MarkedText {
  const words = tokens.map(({ norm }, i) => lookUp(norm, isAlone(tokens, i)));
  const repairs = new Map<number, string>();
  words.forEach(({ repaired }, i) => {
    if (repaired !== null) repairs.set(i, repaired);
  });
  const mentions = vocabulary.find(words.map(({ lookedUp }) => lookedUp));
  const byClass = new Map<string, Mention[]>();
  for (const mention of mentions) {
    const list = byClass.get(mention.classId);
    if (list === undefined) byClass.set(mention.classId, [mention]);
    else list.push(mention);
  }
  const coverages = new Map<string, readonly number[]>();
  const coverage = (classId: string): readonly number[] =>
    getOrAdd(coverages, classId, () => cover(byClass.get(classId) ?? [], tokens.length));
  const fillers = coverage("filler");
  return {
    text,
    tokens,
    words,
    mentions,
    byClass,
    repairs,
    content: countContent(tokens, (position) => fillers[position] === 1),
    sentence: countSentences(tokens),
    sentences: findSentences(tokens),
    has: (classId) => byClass.has(classId),
    isAt: (position, classId) => byClass.has(classId) && coverage(classId)[position] === 1,
    coverage,
  };
}

function cover(mentions: readonly Mention[], length: number): readonly number[] {
  const covered: number[] = new Array(length).fill(0);
  for (const { start, end } of mentions) covered.fill(1, start, end);
  return covered;
}

function readingsOf(
  norm: string,
  isAlone: boolean,
  vocabulary: Vocabulary,
  numbers: ReadonlyMap<string, number>,
): readonly string[] {
  if (/^\d/.test(norm)) {
    const value = Number(norm.replace(",", "."));
    return [norm, "#n", ...ageKinds(value, isAlone), ...feverKinds(value)];
  }
  const spelled = numbers.get(norm);
  if (spelled !== undefined) return [norm, ...(spelled < UNLIKE_A_MARK ? [] : ageKinds(spelled, isAlone))];
  if (!hasDoubled(norm) || vocabulary.has(norm)) return [norm];
  // "soo" and "oww" are "so" and "ow" to the vocabulary.
  const single = norm.replace(/(\p{L})\1/gu, "$1");
  return single !== norm && vocabulary.has(single) ? [norm, single] : [norm];
}

/** Of "sixty-two" the second word. */
const ONES = new Set("one two three four five six seven eight nine".split(" "));

/** After a number that begins a text: "63 and achy" tells an age. */
const GOING_ON = new Set(["and", "an", "n"]);

/** "16, sore traps", "63 and achy" and "my mother, sixty-two, is pale", but not "60, 65, 70". */
function isAlone(tokens: readonly Token[], i: number): boolean {
  const isNumber = (token: Token | undefined): boolean => token !== undefined && /^\d/.test(token.norm);
  const second = tokens[i + 1];
  const hasOnes = second?.breakBefore === "none" && ONES.has(second.norm);
  const next = hasOnes ? tokens[i + 2] : second;
  if (next === undefined || isNumber(next)) return false;
  if (i === 0 && GOING_ON.has(next.norm)) return !isNumber(tokens[hasOnes ? i + 3 : i + 2]);
  if (next.breakBefore === "none") return false;
  if (i === 0) return true;
  const before = tokens[i]?.breakBefore;
  return (before === "comma" || before === "clause") && next.breakBefore !== "sentence" && !isNumber(tokens[i - 1]);
}

function hasDoubled(word: string): boolean {
  for (let i = 1; i < word.length; i++) if (word[i] === word[i - 1]) return true;
  return false;
}

/** Below this, a number that is written as a word or stands alone is as likely a mark out of ten. */
const UNLIKE_A_MARK = 12;

/** Years in which whoever is over fifty was born. */
const OLD_YEARS = { from: 1930, to: 1975 };

function ageKinds(value: number, isAlone: boolean): readonly string[] {
  if (value >= OLD_YEARS.from && value <= OLD_YEARS.to) return ["#old-year"];
  const kind = value >= 10 && value <= 17 ? "#teen" : value >= 51 && value <= 90 ? "#old" : null;
  if (kind === null || !Number.isInteger(value)) return [];
  return isAlone && value >= UNLIKE_A_MARK ? [kind, `${kind}-alone`] : [kind];
}

/** 38 °C, or 100.4 °F. */
function feverKinds(value: number): readonly string[] {
  return (value >= 38 && value <= 42) || (value >= 100.4 && value <= 107) ? ["#fever"] : [];
}

/** A comma parts like one word more, a dash or bracket like three. */
const BREAK_WEIGHT = { none: 0, comma: 1, clause: 3, sentence: 0 } as const;

function countContent(tokens: readonly Token[], isFiller: (position: number) => boolean): readonly number[] {
  const counts = [0];
  tokens.forEach((_, i) => {
    const next = tokens[i + 1];
    counts.push(
      (counts[i] as number) + (isFiller(i) ? 0 : 1) + (next === undefined ? 0 : BREAK_WEIGHT[next.breakBefore]),
    );
  });
  return counts;
}

function countSentences(tokens: readonly Token[]): readonly number[] {
  let sentence = -1;
  return tokens.map((token) => {
    if (token.breakBefore === "sentence") sentence += 1;
    return sentence;
  });
}

function findSentences(tokens: readonly Token[]): readonly Stretch[] {
  const starts = tokens.flatMap((token, i) => (token.breakBefore === "sentence" ? [i] : []));
  return starts.map((start, k) => ({ start, end: starts[k + 1] ?? tokens.length }));
}

/** The person's own words from one token to another. */
export function quoteOf({ start, end }: Stretch, { text, tokens }: MarkedText): Quote {
  const from = tokens[start]?.start ?? 0;
  const to = tokens[end - 1]?.end ?? from;
  return { text: text.slice(from, to), start: from, end: to };
}
