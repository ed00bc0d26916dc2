/** Numbers are from -7 to 7; raised by this none is negative, and four bits hold it. */
const RAISED_BY = 7;
const BITS = 4;
const IN_ONE = 8;
const NIBBLE = 0xf;
const BYTE = 0xff;
const EVEN_NIBBLES = 0x0f0f0f0f;
/** Eight raised zeros. */
const ZEROS = 0x77777777;
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

  /**
   * @param columns All of one length.
   * @throws RangeError where a number is not from -7 to 7.
   */
  constructor(columns: readonly Int8Array[]) {
    this.rows = columns[0]?.length ?? 0;
    this.columns = columns.length;
    this.#width = Math.ceil(columns.length / IN_ONE);
    this.#packed = new Int32Array(this.rows * this.#width).fill(ZEROS);
    columns.forEach((numbers, column) => {
      const shift = (column % IN_ONE) * BITS;
      let at = Math.floor(column / IN_ONE);
      for (const number of numbers) {
        if (Math.abs(number) > RAISED_BY) throw new RangeError(`${number} is not from -7 to 7`);
        // What is left of a row are zeros.
        this.#packed[at] = (this.#packed[at] as number) + (number << shift);
        at += this.#width;
      }
    });
  }
  /** A total of nothing for each column, and for what is left of a row. */
  zeros(): Int32Array {
    return new Int32Array(this.#width * IN_ONE);
  }
  /** Adds some rows, each as often as they count, to totals; those of a wider table serve as well. */
  addTo(totals: Int32Array, rows: Int32Array, { from, to, count }: Group): void {
    const width = this.#width;
    const packed = this.#packed;
    for (let start = from; start < to; start += TOGETHER) {
      const end = Math.min(to, start + TOGETHER);
      const raised = (end - start) * RAISED_BY;
      for (let k = 0; k < width; k++) {
        let even = 0;
        let odd = 0;
        for (let i = start; i < end; i++) {
          const eight = packed[(rows[i] as number) * width + k] as number;
          even = (even + (eight & EVEN_NIBBLES)) | 0;
          odd = (odd + ((eight >>> BITS) & EVEN_NIBBLES)) | 0;
        }
        for (let column = k * IN_ONE, shift = 0; shift < 32; shift += 2 * BITS, column += 2) {
          totals[column] = (totals[column] as number) + (((even >>> shift) & BYTE) - raised) * count;
          totals[column + 1] = (totals[column + 1] as number) + (((odd >>> shift) & BYTE) - raised) * count;
        }
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
