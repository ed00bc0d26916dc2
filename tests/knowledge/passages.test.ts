import { describe, expect, test } from "vitest";
import { splitFences } from "#src/knowledge/passages.ts";

describe("a body is cut at its fences", () => {
  test("text outside has no marker, text inside has the fence's words", () => {
    const { pieces, problems } = splitFences("one\n\n::: not_while 1\ntwo\n\nthree\n:::\n\nfour\n");
    expect(problems).toEqual([]);
    expect(pieces).toEqual([
      { text: "one", marker: null },
      { text: "two\n\nthree", marker: "not_while 1" },
      { text: "four", marker: null },
    ]);
  });

  test.each([
    ["never closed", "one\n::: not_while 1\ntwo", { line: 2, problem: '"::: not_while 1" is never closed with ":::"' }],
    ["closing nothing", "one\n:::\ntwo", { line: 2, problem: '":::" closes nothing' }],
    ["holding nothing", "::: self\n\n:::", { line: 1, problem: 'nothing stands inside "::: self"' }],
    [
      "inside another",
      "::: self\na\n::: other\nb\n:::",
      { line: 3, problem: '"::: other" opens before the one above is closed with ":::"' },
    ],
  ])("a fence %s is a problem", (_, body, problem) => {
    expect(splitFences(body).problems).toEqual([problem]);
  });
});
