import type { PackedRows } from "#src/knowledge/packed-rows.ts";
import type { SecondReaderWeights } from "#src/knowledge/second-reader-weights.ts";
import type { FeatureColumns } from "./feature-list.ts";

/** One figure for each question, then one for each of the first hidden units; what is left counts for nothing. */
export type Sums = Int32Array;

/** More than any feature counts. */
const COUNTS = 64;

/** Adds what features weigh to sums. */
export type AddFeatures = (features: FeatureColumns, sums: Sums) => void;

export function newSums({ common }: SecondReaderWeights): Sums {
  return common.zeros();
}

/** Prepares the adding up: features that count alike are added together. */
export function createFeatureAdder({ features, common, others }: SecondReaderWeights): AddFeatures {
  // Used anew for every text.
  const ofCommon = new RowsByCount();
  const ofOthers = new RowsByCount();
  return ({ indices, counts }, sums) => {
    ofCommon.makeRoom(indices.length);
    ofOthers.makeRoom(indices.length);
    for (let i = 0; i < indices.length; i++) {
      const row = features.rowOf(indices[i] as number);
      if (row === -1) continue;
      if (row < features.common) ofCommon.add(row, counts[i] as number);
      else ofOthers.add(row - features.common, counts[i] as number);
    }
    ofCommon.addTo(sums, common);
    ofOthers.addTo(sums, others);
  };
}

/** Rows in any order, which are sorted by how much they count. */
class RowsByCount {
  #size = 0;
  #rows = new Int32Array(0);
  #counts = new Uint8Array(0);
  #sorted = new Int32Array(0);
  readonly #ends = new Int32Array(COUNTS + 1);

  /** Empties them, and makes room for so many. */
  makeRoom(most: number): void {
    this.#size = 0;
    this.#ends.fill(0);
    if (this.#rows.length >= most) return;
    this.#rows = new Int32Array(2 * most);
    this.#counts = new Uint8Array(2 * most);
    this.#sorted = new Int32Array(2 * most);
  }
  add(row: number, count: number): void {
    this.#rows[this.#size] = row;
    this.#counts[this.#size] = count;
    this.#ends[count] = (this.#ends[count] as number) + 1;
    this.#size += 1;
  }
  addTo(sums: Sums, table: PackedRows): void {
    const ends = this.#ends;
    for (let count = 1; count <= COUNTS; count++) ends[count] = (ends[count] as number) + (ends[count - 1] as number);
    // Filled from the end of each group backwards, so that its start is left.
    for (let i = 0; i < this.#size; i++) {
      const count = this.#counts[i] as number;
      const at = (ends[count] as number) - 1;
      ends[count] = at;
      this.#sorted[at] = this.#rows[i] as number;
    }
    for (let count = 1; count < COUNTS; count++) {
      const from = ends[count] as number;
      const to = ends[count + 1] as number;
      if (from < to) table.addTo(sums, this.#sorted, { from, to, count });
    }
  }
}
