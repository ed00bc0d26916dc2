import type { TermWeights } from "./term-weights.ts";

/** A short text that points to a target: one of its names, a question, or a sentence of its answer. */
export type Phrase = { readonly target: string; readonly terms: readonly string[] };

/** The terms asked for, and how heavy they are together. */
export type Asked = { readonly terms: readonly string[]; readonly norm: number };

/** Finds out how close the phrases of each target come to a question: 1 is the same words, 0 has none in common. */
export type PhraseIndex = { closenessOf(asked: Asked): ReadonlyMap<string, readonly number[]> };

/** How many of a target's nearest phrases are told. */
const NEAREST = 3;

/** Builds an index of phrases that compares them by the weights of the terms they share (the cosine). */
export function createPhraseIndex(phrases: readonly Phrase[], weights: TermWeights): PhraseIndex {
  const norms = phrases.map(({ terms }) => Math.sqrt(terms.reduce((sum, term) => sum + weights.weightOf(term) ** 2, 0)));
  const holders = new Map<string, number[]>();
  for (const [row, { terms }] of phrases.entries()) {
    for (const term of terms) { const list = holders.get(term); if (list) list.push(row); else holders.set(term, [row]); }
  }
  const shared = new Float64Array(phrases.length);
  return {
    closenessOf({ terms, norm }) {
      const touched: number[] = [];
      for (const term of terms) {
        const weight = weights.weightOf(term) ** 2;
        for (const row of holders.get(term) ?? []) {
          if (shared[row] === 0) touched.push(row);
          shared[row] = (shared[row] as number) + weight;
        }
      }
      const nearest = new Map<string, number[]>();
      for (const row of touched) {
        const closeness = (shared[row] as number) / ((norms[row] as number) * norm);
        shared[row] = 0;
        keepNearest(nearest, (phrases[row] as Phrase).target, closeness);
      }
      return nearest;
    },
  };
}

function keepNearest(nearest: Map<string, number[]>, target: string, closeness: number): void {
  const kept = nearest.get(target);
  if (kept === undefined) nearest.set(target, [closeness]);
  else if (kept.length < NEAREST || closeness > (kept[kept.length - 1] as number)) {
    let at = kept.length;
    while (at > 0 && closeness > (kept[at - 1] as number)) at--;
    kept.splice(at, 0, closeness);
    if (kept.length > NEAREST) kept.pop();
  }
}
