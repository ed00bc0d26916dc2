import { describe, expect, test } from "vitest";
import { KnownFeatures } from "#src/knowledge/known-features.ts";
import { PackedRows } from "#src/knowledge/packed-rows.ts";
import { QUESTION_NAMES, type SecondReaderWeights } from "#src/knowledge/second-reader-weights.ts";
import { columnsOf, createFeatureReader, FEATURE_SPACE, placesOfLetters } from "#src/triage/features.ts";
import { createSecondReader } from "#src/triage/second-reader.ts";
import { content, NOW, read } from "./engine.ts";

const readFeatures = createFeatureReader();
const featuresIn = (text: string) => readFeatures(read(text, NOW));
const rising = (a: number, b: number): number => a - b;
const labelsIn = (text: string): readonly string[] => {
  const { indices, labelAt } = featuresIn(text);
  return Array.from(indices, (_, i) => labelAt(i));
};

describe("what a linear model sees of a text", () => {
  test("words and word pairs", () => {
    expect(labelsIn("stiff neck")).toEqual(expect.arrayContaining(["w stiff", "w neck", "p stiff neck"]));
  });

  test("pairs with a word or two between, in one sentence", () => {
    const labels = labelsIn("stiff old lower neck. Sat");
    expect(labels.filter((label) => label.startsWith("s "))).toEqual(["s stiff lower", "s old neck", "s stiff neck"]);
  });

  test("the letters of each different word, three to five in a row, the same in every text", () => {
    expect(featuresIn("stiff neck, stiff").words).toEqual(["stiff", "neck"]);
    expect(placesOfLetters("neck")).toHaveLength(4 + 3 + 2);
    expect(placesOfLetters("neck")[1]).toBe(placesOfLetters("necking")[1]);
    expect(placesOfLetters("neck")[3]).not.toBe(placesOfLetters("necking")[3]);
  });

  test("word classes, and those that stand next to each other", () => {
    expect(labelsIn("my palm tingles")).toEqual(expect.arrayContaining(["c hand", "c tingle", "k hand tingle"]));
    expect(labelsIn("my palm, it said, tingles")).not.toContain("k hand tingle");
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

  test("their values have length two in a usual message, more in a longer one, and their places fit the weights", () => {
    const usual = "my palm fizzes like a shaken can and i can't tell why, day 3";
    const lengthOf = (text: string): number => Math.hypot(...columnsOf(featuresIn(text)).values);
    expect(lengthOf(usual)).toBeCloseTo(2, 0);
    expect(lengthOf(`${usual}. we drove to the coast for eels, and my brother sang all the way`)).toBeGreaterThan(
      lengthOf(usual),
    );
    for (const text of ["sore", usual]) {
      const { indices } = columnsOf(featuresIn(text));
      for (const index of indices) {
        expect(Number.isInteger(index)).toBe(true);
        expect(index).toBeGreaterThanOrEqual(0);
        expect(index).toBeLessThan(FEATURE_SPACE);
      }
    }
  });

  test("an empty text has features without a hole in them", () => {
    for (const value of columnsOf(featuresIn("")).values) expect(Number.isFinite(value)).toBe(true);
  });
});

describe("the second opinion", () => {
  const ALARM = QUESTION_NAMES.indexOf("alarm");
  // A model that knows one word, so that each figure can be reckoned by hand.
  const wobbly = featuresIn("wobbly");
  const position = labelsIn("wobbly").indexOf("w wobbly");
  const place = {
    index: wobbly.indices[position] as number,
    value: (wobbly.counts[position] as number) * wobbly.scale,
  };
  const features = new KnownFeatures([place.index], []);
  /** How much rows count for the alarm, for no other question, and for some units. */
  const counting = (alarm: readonly number[], ...units: readonly number[][]): PackedRows => {
    const ofQuestions = QUESTION_NAMES.map((_, q) => alarm.map((weight) => (q === ALARM ? weight : 0)));
    return new PackedRows([...ofQuestions, ...units].map((column) => Int8Array.from(column)));
  };
  /** One unit that the word wakes, and one that it puts to sleep. */
  const units = {
    bias: [0, 0],
    scales: [0.1, 0.1],
    behind: [[]],
  };
  const shipped = content.secondReader as SecondReaderWeights;
  const weights: SecondReaderWeights = {
    ...shipped,
    chances: [{ upToWords: 1, slope: 1, shift: 0 }],
    alarm: { bias: -1, scale: 0.1, units: [2, 50] },
    urgent: { bias: 0, scale: 0.1, units: [0, 0] },
    features,
    common: counting([5], [5], [-5]),
    others: counting([]),
    units,
    signs: new Map([
      ["other-sign", { bias: 0, units: [-1, 0] }],
      ["likest-sign", { bias: 0, units: [1, 0] }],
    ]),
  };

  test("is a chance between 0 and 1, reckoned from the weights and the units that are awake", () => {
    const { alarm, urgent } = createSecondReader(weights).hear(read("wobbly", NOW));
    const own = 0.1 * 5 * place.value;
    expect(alarm).toBeCloseTo(1 / (1 + Math.exp(-(-1 + own + 2 * own))), 10);
    expect(urgent).toBe(0.5);
  });

  test("is shifted by how many words the text has", () => {
    const chances = [
      { upToWords: 1, slope: 2, shift: 1 },
      { upToWords: 3, slope: 1, shift: -1 },
    ];
    const none: SecondReaderWeights = { ...weights, chances, alarm: { bias: 1, scale: 0.1, units: [0, 0] } };
    const chanceIn = (text: string): number => createSecondReader(none).hear(read(text, NOW)).alarm;
    const chanceOfScore = (score: number): number => 1 / (1 + Math.exp(-score));
    expect(chanceIn("hm")).toBeCloseTo(chanceOfScore(2 * 1 + 1), 10);
    expect(chanceIn("hm hm")).toBeCloseTo(chanceOfScore(1 - 1), 10);
    expect(chanceIn("hm hm hm hm")).toBeCloseTo(chanceOfScore(1 - 1), 10);
  });

  test("a layer behind sees the units before it that are awake, and the words are explained through it", () => {
    const deeper: SecondReaderWeights = {
      ...weights,
      units: {
        ...units,
        behind: [
          [
            {
              bias: [0.5, -90],
              weights: [
                [2, 1],
                [70, 70],
              ],
            },
          ],
        ],
      },
      alarm: { bias: -1, scale: 0.1, units: [0, 0, 3, 9] },
      common: counting([0], [5], [-5]),
    };
    const { alarm, because } = createSecondReader(deeper).hear(read("wobbly", NOW));
    const first = 0.1 * 5 * place.value;
    expect(alarm).toBeCloseTo(1 / (1 + Math.exp(-(-1 + 3 * (0.5 + 2 * first)))), 10);
    expect(because).toEqual(["wobbly"]);
  });

  test("trainings side by side have units of their own", () => {
    const two: SecondReaderWeights = {
      ...weights,
      units: { ...units, behind: [[{ bias: [0], weights: [[1]] }], []] },
      alarm: { bias: -1, scale: 0.1, units: [0, 1, 2] },
      common: counting([0], [6], [3]),
    };
    const own = 0.1 * 6 * place.value;
    const { alarm } = createSecondReader(two).hear(read("wobbly", NOW));
    expect(alarm).toBeCloseTo(1 / (1 + Math.exp(-(-1 + own + 2 * (own / 2)))), 10);
  });

  test("weighs letters as training did, in every text they stand in", () => {
    const [first = 0, second = 0] = placesOfLetters("wobbly");
    const letters = new KnownFeatures([first, second].toSorted(rising), []);
    const weightAt = (index: number): number => ({ [first]: 5, [second]: 2 })[index] ?? 0;
    const reader = createSecondReader({
      ...weights,
      features: letters,
      common: counting(Array.from(letters.places, weightAt), [0, 0], [0, 0]),
      alarm: { bias: 0, scale: 1, units: [0, 0] },
    });
    for (const text of ["wobbly", "so wobbly, wobbly all over", "wobbly"]) {
      const { indices, values } = columnsOf(featuresIn(text));
      const score = indices.reduce((sum, index, i) => sum + weightAt(index) * (values[i] as number), 0);
      expect(score).toBeGreaterThan(0);
      expect(reader.hear(read(text, NOW)).alarm).toBeCloseTo(1 / (1 + Math.exp(-score)), 10);
    }
  });

  test("a feature that is not common counts by itself and wakes no unit", () => {
    const features = new KnownFeatures([], [place.index]);
    const rare = { ...weights, features, common: counting([], [], []), others: counting([5]) };
    const { alarm, because } = createSecondReader(rare).hear(read("wobbly", NOW));
    expect(alarm).toBeCloseTo(1 / (1 + Math.exp(-(-1 + 0.1 * 5 * place.value))), 10);
    expect(because).toEqual(["wobbly"]);
  });

  test("names the likest sign and the words that weighed most", () => {
    const { sign, because } = createSecondReader(weights).hear(read("wobbly", NOW));
    expect(sign).toBe("likest-sign");
    expect(because).toEqual(["wobbly"]);
  });

  test("a text without that word is not explained by it", () => {
    expect(createSecondReader(weights).hear(read("traps", NOW)).because).toEqual([]);
  });

  test("the shipped weights say which texts they were trained on", () => {
    expect(content.secondReader?.trainedOn).toMatch(/^[0-9a-f]{16}$/);
    const { features, common, others, units } = shipped;
    expect(common).toMatchObject({ rows: features.common, columns: QUESTION_NAMES.length + units.bias.length });
    expect(others).toMatchObject({ rows: features.size - features.common, columns: QUESTION_NAMES.length });
  });

  test("each layer of the shipped weights has weights for all units before it, and each answer for all units", () => {
    const { bias, behind } = shipped.units;
    let all = 0;
    for (const layers of behind) {
      let before = bias.length / behind.length;
      for (const layer of layers) {
        expect(layer.weights).toHaveLength(before);
        for (const weights of layer.weights) expect(weights).toHaveLength(layer.bias.length);
        before += layer.bias.length;
      }
      all += before;
    }
    const answers = [...QUESTION_NAMES.map((name) => shipped[name]), ...shipped.signs.values()];
    for (const { units: ofAnswer } of answers) expect(ofAnswer).toHaveLength(all);
  });
});
