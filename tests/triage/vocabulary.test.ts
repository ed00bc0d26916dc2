import { describe, expect, test } from "vitest";
import { createVocabulary } from "#src/triage/vocabulary.ts";

const vocabulary = createVocabulary({
  hurt: ["ache", "throb", "carry", "hurt!", "pinch"],
  place: ["shoulder", "shoulder blade", "back"],
  spot: ["shoulder blade"],
  young: ["#teen"],
});

const mentionsIn = (...words: readonly string[]): readonly string[] =>
  vocabulary
    .find(words.map((word) => vocabulary.lookUp([word])))
    .map(({ classId, start, end }) => `${classId} ${start}-${end}`);

describe("a word stands for its forms", () => {
  test.each([
    "ache",
    "aches",
    "ached",
    "aching",
    "throb",
    "throbs",
    "throbbing",
    "throbbed",
    "carries",
    "carried",
    "pinches",
  ])("%s is known", (form) => {
    expect(vocabulary.has(form)).toBe(true);
  });

  test.each(["acher", "thr", "hurts", "hurting", "headache"])("%s is not", (form) => {
    expect(vocabulary.has(form)).toBe(false);
  });

  test("a word with an exclamation mark stands for itself alone", () => {
    expect(vocabulary.has("hurt")).toBe(true);
    expect(vocabulary.has("hurts")).toBe(false);
  });
});

describe("classes are found where their words stand", () => {
  test("overlapping mentions all stand", () => {
    expect(mentionsIn("my", "shoulder", "blade", "aches").toSorted()).toEqual([
      "hurt 3-4",
      "place 1-2",
      "place 1-3",
      "spot 1-3",
    ]);
  });

  test("a phrase may end in a plural", () => {
    expect(mentionsIn("shoulder", "blades")).toContain("spot 0-2");
  });

  test("a phrase that breaks off is not found", () => {
    expect(mentionsIn("shoulder")).toEqual(["place 0-1"]);
    expect(mentionsIn("blade", "shoulder")).toEqual(["place 1-2"]);
  });

  test("a word may be read in several ways", () => {
    expect(vocabulary.find([vocabulary.lookUp(["15", "#n", "#teen"])])).toMatchObject([
      { classId: "young", start: 0, end: 1 },
    ]);
  });

  test("nothing is found in nothing", () => {
    expect(mentionsIn()).toEqual([]);
  });
});

test("single words of a class are listed with their forms, phrases are not", () => {
  const forms = vocabulary.formsOf(new Set(["place"]));
  expect(forms).toContain("backs");
  expect(forms).not.toContain("shoulder blade");
  expect(forms).not.toContain("ache");
});
