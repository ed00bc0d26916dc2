import type { Level } from "#src/triage/assessment.ts";
import { readWords } from "#src/triage/words.ts";
import type { LabelledText } from "./labelled-sets.ts";
import type { Answer } from "./scores.ts";

/** What anybody would try first; it answers with a level and never asks. */
export type Baseline = (text: string) => Answer;

const NEGATIONS = new Set([
  "no",
  "not",
  "without",
  "never",
  "none",
  "dont",
  "doesnt",
  "didnt",
  "isnt",
  "arent",
  "wasnt",
  "cant",
  "zero",
  "nor",
]);
const WINDOW = 6;
const SHORTEST = 4;
const FEWEST_PHRASES = 3;
/** So much of a keyword's phrases belong to one sign: "numb" says something, "since" does not. */
const PUREST = 0.6;

/**
 * A keyword list made from labelled phrases: the words that speak of one warning sign rather than of any.
 *
 * A word's level is that of most of its phrases; a text's level is that of its gravest word.
 *
 * @param spares Whether a word counts only where no negation stands within six words before it.
 */
export function keywordBaseline(phrases: readonly LabelledText[], spares: "nothing" | "negated"): Baseline {
  const keywords = keywordsOf(phrases);
  return (text) => {
    const words = readWords(text).map(({ norm }) => norm);
    const levels = words.flatMap((word, i) => {
      const level = keywords.get(word);
      if (level === undefined) return [];
      const isNegated = words.slice(Math.max(0, i - WINDOW), i).some((before) => NEGATIONS.has(before));
      return spares === "negated" && isNegated ? [] : [level];
    });
    const level = levels.includes(3) ? 3 : levels.includes(2) ? 2 : 0;
    return { level, band: null, asks: false };
  };
}

function keywordsOf(phrases: readonly LabelledText[]): ReadonlyMap<string, Level> {
  const uses = new Map<string, LabelledText[]>();
  for (const phrase of phrases) {
    for (const word of new Set(readWords(phrase.text).map(({ norm }) => norm))) {
      if (word.length < SHORTEST || /\d/.test(word)) continue;
      uses.set(word, [...(uses.get(word) ?? []), phrase]);
    }
  }
  return new Map(
    [...uses].flatMap(([word, all]): [string, Level][] => {
      const [likest = []] = Object.values(Object.groupBy(all, ({ findings }) => findings[0] ?? "")).toSorted(
        (a = [], b = []) => b.length - a.length,
      );
      const level = likest[0]?.level ?? 0;
      const isKeyword = likest.length >= FEWEST_PHRASES && likest.length >= PUREST * all.length && level >= 2;
      return isKeyword ? [[word, level]] : [];
    }),
  );
}
