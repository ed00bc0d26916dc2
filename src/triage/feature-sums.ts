import type { Group } from "#src/knowledge/packed-rows.ts";
import type { SecondReaderWeights } from "#src/knowledge/second-reader-weights.ts";
import type { FeatureColumns } from "./feature-list.ts";

/** One figure for each question, then one for each of the first hidden units. */
export type Sums = Int32Array;

/** More than any feature counts. */
const COUNTS = 64;

/** Adds what features weigh to sums. */
export type AddFeatures = (features: FeatureColumns, sums: Sums) => void;

export function newSums({ common }: SecondReaderWeights): Sums {
  return new Int32Array(common.columns);
}

/** Prepares the adding up: features that count alike are added together. */
export function createFeatureAdder({ features, common, others }: SecondReaderWeights): AddFeatures {
  // Used anew for every text.
  const ofCommon = new RowsByCount();
  const ofOthers = new RowsByCount();
  return ({ indices, counts }, sums) => {
    for (let i = 0; i < indices.length; i++) {
      const row = features.rowOf(indices[i] as number);
      if (row === -1) continue;
      if (row < features.common) ofCommon.push(row, counts[i] as number);
      else ofOthers.push(row - features.common, counts[i] as number);
    }
    ofCommon.empty((rows, group) => common.addTo(sums, rows, group));
    ofOthers.empty((rows, group) => others.addTo(sums, rows, group));
  };
}

/** Rows in any order that come out together with those that count alike. */
class RowsByCount {
  readonly #rows: number[] = [];
  readonly #counts: number[] = [];
  readonly #ends = new Int32Array(COUNTS + 1);
  #sorted = new Int32Array(0);

  push(row: number, count: number): void {
    this.#rows.push(row);
    this.#counts.push(count);
    this.#ends[count] = (this.#ends[count] as number) + 1;
  }
  empty(take: (rows: Int32Array, group: Group) => void): void {
    const size = this.#rows.length;
    if (this.#sorted.length < size) this.#sorted = new Int32Array(2 * size);
    const ends = this.#ends;
    for (let count = 1; count <= COUNTS; count++) ends[count] = (ends[count] as number) + (ends[count - 1] as number);
    // Filled from the end of each group backwards, so that its start is left.
    for (let i = 0; i < size; i++) {
      const count = this.#counts[i] as number;
      const at = (ends[count] as number) - 1;
      ends[count] = at;
      this.#sorted[at] = this.#rows[i] as number;
    }
    for (let count = 1; count < COUNTS; count++) {
      const from = ends[count] as number;
      const to = ends[count + 1] as number;
      if (from < to) take(this.#sorted, { from, to, count });
    }
    ends.fill(0);
    this.#rows.length = 0;
    this.#counts.length = 0;
  }
}
