import { describe, expect, test } from "vitest";
import { readWords } from "#src/triage/words.ts";

const wordsOf = (text: string): string =>
  readWords(text)
    .map(({ norm }) => norm)
    .join(" ");

describe("a text becomes plain words", () => {
  test.each([
    ["My Back HURTS", "my back hurts"],
    ["I can't feel it", "i cant feel it"],
    ["I can’t feel it", "i cant feel it"],
    ["I can`t, I canʼt", "i cant i cant"],
    ["I'll stop, it's sore, I've rested, they're tight", "i will stop its sore ive rested theyre tight"],
    ["I’d say it’s dull and I’m fine", "id say its dull and im fine"],
    ["2wks of it, 8/10", "2 wks of it 8 10"],
    ["38.5 and 38,5", "38.5 and 38,5"],
    ["café naïve", "cafe naive"],
    ["ｎｕｍｂ fingers", "numb fingers"],
    ["𝓷𝓾𝓶𝓫 fingers", "numb fingers"],
    ["n\u200bu\u200bm\u200bb", "numb"],
    ["n̶u̶m̶b̶", "numb"],
    ["**really** _sore_ ~~fine~~ ||numb||", "really sore fine numb"],
    ["my **neck**'s __sore__, *really*", "my neck sore really"],
    ["<@123456789012345678> <#42> <:ouch:987> <a:pain:55> <t:1700000000:R> my neck", "my neck"],
    ["</accessories:123> my neck", "my neck"],
    ["see https://example.org/numb-hand?x=1 my neck", "see my neck"],
    ["😭💀 my 🦵 leg", "my leg"],
    ["sooooo soooore", "soo soore"],
    ["owwwwww", "oww"],
    ["feel good", "feel good"],
    ["back/neck & arm + leg", "back neck arm leg"],
    ["", ""],
    ["!!! ... ???", ""],
    ["\u202Ereversed\u202C", "reversed"],
  ])("%j is read as %j", (text, words) => {
    expect(wordsOf(text)).toBe(words);
  });
});

describe("every word keeps its place in the person's own text", () => {
  test.each([
    "I can’t feel my <@1> HAND… it’s sooooo numb 😭 since 2wks",
    "ｎｕｍｂ n̶u̶m̶b̶ café",
    "\n\n  tight\tneck\r\nhelp",
  ])("%j", (text) => {
    for (const { norm, start, end } of readWords(text)) {
      expect(start).toBeLessThan(end);
      expect(end).toBeLessThanOrEqual(text.length);
      // The first letter is the same once case, width and accents are gone.
      expect(text.slice(start, end).normalize("NFKD").toLowerCase()).toContain(norm[0]);
    }
  });

  test("a quote can be cut out by it", () => {
    const text = "well, my LEFT hand’s numb!!";
    const [, , left, , numb] = readWords(text);
    expect(text.slice(left?.start, numb?.end)).toBe("LEFT hand’s numb");
  });
});

describe("words know how they are parted", () => {
  test.each([
    ["sore. numb", "sentence"],
    ["sore! numb", "sentence"],
    ["sore\nnumb", "sentence"],
    ["sore… numb", "sentence"],
    ["sore, numb", "comma"],
    ["sore、numb", "comma"],
    ["sore & numb", "comma"],
    ["sore; numb", "clause"],
    ["sore - numb", "clause"],
    ["sore — numb", "clause"],
    ["sore (numb)", "clause"],
    ["sore, - numb", "clause"],
    ["sore numb", "none"],
  ] as const)("%j: %s", (text, parted) => {
    expect(readWords(text)[1]?.breakBefore).toBe(parted);
  });

  test("a hyphen inside a word joins", () => {
    expect(readWords("sharp-ish pain").map(({ breakBefore }) => breakBefore)).toEqual(["sentence", "none", "none"]);
  });

  test("a question mark marks its own sentence only", () => {
    expect(readWords("my hand is numb. is that normal? help").map(({ asked }) => asked)).toEqual([
      false,
      false,
      false,
      false,
      true,
      true,
      true,
      false,
    ]);
  });
});
