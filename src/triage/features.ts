import { cueClass } from "./context.ts";
import type { Reading } from "./reading.ts";

/** How many places the learned weights have; features share them by hash. */
export const FEATURE_SPACE = 1 << 16;

/** One thing the second reader sees in a text: its place among the weights, and the words it stands for. */
export type Feature = { readonly index: number; readonly label: string };

const NEGATION_REACH = 5;
const PAIR_REACH = 3;
const GRAM_SIZES = [3, 4, 5];

/**
 * Lists what a reading shows a linear model: words, word pairs, letters, word classes and their neighbours,
 * and what the rules found. Words after a negation are other features than the same words alone.
 */
export function featuresOf(reading: Reading): readonly Feature[] {
  const labels = new Set<string>();
  const words = wordsOf(reading);
  words.forEach((word, i) => {
    labels.add(`w ${word}`);
    if (i > 0) labels.add(`p ${words[i - 1]} ${word}`);
    for (const gram of gramsOf(word)) labels.add(`g ${gram}`);
  });
  for (const pair of classPairs(reading)) labels.add(pair);
  for (const { id } of reading.findings) labels.add(`f ${id}`);
  for (const { id, reason } of reading.ignored) labels.add(`x ${id} ${reason}`);
  for (const { id } of reading.hints) labels.add(`h ${id}`);
  for (const name of reading.details) if (!name.startsWith("c")) labels.add(`c ${name}`);
  if (reading.leftovers.length > 0) labels.add("leftovers");
  labels.add(`size ${Math.min(6, Math.floor(Math.log2(words.length + 1)))}`);
  labels.add(reading.days === null ? "days none" : `days ${Math.min(5, Math.floor(Math.log2(reading.days + 1)))}`);
  return [...labels].map((label) => ({ index: hash(label), label }));
}

function wordsOf({ marked }: Reading): readonly string[] {
  const cues = marked.byClass.get(cueClass("negates-before")) ?? [];
  return marked.tokens.map(({ norm, breakBefore }, i) => {
    const word = /^\d/.test(norm) ? "#" : (marked.repairs.get(i) ?? norm);
    const isNegated = cues.some((cue) => cue.end <= i && i - cue.end < NEGATION_REACH && !isParted(cue.end, i));
    return isNegated && breakBefore === "none" ? `not_${word}` : word;
  });
  function isParted(from: number, to: number): boolean {
    for (let k = from; k <= to; k++) {
      const mark = marked.tokens[k]?.breakBefore;
      if (mark === "sentence" || mark === "clause") return true;
    }
    return false;
  }
}

function gramsOf(word: string): readonly string[] {
  const padded = `<${word}>`;
  return GRAM_SIZES.flatMap((size) =>
    Array.from({ length: Math.max(0, padded.length - size + 1) }, (_, k) => padded.slice(k, k + size)),
  );
}

/** Word classes that stand near each other, in order: "numb-soft + limb" is seen in wordings never met before. */
function classPairs({ marked }: Reading): readonly string[] {
  const mentions = marked.mentions.filter(({ classId }) => !classId.startsWith("c") || classId.startsWith("cannot"));
  const pairs: string[] = [];
  for (const a of mentions) {
    for (const b of mentions) {
      if (b.start < a.end || marked.sentence[a.start] !== marked.sentence[b.start]) continue;
      const gap = (marked.content[b.start] as number) - (marked.content[a.end] as number);
      if (gap <= PAIR_REACH) pairs.push(`k ${a.classId} ${b.classId}`);
    }
  }
  return pairs;
}

/** FNV-1a over UTF-16 units, folded to the feature space. */
function hash(label: string): number {
  let value = 0x811c9dc5;
  for (let i = 0; i < label.length; i++) value = Math.imul(value ^ label.charCodeAt(i), 0x01000193);
  return (value ^ (value >>> 15)) & (FEATURE_SPACE - 1);
}
