import { FEATURE_SPACE, type FeatureColumns, FeatureList } from "./feature-list.ts";
import type { MarkedText } from "./ground.ts";
import { firstFrom } from "./lookup.ts";
import type { Reading } from "./reading.ts";
import { statusOf } from "./status.ts";
import type { Mention } from "./vocabulary.ts";

export { FEATURE_SPACE };

/** One thing the second reader sees: its place among the weights, how much it counts, and what it stands for. */
export type Feature = { readonly index: number; readonly value: number; readonly label: string };

/** All that the second reader sees of a text. */
export type Features = FeatureColumns & {
  /** The features that explain something to a person: words and word pairs; letters and classes do not. */
  readonly told: readonly { readonly position: number; readonly words: string }[];
};

const PAIR_REACH = 3;
/** However many fillers stand between. */
const LONGEST_PAIR = 24;
const GRAM_SIZES = [3, 4, 5];

/** How much each kind counts beside the others; letters are many and say little each. */
const WEIGHT = {
  word: 1,
  pair: 0.8,
  gram: 0.3,
  class: 1,
  neighbours: 0.5,
  found: 2,
  setAside: 1.5,
  hint: 1.2,
  plain: 1,
};

/** Lists the features of a reading by name, as training and tests look at them. */
export function featuresOf(reading: Reading): readonly Feature[] {
  const list = new FeatureList(true);
  addAll(reading, list);
  const { indices, values } = list.columns();
  return list.names.map((label, i) => ({ index: indices[i] as number, value: values[i] as number, label }));
}

/** The same features without their names, in a fraction of the time. */
export function readFeatures(reading: Reading): Features {
  const list = new FeatureList(false);
  const told = addAll(reading, list);
  return { ...list.columns(), told };
}

/**
 * Adds what a reading shows a linear model: words, word pairs, letters, word classes and their neighbours, and what
 * the rules found.
 *
 * Words and classes that are denied, imagined, past or somebody else's are other features than the same words alone.
 * Trained weights hang on names and hash: a change of either needs a new training.
 */
function addAll(reading: Reading, list: FeatureList): Features["told"] {
  const { marked, days, trend } = reading;
  const status = statusOf(marked);
  const told = addWords(marked, status, list);
  addClasses(marked, status, list);
  for (const { id } of reading.findings) list.add("f ", id, WEIGHT.found);
  for (const { id, reason } of reading.ignored) list.addPair("x ", [id, reason], WEIGHT.setAside);
  for (const { id } of reading.hints) list.add("h ", id, WEIGHT.hint);
  if (reading.leftovers.length > 0) list.add("", "leftovers", WEIGHT.plain);
  list.add("size ", String(step(marked.tokens.length, 6)), WEIGHT.plain);
  list.add("days ", days === null ? "none" : String(step(days, 5)), WEIGHT.plain);
  list.add("trend ", trend ?? "none", WEIGHT.plain);
  return told;
}

/** How often a number doubles, up to a most. */
function step(value: number, most: number): number {
  return Math.min(most, Math.floor(Math.log2(value + 1)));
}

function addWords({ tokens, repairs }: MarkedText, status: readonly string[], list: FeatureList): Features["told"] {
  const told: { position: number; words: string }[] = [];
  let last: string | null = null;
  tokens.forEach(({ norm }, i) => {
    const read = /^\d/.test(norm) ? "#" : withoutS(repairs.get(i) ?? norm);
    const word = status[i]?.startsWith("-") ? `-${read}` : read;
    const position = list.add("w ", word, WEIGHT.word);
    if (position !== null) told.push({ position, words: word });
    const pair = last === null ? null : list.addPair("p ", [last, word], WEIGHT.pair);
    if (pair !== null) told.push({ position: pair, words: `${last} ${word}` });
    for (const length of GRAM_SIZES) list.addRuns("g ", `<${withoutS(norm)}>`, { length, weight: WEIGHT.gram });
    last = word;
  });
  return told;
}

/** "neck's", "necks" and "neck" are one word; "pass", "this" and "plus" have no other. */
function withoutS(word: string): string {
  return word.length > 3 && word.endsWith("s") && !/[siu]s$/.test(word) ? word.slice(0, -1) : word;
}

/** Word classes that stand near each other, in order: "numb-soft + limb" is seen in wordings never met before. */
function addClasses(text: MarkedText, status: readonly string[], list: FeatureList): void {
  const mentions = text.mentions.filter(({ classId }) => classId !== "filler" && !classId.startsWith("cue "));
  for (const a of mentions) {
    list.add("c ", a.classId, WEIGHT.class);
    const mark = status[a.start] ?? "";
    if (mark !== "") list.add("c ", mark + a.classId, WEIGHT.class);
    for (let i = firstFrom(mentions, a.end, startOf); i < mentions.length; i++) {
      const b = mentions[i] as Mention;
      const gap = (text.content[b.start] as number) - (text.content[a.end] as number);
      if (gap > PAIR_REACH || b.start - a.end > LONGEST_PAIR || text.sentence[a.start] !== text.sentence[b.start])
        break;
      list.addPair("k ", [a.classId, b.classId], WEIGHT.neighbours);
    }
  }
}

const startOf = ({ start }: Mention): number => start;
