import { cueClass } from "./context.ts";
import type { MarkedText } from "./ground.ts";
import type { Reading } from "./reading.ts";

/** How many places the learned weights have; features share them by hash. */
export const FEATURE_SPACE = 1 << 16;

/** One thing the second reader sees: its place among the weights, how much it counts, and what it stands for. */
export type Feature = { readonly index: number; readonly value: number; readonly label: string };

const NEGATION_REACH = 5;
const PAIR_REACH = 3;
const GRAM_SIZES = [3, 4, 5];

/** How much each kind counts beside the others; letters are many and say little each. */
const WEIGHT = { word: 1, pair: 0.8, gram: 0.3, class: 1, neighbours: 0.5, found: 2, setAside: 1.5, hint: 1.2, plain: 1 };

/**
 * Lists what a reading shows a linear model: words, word pairs, letters, word classes and their neighbours, and what
 * the rules found.
 *
 * Words and classes that are denied, imagined, past or somebody else's are other features than the same words alone.
 * Values are scaled to length one, so that long and short texts compare.
 */
export function featuresOf(reading: Reading): readonly Feature[] {
  const values = new Map<string, number>();
  const add = (label: string, weight: number): void => void values.set(label, weight);
  const { marked } = reading;
  const status = marked.tokens.map((_, i) => statusAt(i, marked));
  const words = marked.tokens.map(({ norm }, i) => `${status[i]?.startsWith("-") ? "-" : ""}${/^\d/.test(norm) ? "#" : (marked.repairs.get(i) ?? norm)}`);
  words.forEach((word, i) => {
    add(`w ${word}`, WEIGHT.word);
    if (i > 0) add(`p ${words[i - 1]} ${word}`, WEIGHT.pair);
    for (const gram of gramsOf(marked.tokens[i]?.norm ?? "")) add(`g ${gram}`, WEIGHT.gram);
  });
  addClasses(marked, status, add);
  for (const { id } of reading.findings) add(`f ${id}`, WEIGHT.found);
  for (const { id, reason } of reading.ignored) add(`x ${id} ${reason}`, WEIGHT.setAside);
  for (const { id } of reading.hints) add(`h ${id}`, WEIGHT.hint);
  if (reading.leftovers.length > 0) add("leftovers", WEIGHT.plain);
  add(`size ${Math.min(6, Math.floor(Math.log2(words.length + 1)))}`, WEIGHT.plain);
  add(`days ${reading.days === null ? "none" : Math.min(5, Math.floor(Math.log2(reading.days + 1)))}`, WEIGHT.plain);
  add(`trend ${reading.trend ?? "none"}`, WEIGHT.plain);
  let square = 0;
  for (const value of values.values()) square += value * value;
  const scale = 1 / Math.sqrt(square);
  return [...values].map(([label, value]) => ({ index: hash(label), value: value * scale, label }));
}

/** Word classes that stand near each other, in order: "numb-soft + limb" is seen in wordings never met before. */
function addClasses(text: MarkedText, status: readonly string[], add: (label: string, weight: number) => void): void {
  const mentions = text.mentions.filter(({ classId }) => !classId.startsWith("cue ") && classId !== "filler");
  for (const a of mentions) {
    add(`c ${a.classId}`, WEIGHT.class);
    if (status[a.start] !== "") add(`c ${status[a.start]}${a.classId}`, WEIGHT.class);
    for (const b of mentions) {
      if (b.start < a.end || text.sentence[a.start] !== text.sentence[b.start]) continue;
      const gap = (text.content[b.start] as number) - (text.content[a.end] as number);
      if (gap <= PAIR_REACH) add(`k ${a.classId} ${b.classId}`, WEIGHT.neighbours);
    }
  }
}

/** A mark for words that are denied (-), imagined or asked in general (?), past (<) or about somebody else (@). */
function statusAt(position: number, text: MarkedText): string {
  const sentence = text.sentence[position];
  const cues = (name: string) => (text.byClass.get(cueClass(name)) ?? []).filter((cue) => text.sentence[cue.start] === sentence);
  const isPseudo = (at: number): boolean => cues("pseudo").some((cue) => cue.start <= at && at < cue.end);
  const isDenied = cues("negates-before").some(
    (cue) => cue.end <= position && position - cue.end < NEGATION_REACH && !isPseudo(cue.start) && isOneClause(cue.end, position, text),
  );
  const isImagined = cues("hypothetical").some((cue) => cue.start <= position);
  const isPast = cues("past-remote").length > 0 || cues("past-resolved").length > 0;
  return `${isDenied ? "-" : ""}${isImagined ? "?" : ""}${isPast ? "<" : ""}${isAboutAnother(position, text) ? "@" : ""}`;
}

function isOneClause(from: number, to: number, text: MarkedText): boolean {
  for (let i = from; i <= to; i++) if (text.tokens[i]?.breakBefore === "clause") return false;
  return true;
}

/** The nearest person named before a word is another one than the writer. */
function isAboutAnother(position: number, text: MarkedText): boolean {
  for (let i = position; i >= 0 && text.sentence[i] === text.sentence[position]; i--) {
    if (text.isAt(i, "person")) return true;
    if (/^(?:i|im|ive|me|mine)$/.test(text.tokens[i]?.norm ?? "")) return false;
  }
  return false;
}

function gramsOf(word: string): readonly string[] {
  const padded = `<${word}>`;
  return GRAM_SIZES.flatMap((size) =>
    Array.from({ length: Math.max(0, padded.length - size + 1) }, (_, k) => padded.slice(k, k + size)),
  );
}

/** FNV-1a over UTF-16 units, folded to the feature space. */
function hash(label: string): number {
  let value = 0x811c9dc5;
  for (let i = 0; i < label.length; i++) value = Math.imul(value ^ label.charCodeAt(i), 0x01000193);
  return (value ^ (value >>> 15)) & (FEATURE_SPACE - 1);
}
