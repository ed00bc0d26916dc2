import { describe, expect, test } from "vitest";
import { accessoriesReply } from "#src/replies/accessories-reply.ts";
import { emergencyList } from "#src/replies/emergency-list.ts";
import { pageOf, pageTexts } from "#src/replies/pages.ts";
import { knowledge, labels, OWNER, PRIVATE, textOf, violations, voiceOf } from "./examples.ts";

describe("long content gets pages", () => {
  test("no line is cut in two, none is lost, and no page is too long", () => {
    const lines = Array.from({ length: 200 }, (_, index) => `${index} ${"x".repeat(index)}`);
    const pages = pageTexts(lines);
    expect(pages.join("\n").split("\n")).toEqual(lines);
    expect(Math.max(...pages.map((page) => page.length))).toBeLessThanOrEqual(2800);
  });

  test.each([
    [-1, 0],
    [9, 2],
    [Number.NaN, 0],
    [1.5, 0],
    [1, 1],
  ])("page %d of three is page %i", (wanted, index) => {
    expect(pageOf(["a", "b", "c"], wanted).index).toBe(index);
  });

  test("a list of accessories that outgrows one card is turned by buttons, and Discord takes every page", () => {
    const longer = new Map(
      [...knowledge.accessories].map(([id, one]) => [
        id,
        {
          ...one,
          name: `${one.name} ${"x".repeat(40)}`,
          variations: [...one.variations, ...one.variations, ...one.variations],
        },
      ]),
    );
    const many = { ...knowledge, accessories: longer };
    const filter = { cause: null, muscle: null, equipment: null };
    const page = (number: number) =>
      accessoriesReply(
        { ...voiceOf(), knowledge: many },
        { filter, page: number },
        { ...PRIVATE, command: "accessories" },
      );
    expect(labels(page(0))).toEqual(["More", "Show in channel"]);
    expect(labels(page(1))).toContain("Earlier");
    for (const one of [page(0), page(1)]) {
      expect(violations({ kind: "message", visibility: "private", body: one })).toEqual([]);
    }
    for (const { name } of longer.values()) expect(textOf(page(0)) + textOf(page(1))).toContain(name);
  });

  test("twice as many countries still fit, page by page", () => {
    const { places } = knowledge.emergencyNumbers;
    const numbers = {
      ...knowledge.emergencyNumbers,
      places: [...places, ...places.map((one) => ({ ...one, name: `${one.name} 2` }))],
    };
    const page = (number: number) => emergencyList(numbers, { page: number, ownerId: OWNER, country: null });
    expect(labels(page(0))).toEqual(["More"]);
    expect(labels(page(1))).toContain("Earlier");
    expect(violations({ kind: "update", body: page(1) })).toEqual([]);
  });
});
