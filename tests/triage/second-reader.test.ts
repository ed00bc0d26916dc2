import { describe, expect, test } from "vitest";
import type { LinearWeights, SecondReaderWeights, UnitWeights } from "#src/knowledge/second-reader-weights.ts";
import { FEATURE_SPACE, featuresOf } from "#src/triage/features.ts";
import { secondOpinion } from "#src/triage/second-reader.ts";
import { content, NOW, read } from "./engine.ts";

const featuresIn = (text: string) => featuresOf(read(text, NOW));
const labelsIn = (text: string): readonly string[] => featuresIn(text).map(({ label }) => label);

describe("what a linear model sees of a text", () => {
  test("words, word pairs and letters", () => {
    const labels = labelsIn("stiff neck");
    expect(labels).toEqual(expect.arrayContaining(["w stiff", "w neck", "p stiff neck", "g <st", "g eck>"]));
  });

  test("word classes, and those that stand near each other", () => {
    expect(labelsIn("my palm tingles")).toEqual(expect.arrayContaining(["c hand", "c tingle", "k hand tingle"]));
  });

  test("words that are denied are other words", () => {
    expect(labelsIn("no tingling")).toContain("w -tingling");
    expect(labelsIn("tingling")).toContain("w tingling");
    expect(labelsIn("no tingling")).not.toContain("w tingling");
  });

  test("what the rules found and set aside", () => {
    expect(labelsIn("my pee looks like cola")).toContain("f dark-urine");
    expect(labelsIn("no blood in my pee")).toContain("x dark-urine negated");
  });

  test("a number is a number, whichever it is", () => {
    expect(labelsIn("sore at 180")).toContain("w #");
    expect(labelsIn("sore at 180")).not.toContain("w 180");
  });

  test("their values have length one, and their places fit the weights", () => {
    for (const text of ["sore", "my palm fizzes like a shaken can and i can't tell why, day 3"]) {
      const features = featuresIn(text);
      expect(Math.hypot(...features.map(({ value }) => value))).toBeCloseTo(1, 6);
      for (const { index } of features) {
        expect(Number.isInteger(index)).toBe(true);
        expect(index).toBeGreaterThanOrEqual(0);
        expect(index).toBeLessThan(FEATURE_SPACE);
      }
    }
  });

  test("an empty text has features without a hole in them", () => {
    for (const { value } of featuresIn("")) expect(Number.isFinite(value)).toBe(true);
  });
});

describe("the second opinion", () => {
  // A model that knows one word, so that each figure can be reckoned by hand.
  const place = featuresIn("wobbly").find(({ label }) => label === "w wobbly") ?? { index: 0, value: 0 };
  const knowing = (weight: number, bias: number, units: readonly number[]): LinearWeights & UnitWeights => {
    const weights = new Int8Array(FEATURE_SPACE);
    weights[place.index] = weight;
    return { bias, scale: 0.1, weights, units };
  };
  /** One unit that the word wakes, and one that it puts to sleep. */
  const unitWeights = new Int8Array(2 * FEATURE_SPACE);
  unitWeights.set([100, -100], 2 * place.index);
  const units = { bias: [0, 0], scales: [0.1, 0.1], weights: unitWeights };
  const shipped = content.secondReader as SecondReaderWeights;
  const weights: SecondReaderWeights = {
    ...shipped,
    alarm: knowing(100, -1, [2, 50]),
    urgent: knowing(0, 0, [0, 0]),
    units,
    signs: new Map([
      ["other-sign", { bias: 0, units: [-1, 0] }],
      ["likest-sign", { bias: 0, units: [1, 0] }],
    ]),
  };

  test("is a chance between 0 and 1, reckoned from the weights and the units that are awake", () => {
    const { alarm, urgent } = secondOpinion(read("wobbly", NOW), weights);
    const own = 0.1 * 100 * place.value;
    expect(alarm).toBeCloseTo(1 / (1 + Math.exp(-(-1 + own + 2 * own))), 10);
    expect(urgent).toBe(0.5);
  });

  test("names the likest sign and the words that weighed most", () => {
    const { sign, because } = secondOpinion(read("wobbly", NOW), weights);
    expect(sign).toBe("likest-sign");
    expect(because).toEqual(["wobbly"]);
  });

  test("a text without that word is not explained by it", () => {
    expect(secondOpinion(read("traps", NOW), weights).because).toEqual([]);
  });

  test("the shipped weights say which texts they were trained on", () => {
    expect(content.secondReader?.trainedOn).toMatch(/^[0-9a-f]{16}$/);
    expect(content.secondReader?.alarm.weights).toHaveLength(FEATURE_SPACE);
  });
});
