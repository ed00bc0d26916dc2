/** Numbers are from -7 to 7; raised by this none is negative, and four bits hold it. */
const RAISED_BY = 7;
const BITS = 4;
const IN_ONE = 8;
const NIBBLE = 0xf;
const BYTE = 0xff;
const EVEN_NIBBLES = 0x0f0f0f0f;
/** So many raised numbers may be added before a byte runs over. */
const TOGETHER = Math.floor(BYTE / (2 * RAISED_BY));

/** Rows by their place in a list, half-open, that all count alike. */
export type Group = { readonly from: number; readonly to: number; readonly count: number };

/**
 * A table of small whole numbers whose rows are added up four columns at a time.
 *
 * A number has four bits, so that much of the table stays near the processor. While rows are added each has a byte, and
 * four lie side by side; bytes are taken apart before one can run over.
 */
export class PackedRows {
  readonly rows: number;
  readonly columns: number;
  /** Numbers of 32 bits in a row. */
  readonly #width: number;
  readonly #packed: Int32Array;
  /** Used anew for every few rows: of each 32 bits the even columns, then the odd ones. */
  readonly #sums: Int32Array;

  /**
   * @param columns All of one length.
   * @throws RangeError where a number is not from -7 to 7.
   */
  constructor(columns: readonly Int8Array[]) {
    this.rows = columns[0]?.length ?? 0;
    this.columns = columns.length;
    this.#width = Math.ceil(columns.length / IN_ONE);
    this.#packed = new Int32Array(this.rows * this.#width);
    this.#sums = new Int32Array(2 * this.#width);
    columns.forEach((numbers, column) => {
      const shift = (column % IN_ONE) * BITS;
      let at = Math.floor(column / IN_ONE);
      for (const number of numbers) {
        if (Math.abs(number) > RAISED_BY) throw new RangeError(`${number} is not from -7 to 7`);
        this.#packed[at] = (this.#packed[at] as number) | ((number + RAISED_BY) << shift);
        at += this.#width;
      }
    });
  }
  /** Adds some rows, each as often as they count, to a total for each column. */
  addTo(totals: Int32Array, rows: Int32Array, { from, to, count }: Group): void {
    const width = this.#width;
    const packed = this.#packed;
    const sums = this.#sums;
    for (let start = from; start < to; start += TOGETHER) {
      const end = Math.min(to, start + TOGETHER);
      sums.fill(0);
      for (let i = start; i < end; i++) {
        const ofRow = (rows[i] as number) * width;
        for (let k = 0; k < width; k++) {
          const eight = packed[ofRow + k] as number;
          sums[2 * k] = (sums[2 * k] as number) + (eight & EVEN_NIBBLES);
          sums[2 * k + 1] = (sums[2 * k + 1] as number) + ((eight >>> BITS) & EVEN_NIBBLES);
        }
      }
      const raised = (end - start) * RAISED_BY;
      for (let column = 0; column < this.columns; column++) {
        const four = sums[((column >>> 3) << 1) | (column & 1)] as number;
        const byte = (four >>> ((column & 6) << 2)) & BYTE;
        totals[column] = (totals[column] as number) + (byte - raised) * count;
      }
    }
  }
  at(row: number, column: number): number {
    const eight = this.#packed[row * this.#width + (column >>> 3)] as number;
    return ((eight >>> ((column & 7) * BITS)) & NIBBLE) - RAISED_BY;
  }
  column(column: number): Int8Array {
    return Int8Array.from({ length: this.rows }, (_, row) => this.at(row, column));
  }
}
