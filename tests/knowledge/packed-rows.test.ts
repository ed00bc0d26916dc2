import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { PackedRows } from "#src/knowledge/packed-rows.ts";

const table = fc
  .record({
    rows: fc.integer({ min: 1, max: 40 }),
    columns: fc.integer({ min: 1, max: 19 }),
  })
  .chain(({ rows, columns }) =>
    fc.array(fc.array(fc.integer({ min: -7, max: 7 }), { minLength: rows, maxLength: rows }), {
      minLength: columns,
      maxLength: columns,
    }),
  );

describe("a table of small numbers", () => {
  test("adds up rows as if each number stood alone, however many are added", () => {
    fc.assert(
      fc.property(
        table,
        fc.array(fc.nat({ max: 39 }), { maxLength: 200 }),
        fc.integer({ min: 1, max: 40 }),
        (columns, wanted, count) => {
          const packed = new PackedRows(columns.map((numbers) => Int8Array.from(numbers)));
          const rows = Int32Array.from(wanted, (row) => row % packed.rows);
          const totals = packed.zeros();
          packed.addTo(totals, rows, { from: 1, to: rows.length, count });
          const expected = columns.map((numbers) =>
            rows.slice(1).reduce((sum, row) => sum + (numbers[row] as number) * count, 0),
          );
          expect([...totals.subarray(0, columns.length)]).toEqual(expected);
          for (const left of totals.subarray(columns.length)) expect(left).toBe(0);
        },
      ),
      { seed: 1 },
    );
  });

  test("gives each number back", () => {
    fc.assert(
      fc.property(table, (columns) => {
        const packed = new PackedRows(columns.map((numbers) => Int8Array.from(numbers)));
        columns.forEach((numbers, k) => {
          expect([...packed.column(k)]).toEqual(numbers);
          expect(numbers.map((_, row) => packed.at(row, k))).toEqual(numbers);
        });
      }),
      { seed: 1 },
    );
  });

  test("takes no number that four bits cannot hold", () => {
    expect(() => new PackedRows([Int8Array.of(0, 8)])).toThrow("8 is not from -7 to 7");
  });
});
