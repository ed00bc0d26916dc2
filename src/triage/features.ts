import { FEATURE_SPACE, type FeatureColumns, FeatureList, HashSet, kindOf, placesOfRuns } from "./feature-list.ts";
import type { MarkedText } from "./ground.ts";
import { remembered } from "./lookup.ts";
import { type Named, named } from "./named.ts";
import type { Reading } from "./reading.ts";
import { statusOf } from "./status.ts";

export { FEATURE_SPACE };

/** All that the second reader sees of a text. */
export type Features = FeatureColumns & {
  /** Each different word; its letters are features too, the same in every text. */
  readonly words: readonly string[];
  /** What all counts, those of letters too, are to be multiplied by. */
  readonly scale: number;
  /** What a feature stands for, where that explains something to a person: words and pairs do, classes do not. */
  wordsAt(position: number): string | null;
  /** The kind and names of a feature, as tests look at them. */
  labelAt(position: number): string;
};

/** Lists what a reading shows the second reader. */
export type FeatureReader = (reading: Reading) => Features;

/** However many fillers stand between. */
const LONGEST_PAIR = 24;
const RUNS = [3, 4, 5];
/** With 0.5 all texts would have one length, and in a long one the clause that matters would count for little. */
const DAMPING = 0.28;
/** The features of a usual message so have about length two together, those of a few words one. */
const TOGETHER = 0.2213;
/** Names whose hash is kept, some kilobytes of them. */
const MOST_NAMES = 4000;

/** How much each kind counts beside the others; letters are many and say little each. */
const WORD = kindOf("w", 20);
const PAIR = kindOf("p", 16);
const APART = kindOf("s", 11);
const LETTERS = kindOf("g", 5);
const CLASS = kindOf("c", 20);
const NEIGHBOURS = kindOf("k", 10);
const FOUND = kindOf("f", 40);
const SET_ASIDE = kindOf("x", 30);
const HINT = kindOf("h", 24);
const SIZE = kindOf("size", 20);
const DAYS = kindOf("days", 20);
const TREND = kindOf("trend", 20);
const LEFTOVERS = kindOf("left", 20);

/**
 * Prepares what turns a reading into features: words, word pairs, also with a word or two between, letters, word classes
 * and their neighbours, and what the rules found.
 *
 * Words and classes that are denied, imagined, past or somebody else's are other features than the same words alone.
 * Trained weights hang on names and hash: a change of either needs a new training.
 */
export function createFeatureReader(): FeatureReader {
  const nameOf = remembered(MOST_NAMES, named);
  const namesWith = remembered(MOST_NAMES, (mark) => remembered(MOST_NAMES, (name) => named(mark + name)));
  const taken = new HashSet();
  return (reading) => {
    const { marked, days, trend } = reading;
    const list = new FeatureList(taken);
    const status = statusOf(marked);
    addWords(marked, status, list);
    addClasses(marked, status, list, namesWith);
    for (const { id } of reading.findings) list.add(FOUND, nameOf(id));
    for (const { id, reason } of reading.ignored) list.add(SET_ASIDE, nameOf(id), nameOf(reason));
    for (const { id } of reading.hints) list.add(HINT, nameOf(id));
    if (reading.leftovers.length > 0) list.add(LEFTOVERS, nameOf("some"));
    list.add(SIZE, nameOf(String(step(marked.tokens.length, 6))));
    list.add(DAYS, nameOf(days === null ? "none" : String(LENGTHS.findLastIndex((least) => days >= least))));
    list.add(TREND, nameOf(trend ?? "none"));
    return featuresFrom(list, [...new Set(marked.words.map(({ stem }) => stem))]);
  };
}

function featuresFrom(list: FeatureList, words: readonly string[]): Features {
  const runs = words.reduce((sum, word) => sum + runsIn(word), 0);
  const square = list.square + runs * LETTERS.weight * LETTERS.weight;
  const scale = TOGETHER * square ** -DAMPING;
  return {
    indices: list.indices,
    counts: list.counts,
    words,
    scale,
    wordsAt: (position) => {
      const kind = list.kindAt(position);
      return kind === WORD || kind === PAIR ? list.namesAt(position) : null;
    },
    labelAt: (position) => `${list.kindAt(position).letter} ${list.namesAt(position)}`,
  };
}

/** The places of a word's runs of letters; a run that stands in it twice is there twice. */
export function placesOfLetters(word: string): readonly number[] {
  return placesOfRuns(LETTERS, `<${word}>`, RUNS);
}

/** The letters of a word alone. */
export function lettersOf(word: string): FeatureColumns {
  const indices = placesOfLetters(word);
  return { indices, counts: indices.map(() => LETTERS.weight) };
}

function runsIn(word: string): number {
  let runs = 0;
  for (const length of RUNS) runs += Math.max(0, word.length + 3 - length);
  return runs;
}

/** All features in one row, those of letters too: what training learns from. */
export function columnsOf({ indices, counts, words, scale }: Features): {
  readonly indices: Uint32Array;
  readonly values: Float64Array;
} {
  const letters = words.flatMap(placesOfLetters);
  return {
    indices: Uint32Array.from([...indices, ...letters]),
    values: Float64Array.from([...counts, ...letters.map(() => LETTERS.weight)], (count) => count * scale),
  };
}

/** The days from which the clinical reference's table weighs a length otherwise. */
const LENGTHS = [0, 2, 4, 8, 14, 21, 42, 84];

/** How often a number doubles, up to a most. */
function step(value: number, most: number): number {
  return Math.min(most, Math.floor(Math.log2(value + 1)));
}

/** What makes names of class names that begin with a mark. */
type NamesWith = (mark: string) => (name: string) => Named;

function addWords({ words, sentence }: MarkedText, status: readonly string[], list: FeatureList): void {
  const shown = words.map(({ seen, denied }, i) => (status[i]?.startsWith("-") ? denied : seen));
  shown.forEach((word, i) => {
    list.add(WORD, word);
    if (i >= 1) list.add(PAIR, shown[i - 1] as Named, word);
    for (let before = i - 2; before >= Math.max(0, i - 3) && sentence[before] === sentence[i]; before--)
      list.add(APART, shown[before] as Named, word);
  });
}

/** Word classes, and those that stand next to each other, in order: "numb-soft hand" is seen in wordings never met. */
function addClasses(text: MarkedText, status: readonly string[], list: FeatureList, namesWith: NamesWith): void {
  const { content, sentence } = text;
  const mentions = text.mentions.filter(({ classId }) => classId !== "filler" && !classId.startsWith("cue "));
  mentions.forEach((a, k) => {
    list.add(CLASS, a.named);
    const mark = status[a.start] ?? "";
    if (mark !== "") list.add(CLASS, namesWith(mark)(a.classId));
    let next = k + 1;
    while ((mentions[next]?.start ?? a.end) < a.end) next += 1;
    for (let b = mentions[next]; b !== undefined; b = mentions[++next]) {
      const isApart = content[b.start] !== content[a.end] || b.start - a.end > LONGEST_PAIR;
      if (isApart || sentence[a.start] !== sentence[b.start]) break;
      list.add(NEIGHBOURS, a.named, b.named);
    }
  });
}
