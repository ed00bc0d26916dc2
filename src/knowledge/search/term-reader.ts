import { splitWords } from "./split-words.ts";
import { stem } from "./stem.ts";
import type { SynonymGroup } from "./search-content.ts";

/** Reads an unknown word as a known one, or not at all. */
export type Repair = (word: string) => string | null;

/** Turns a text into the terms that search compares. */
export type TermReader = (text: string, repair?: Repair) => string[];

type Groups = {
  /** From the stems of a name, squashed together, to the group's term. */
  readonly terms: ReadonlyMap<string, string>;
  /** How many words the longest name that begins with a stem has. */
  readonly longest: ReadonlyMap<string, number>;
};

/**
 * Builds the reading of texts into terms: words are stemmed, the names of a synonym group become one term, the longest
 * name first, and small words are left out unless a name holds them. "Upper-back", "upperback" and "top of my back"
 * are one term.
 */
export function createTermReader(synonyms: readonly SynonymGroup[], smallWords: readonly string[]): TermReader {
  const small = new Set(smallWords.flatMap(splitWords));
  const groups = readGroups(synonyms);
  return (text, repair = () => null) => {
    const words = splitWords(text).map((word) => repair(word) ?? word);
    const stems = words.map(stem);
    const terms: string[] = [];
    for (let at = 0; at < words.length; ) {
      const name = longestName(stems, at, groups);
      if (name !== null) terms.push(name.term);
      else if (!small.has(words[at] as string)) terms.push(stems[at] as string);
      at += name?.length ?? 1;
    }
    return terms;
  };
}

function readGroups(synonyms: readonly SynonymGroup[]): Groups {
  const terms = new Map<string, string>();
  const longest = new Map<string, number>();
  for (const names of synonyms) {
    const term = squash(names[0] ?? "");
    for (const name of names) {
      const stems = splitWords(name).map(stem);
      terms.set(stems.join(""), term);
      // Whoever types fast leaves out the space, and then only the last word is stemmed.
      terms.set(stem(splitWords(name).join("")), term);
      const first = stems[0] ?? "";
      longest.set(first, Math.max(longest.get(first) ?? 0, stems.length));
    }
  }
  return { terms, longest };
}

function longestName(stems: readonly string[], at: number, { terms, longest }: Groups) {
  const first = stems[at] as string;
  for (let length = Math.max(1, longest.get(first) ?? 1); length > 0; length--) {
    if (at + length > stems.length) continue;
    const term = terms.get(length === 1 ? first : stems.slice(at, at + length).join(""));
    if (term !== undefined) return { term, length };
  }
  return null;
}

function squash(name: string): string {
  return splitWords(name).map(stem).join("");
}
