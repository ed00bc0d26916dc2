import { describe, expect, test } from "vitest";
import { readingLength, readingProblem } from "#src/knowledge/reading-length.ts";

describe("reading length", () => {
  test.each([
    ["sentences end at a full stop", "One two three. Four five.", 3],
    ["a line broken by the author's editor is still one sentence", "One two\nthree four.", 4],
    ["every list item counts by itself", "- one two\n- three\n- four five six", 3],
    ["a numbered item counts by itself", "1. one two\n2. three", 2],
    ["marks of Markdown are no words", "**One** _two_ [three](https://example.org/a b)", 3],
    ["a number with a point stays whole", "It is 2.5 long.", 4],
  ])("%s", (_, text, longest) => {
    expect(readingLength(text).longest).toBe(longest);
  });

  test("an empty text has no sentence", () => {
    expect(readingLength("\n\n---\n")).toEqual({ average: 0, longest: 0, longestSentence: "" });
  });

  test("the complaint quotes the start of the sentence", () => {
    expect(readingProblem("one two three four", { average: 9, longest: 3 })).toBe(
      'has a sentence of 4 words (at most 3): "one two three four..."',
    );
    expect(readingProblem("one two three. one two three.", { average: 2, longest: 9 })).toMatch(
      /3\.0 words a sentence/,
    );
    expect(readingProblem("one two", { average: 2, longest: 2 })).toBeNull();
  });
});
