const BYTE = 0xff;
const BITS = 8;

/** Rows by their place in a list, half-open, that all count alike. */
export type Group = { readonly from: number; readonly to: number; readonly count: number };

/**
 * A table of small whole numbers whose rows are added up four columns at a time.
 *
 * Four numbers lie side by side in the bytes of one, each raised so that none is negative; so many rows are added before
 * the bytes are taken apart as no byte runs over for.
 */
export class PackedRows {
  readonly rows: number;
  readonly columns: number;
  /** Numbers of four bytes in a row. */
  readonly #width: number;
  readonly #packed: Int32Array;
  readonly #raisedBy: number;
  readonly #together: number;
  /** Used anew for every few rows. */
  readonly #sums: Int32Array;

  /** @param columns From -127 to 127, all of one length. */
  constructor(columns: readonly Int8Array[]) {
    this.rows = columns[0]?.length ?? 0;
    this.columns = columns.length;
    this.#width = Math.ceil(columns.length / 4);
    this.#raisedBy = largestOf(columns);
    this.#together = Math.floor(BYTE / (2 * this.#raisedBy));
    this.#packed = new Int32Array(this.rows * this.#width);
    this.#sums = new Int32Array(this.#width);
    columns.forEach((numbers, column) => {
      const shift = (column & 3) * BITS;
      for (let row = 0, at = column >>> 2; row < numbers.length; row++, at += this.#width)
        this.#packed[at] = (this.#packed[at] as number) | (((numbers[row] as number) + this.#raisedBy) << shift);
    });
  }
  /** Adds some rows, each as often as they count, to a total for each column. */
  addTo(totals: Int32Array, rows: Int32Array, { from, to, count }: Group): void {
    const width = this.#width;
    const packed = this.#packed;
    const sums = this.#sums;
    for (let start = from; start < to; start += this.#together) {
      const end = Math.min(to, start + this.#together);
      sums.fill(0);
      for (let i = start; i < end; i++) {
        const ofRow = (rows[i] as number) * width;
        for (let k = 0; k < width; k++) sums[k] = (sums[k] as number) + (packed[ofRow + k] as number);
      }
      const raised = (end - start) * this.#raisedBy;
      for (let column = 0; column < this.columns; column++) {
        const byte = ((sums[column >>> 2] as number) >>> ((column & 3) * BITS)) & BYTE;
        totals[column] = (totals[column] as number) + (byte - raised) * count;
      }
    }
  }
  at(row: number, column: number): number {
    const four = this.#packed[row * this.#width + (column >>> 2)] as number;
    return ((four >>> ((column & 3) * BITS)) & BYTE) - this.#raisedBy;
  }
  column(column: number): Int8Array {
    return Int8Array.from({ length: this.rows }, (_, row) => this.at(row, column));
  }
}

function largestOf(columns: readonly Int8Array[]): number {
  let most = 1;
  for (const column of columns) for (const number of column) if (Math.abs(number) > most) most = Math.abs(number);
  return most;
}
