import type { MarkedText } from "./ground.ts";

/** Phrases of content, found by their first or last word. */
export type Phrases = {
  /** Whether one begins at this token. */
  startsAt(text: MarkedText, position: number): boolean;
  /** Whether one ends before this token. */
  endsAt(text: MarkedText, position: number): boolean;
};

/** Splits phrases such as "training for!" into words, once. */
export function createPhrases(phrases: readonly string[]): Phrases {
  const split = phrases.map((phrase) => phrase.replace(/!$/, "").split(" "));
  const byFirst = Map.groupBy(split, (words) => words[0]);
  const byLast = Map.groupBy(split, (words) => words.at(-1));
  const stands = (words: readonly string[], { tokens }: MarkedText, from: number): boolean =>
    words.every((word, k) => tokens[from + k]?.norm === word);
  return {
    startsAt: (text, position) =>
      byFirst.get(text.tokens[position]?.norm)?.some((words) => stands(words, text, position)) ?? false,
    endsAt: (text, position) =>
      byLast.get(text.tokens[position - 1]?.norm)?.some((words) => stands(words, text, position - words.length)) ??
      false,
  };
}
