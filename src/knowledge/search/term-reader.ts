import type { SynonymGroup } from "./search-content.ts";
import { splitWords } from "./split-words.ts";
import { stem } from "./stem.ts";

/** Reads an unknown word as a known one, or not at all. */
export type Repair = (word: string) => string | null;

/** A word or name as search compares it; a small word says nothing about a subject by itself. */
export type Term = { readonly text: string; readonly isSmall: boolean };

/** Turns a text into terms, in the order of the text. */
export type TermReader = (text: string, repair?: Repair) => Term[];

type Groups = {
  /** From the stems of a name, squashed together, to the group's term. */
  readonly terms: ReadonlyMap<string, string>;
  /** How many words the longest name that begins with a stem has. */
  readonly longest: ReadonlyMap<string, number>;
};

/**
 * Builds the reading of texts into terms: words are stemmed, and the names of a synonym group become one term, the
 * longest name first. "Upper-back", "upperback" and "top of my back" are one term.
 */
export function createTermReader(synonyms: readonly SynonymGroup[], smallWords: readonly string[]): TermReader {
  const small = new Set(smallWords.flatMap(splitWords));
  const groups = readGroups(synonyms);
  return (text, repair = () => null) => {
    const words = splitWords(text).map((word) => repair(word) ?? word);
    const stems = words.map(stem);
    const terms: Term[] = [];
    for (let at = 0; at < words.length; ) {
      const name = longestName(stems, at, groups);
      if (name !== null) terms.push({ text: name.term, isSmall: false });
      else terms.push({ text: stems[at] as string, isSmall: small.has(words[at] as string) });
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
