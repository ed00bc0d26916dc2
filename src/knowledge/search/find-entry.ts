import { keyTerms } from "./rank-subjects.ts";
import type { TermReader } from "./term-reader.ts";
import type { TermWeights } from "./term-weights.ts";

/** Something beside the article that a question may be about. */
export type Findable = { readonly id: string; readonly names: readonly string[]; readonly text: string };

/** Finds what of a list a question is about; null where nothing comes near. The same list is read only once. */
export type EntryFinder = (question: string, entries: readonly Findable[]) => string | null;

type ReadEntry = {
  readonly id: string;
  readonly names: readonly (readonly string[])[];
  readonly all: ReadonlySet<string>;
};

// How near a question must come to a name; its words that nobody knows count against it.
const NEAR_ENOUGH = 0.62;
// A question whose every word stands in an entry is about it, if it says enough.
const SAYS_ENOUGH = 3;

/** Builds the finder with the reading and the weights of the article's search. */
export function createEntryFinder(read: (text: string) => ReturnType<TermReader>, weightOf: TermWeights): EntryFinder {
  const known = new WeakMap<readonly Findable[], readonly ReadEntry[]>();
  const weight = (terms: Iterable<string>) => [...terms].reduce((sum, term) => sum + weightOf(term) ** 2, 0);

  const nearness = (asked: readonly string[], name: readonly string[]): number => {
    const shared = weight(name.filter((term) => asked.includes(term)));
    if (shared === 0) return 0;
    const covered = shared / weight(name);
    const alike = shared / Math.sqrt(weight(name) * weight(asked));
    return (covered + alike) / 2;
  };
  const score = (asked: readonly string[], { names, all }: ReadEntry): number => {
    const byName = Math.max(0, ...names.map((name) => nearness(asked, name)));
    const isAllIn = asked.every((term) => all.has(term));
    const isNamed = isAllIn && names.some((name) => asked.every((term) => name.includes(term)));
    return isNamed || (isAllIn && asked.length >= SAYS_ENOUGH) ? Math.max(byName, NEAR_ENOUGH) : byName;
  };

  return (question, entries) => {
    const asked = keyTerms(read(question));
    if (asked.length === 0) return null;
    const readEntries = known.get(entries) ?? entries.map((one) => readEntry(one, read));
    known.set(entries, readEntries);
    const best = readEntries
      .map((entry) => ({ id: entry.id, score: score(asked, entry) }))
      .reduce((one, other) => (other.score > one.score ? other : one), { id: "", score: 0 });
    return best.score >= NEAR_ENOUGH ? best.id : null;
  };
}

function readEntry({ id, names, text }: Findable, read: (text: string) => ReturnType<TermReader>): ReadEntry {
  const terms = names.map((name) => keyTerms(read(name)));
  return {
    id,
    names: terms.filter(({ length }) => length > 0),
    all: new Set([...terms.flat(), ...keyTerms(read(text))]),
  };
}
