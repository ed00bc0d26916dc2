import { describe, expect, test } from "vitest";
import { createSpeller, editDistance } from "#src/triage/spelling.ts";
import { assess, content, found } from "./engine.ts";

describe("the distance of two spellings", () => {
  test.each([
    ["numb", "numb", 0],
    ["nub", "numb", 1],
    ["nummb", "numb", 1],
    ["numd", "numb", 1],
    ["nubm", "numb", 1],
    ["shrap", "sharp", 1],
    ["pian", "pain", 1],
    ["tingeling", "tingling", 1],
    ["brething", "breathing", 1],
    ["", "pain", 4],
    ["neck", "", 4],
    ["kcen", "neck", 3],
  ])("%s to %s is %i", (a, b, slips) => {
    expect(editDistance(a, b)).toBe(slips);
    expect(editDistance(b, a)).toBe(slips);
  });
});

describe("an unknown word is read as a known one only where little was mistyped", () => {
  const common = new Set(["number", "week", "shape", "light", "never"]);
  const targets = new Set(["numb", "groin", "shoulder", "tingling", "sharp", "weak", "fever", "tight", "breathing"]);
  const speller = createSpeller(targets, (word) => targets.has(word) || common.has(word));

  test.each([
    ["grion", "groin"],
    ["numbb", "numb"],
    ["nubm", "numb"],
    ["shrap", "sharp"],
    ["sholder", "shoulder"],
    ["shuolder", "shoulder"],
    ["tinglign", "tingling"],
    ["braething", "breathing"],
  ])("one or two slips: %s is %s", (written, known) => {
    expect(speller(written)).toBe(known);
  });

  test.each([
    ["shldr", "shoulder"],
    ["nmb", "numb"],
    ["tnglng", "tingling"],
    ["tght", "tight"],
  ])("no vowels: %s is %s", (written, known) => {
    expect(speller(written)).toBe(known);
  });

  test.each(["number", "week", "shape", "light", "never"])("a common word is never corrected: %s", (word) => {
    expect(speller(word)).toBeNull();
  });

  test.each(["nu", "gr", "x", "", "12", "shoulderblades", "zzzz", "banana", "numbawumba", "ｎｕｍ"])(
    "too far, too short or no word: %j",
    (word) => {
      expect(speller(word)).toBeNull();
    },
  );

  test("a short word keeps its first letter: a known other word lies too near", () => {
    expect(speller("gever")).toBeNull();
  });
});

describe("with the project's words", () => {
  test.each([
    ["my left hand is nubm since the pull and it stays so", "tingling-numbness"],
    ["shrap pian in my neck when i turn", "sharp-stabbing-pain"],
    ["stabing pain in my sholder blade", "sharp-stabbing-pain"],
    ["my chset hurts and feels tigt", "chest-pain-pressure"],
    ["chst pn and its tght across the chst", "chest-pain-pressure"],
    ["it hurts when i breeth in", "pain-on-breathing"],
    ["i get feverr and chils with my back pain", "fever-unwell"],
    ["my grion is nmb since yesterday", "saddle-numbness"],
  ])("%j has %s", (text, id) => {
    expect(assess(text).findings.map((one) => one.id.replace("-persistent", ""))).toContain(id);
  });

  test("the finding says which word was read as which, and is a guess", () => {
    const { findings, asks } = assess("my groin is nubm since yesterday");
    const finding = findings.find(({ id }) => id === "saddle-numbness");
    expect(finding?.repaired).toContainEqual({ written: "nubm", read: "numb" });
    expect(finding?.certainty).toBe("guess");
    expect(asks).toBe(true);
  });

  test.each([
    "what shape should my back be in at the start",
    "what is your number on the deadlift",
    "how many spins on the assault bike",
    "two more weeks of light pulls then a test day",
    "my stance is a bit sharper this block",
    "numbers are up, weekly volume is down",
  ])("nothing is corrected into a sign: %j", (text) => {
    expect(found(text)).toEqual([]);
  });

  test("a few thousand common words are never corrected", () => {
    expect(content.commonWords.size).toBeGreaterThan(3000);
    for (const word of ["week", "shape", "number", "light", "never"]) expect(content.commonWords).toContain(word);
  });
});
