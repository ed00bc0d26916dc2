import type { QuestionName, SecondReaderWeights, Thresholds } from "#src/knowledge/second-reader-weights.ts";
import type { FeatureColumns } from "./feature-list.ts";
import { createFeatureReader, type Features, placesOfLetters } from "./features.ts";
import { remembered } from "./lookup.ts";
import type { Reading } from "./reading.ts";

/** What the learned second reader makes of a text: chances between 0 and 1, and why. */
export type Opinion = {
  /** Chance that the text is something to watch (level 1 or more). */
  readonly watch: number;
  /** Chance that the text is a reason to be seen (level 2 or more). */
  readonly alarm: number;
  /** Chance that it is urgent (level 3). */
  readonly urgent: number;
  /** Chance that it is an emergency rather than a matter of the same day, if it is urgent. */
  readonly emergency: number;
  /** The sign the text is most like. */
  readonly sign: string | null;
  /** Chance that the text tells of a sign; 0 for one that the weights do not know. */
  chanceOf(sign: string): number;
  /** The features that weighed most towards alarm, heaviest first. */
  readonly because: readonly string[];
};

/** Reads a text a second time with the learned weights; it explains, raises and asks, and never lowers. */
export type SecondReader = {
  readonly thresholds: Thresholds;
  /** The sign and the reasons are looked for when they are asked for: most texts never need them. */
  hear(reading: Reading): Opinion;
};

const MOST_REASONS = 5;
/** Words whose letters are weighed once and kept, a megabyte of them at most. */
const MOST_WORDS = 4000;

/** Prepares the second reader of some weights. */
export function createSecondReader(weights: SecondReaderWeights): SecondReader {
  const read = createFeatureReader();
  const lettersOf = remembered(MOST_WORDS, (word) => weigh(lettersIn(word), weights));
  return {
    thresholds: weights.thresholds,
    hear(reading) {
      const features = read(reading);
      const sums = weigh(features, weights);
      for (const word of features.words) addTo(sums, lettersOf(word), features.letterValue);
      const awake = wakeUnits(sums, weights);
      let likest: string | null = null;
      const chance = (name: QuestionName): number => {
        const { bias, scale, units } = weights[name];
        const own = sums[weights.columns.indexOf(name)] as number;
        return chanceFrom(bias + own * scale + fromUnits(awake, units));
      };
      return {
        watch: chance("watch"),
        alarm: chance("alarm"),
        urgent: chance("urgent"),
        emergency: chance("emergency"),
        get sign() {
          likest ??= likestSign(awake, weights);
          return likest;
        },
        chanceOf(id) {
          const sign = weights.signs.get(id);
          return sign === undefined ? 0 : chanceFrom(sign.bias + fromUnits(awake, sign.units));
        },
        get because() {
          return heaviest(features, awake, weights);
        },
      };
    },
  };
}

const chanceFrom = (score: number): number => 1 / (1 + Math.exp(-score));

/** The letters of a word, each run counted as 1. */
function lettersIn(word: string): FeatureColumns {
  const indices = placesOfLetters(word);
  return { indices, values: indices.map(() => 1) };
}

/** What some features sum up to: one figure for each question, then one for each hidden unit. */
function weigh({ indices, values }: FeatureColumns, { columns, direct, units }: SecondReaderWeights): Float64Array {
  const questions = columns.length;
  const size = units.bias.length;
  const sums = new Float64Array(questions + size);
  const lastPlace = direct.length / questions - 1;
  const lastRow = units.weights.length / size - 1;
  for (let i = 0; i < indices.length; i++) {
    const index = indices[i] as number;
    const value = values[i] as number;
    const place = (index & lastPlace) * questions;
    for (let q = 0; q < questions; q++) sums[q] = (sums[q] as number) + (direct[place + q] as number) * value;
    const row = (index & lastRow) * size;
    for (let j = 0; j < size; j++) {
      sums[questions + j] = (sums[questions + j] as number) + (units.weights[row + j] as number) * value;
    }
  }
  return sums;
}

function addTo(sums: Float64Array, others: Float64Array, times: number): void {
  for (let i = 0; i < sums.length; i++) sums[i] = (sums[i] as number) + (others[i] as number) * times;
}

/** The hidden units' values; 0 for one that sleeps. */
function wakeUnits(sums: Float64Array, { columns, units: { bias, scales } }: SecondReaderWeights): Float64Array {
  const awake = new Float64Array(bias.length);
  for (let j = 0; j < awake.length; j++) {
    const sum = (sums[columns.length + j] as number) * (scales[j] as number);
    awake[j] = Math.max(0, (bias[j] as number) + sum);
  }
  return awake;
}

function fromUnits(awake: Float64Array, units: readonly number[]): number {
  let sum = 0;
  for (let j = 0; j < awake.length; j++) sum += (units[j] as number) * (awake[j] as number);
  return sum;
}

function likestSign(awake: Float64Array, { signs }: SecondReaderWeights): string | null {
  let best: string | null = null;
  let bestScore = Number.NEGATIVE_INFINITY;
  for (const [id, { bias, units }] of signs) {
    const value = bias + fromUnits(awake, units);
    if (value > bestScore) {
      best = id;
      bestScore = value;
    }
  }
  return best;
}

/** A word weighs by itself and through each unit that is awake. */
function heaviest(
  { indices, values, wordsAt }: Features,
  awake: Float64Array,
  { alarm, columns, direct, units }: SecondReaderWeights,
): readonly string[] {
  const size = units.bias.length;
  const last = units.weights.length / size - 1;
  const lastPlace = direct.length / columns.length - 1;
  const question = columns.indexOf("alarm");
  const weightAt = (place: number): number => {
    const own = (direct[(place & lastPlace) * columns.length + question] as number) * alarm.scale;
    const row = (place & last) * size;
    return alarm.units.reduce((sum, unit, j) => {
      if (awake[j] === 0) return sum;
      return sum + unit * (units.weights[row + j] as number) * (units.scales[j] as number);
    }, own);
  };
  return indices
    .map((place, i) => ({ words: wordsAt(i), weight: weightAt(place) * (values[i] as number) }))
    .filter(({ words, weight }) => words !== null && weight > 0)
    .sort((a, b) => b.weight - a.weight)
    .slice(0, MOST_REASONS)
    .map(({ words }) => words as string);
}
