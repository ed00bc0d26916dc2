import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { KnownFeatures, packRising, unpackRising } from "#src/knowledge/known-features.ts";

const rising = fc.uniqueArray(fc.nat({ max: (1 << 24) - 1 })).map((places) => places.toSorted((a, b) => a - b));

describe("features that have weights", () => {
  test("each has a row of its own, common ones first, and no other has one", () => {
    const known = new KnownFeatures([5, 1029, 70_000], [4, 1028]);
    expect([5, 1029, 70_000, 4, 1028].map((place) => known.rowOf(place))).toEqual([0, 1, 2, 3, 4]);
    // Neighbours, and places that share their last bits.
    for (const place of [0, 3, 6, 21, 37, 2053, 16_777_215]) expect(known.rowOf(place)).toBe(-1);
    expect(known).toMatchObject({ common: 3, size: 5 });
  });

  test("without any, none is known", () => {
    expect(new KnownFeatures([], []).rowOf(0)).toBe(-1);
  });

  test("however many there are, each is found again and nothing else", () => {
    fc.assert(
      fc.property(rising, fc.nat({ max: (1 << 24) - 1 }), (places, other) => {
        const known = new KnownFeatures([], places);
        expect(places.map((place) => known.rowOf(place))).toEqual(places.map((_, row) => row));
        expect(known.rowOf(other)).toBe(places.indexOf(other));
      }),
      { seed: 1 },
    );
  });
});

describe("packing of rising numbers", () => {
  test("gives back what was packed", () => {
    fc.assert(
      fc.property(rising, (numbers) => {
        expect(unpackRising(packRising(numbers))).toEqual(numbers);
      }),
      { seed: 1 },
    );
  });

  test("small gaps take a byte each", () => {
    expect(packRising([7, 100, 227])).toHaveLength(3);
    expect(packRising([128])).toHaveLength(2);
  });
});
