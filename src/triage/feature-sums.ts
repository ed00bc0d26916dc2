import type { SecondReaderWeights } from "#src/knowledge/second-reader-weights.ts";
import type { FeatureColumns } from "./feature-list.ts";

/** One figure for each question, then one for each of the first hidden units. */
export type Sums = Int32Array;

/** More than any feature counts. */
const COUNTS = 64;

/** Adds what features weigh to sums. */
export type AddFeatures = (features: FeatureColumns, sums: Sums) => void;

export function newSums({ direct, units }: SecondReaderWeights): Sums {
  return new Int32Array(direct.columns + units.weights.columns);
}

/** Prepares the adding up: features that count alike are added together, of those the common ones to the units as well. */
export function createFeatureAdder({ features, direct, units }: SecondReaderWeights): AddFeatures {
  // Used anew for every text.
  let known = new Int32Array(0);
  let groups = new Uint8Array(0);
  let sorted = new Int32Array(0);
  const starts = new Int32Array(2 * COUNTS + 1);
  const makeRoom = (most: number): void => {
    if (known.length >= most) return;
    known = new Int32Array(2 * most);
    groups = new Uint8Array(2 * most);
    sorted = new Int32Array(2 * most);
  };
  return ({ indices, counts }, sums) => {
    makeRoom(indices.length);
    starts.fill(0);
    let size = 0;
    for (let i = 0; i < indices.length; i++) {
      const row = features.rowOf(indices[i] as number);
      if (row === -1) continue;
      const group = 2 * (counts[i] as number) + (row < features.common ? 0 : 1);
      known[size] = row;
      groups[size] = group;
      starts[group] = (starts[group] as number) + 1;
      size += 1;
    }
    // From the end of each group backwards, so that its start is left.
    for (let group = 1; group < starts.length; group++)
      starts[group] = (starts[group] as number) + (starts[group - 1] as number);
    for (let i = 0; i < size; i++) {
      const group = groups[i] as number;
      const at = (starts[group] as number) - 1;
      starts[group] = at;
      sorted[at] = known[i] as number;
    }
    for (let count = 1; count < COUNTS; count++) {
      const from = starts[2 * count] as number;
      const others = starts[2 * count + 1] as number;
      const to = starts[2 * count + 2] as number;
      if (from < to) direct.addTo(sums, 0, sorted, { from, to, count });
      if (from < others) units.weights.addTo(sums, direct.columns, sorted, { from, to: others, count });
    }
  };
}
