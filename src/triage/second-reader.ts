import type {
  DeeperUnits,
  QuestionName,
  SecondReaderWeights,
  Thresholds,
  UnitWeights,
} from "#src/knowledge/second-reader-weights.ts";
import type { FeatureColumns } from "./feature-list.ts";
import { createFeatureReader, type Features, lettersOf } from "./features.ts";
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

/** Reads a text a second time with the learned weights; it explains, raises and asks, and never lowers without asking. */
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
  const newSums = (): Int32Array => new Int32Array(weights.columns.length + weights.units.bias.length);
  const sumsOfLetters = remembered(MOST_WORDS, (word) => {
    const sums = newSums();
    weigh(lettersOf(word), weights, sums);
    return sums;
  });
  // Used anew for every text.
  const sums = newSums();
  return {
    thresholds: weights.thresholds,
    hear(reading) {
      const features = read(reading);
      sums.fill(0);
      weigh(features, weights, sums);
      for (const word of features.words) addTo(sums, sumsOfLetters(word));
      const own = weights.columns.map((_, q) => (sums[q] as number) * features.scale);
      const awake = wakeUnits(sums, features.scale, weights);
      let likest: string | null = null;
      const chance = (name: QuestionName): number => {
        const { bias, scale, units } = weights[name];
        const alone = own[weights.columns.indexOf(name)] as number;
        return chanceFrom(bias + alone * scale + fromUnits(awake, units));
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

/** Adds what some features sum up to: one figure for each question, then one for each hidden unit. */
function weigh(
  { indices, counts }: FeatureColumns,
  { features, columns, direct, units }: SecondReaderWeights,
  sums: Int32Array,
): void {
  const questions = columns.length;
  const size = units.bias.length;
  const intoUnits = units.weights;
  for (let i = 0; i < indices.length; i++) {
    const row = features.rowOf(indices[i] as number);
    if (row === -1) continue;
    const count = counts[i] as number;
    const ofRow = row * questions;
    for (let q = 0; q < questions; q++) sums[q] = (sums[q] as number) + Math.imul(direct[ofRow + q] as number, count);
    if (row >= features.common) continue;
    const unitsOfRow = row * size;
    for (let j = 0; j < size; j++) {
      const at = questions + j;
      sums[at] = (sums[at] as number) + Math.imul(intoUnits[unitsOfRow + j] as number, count);
    }
  }
}

function addTo(sums: Int32Array, others: Int32Array): void {
  for (let i = 0; i < sums.length; i++) sums[i] = (sums[i] as number) + (others[i] as number);
}

/** The hidden units' values, training by training; 0 for one that sleeps. */
function wakeUnits(sums: Int32Array, scale: number, { columns, units }: SecondReaderWeights): readonly number[] {
  const { bias, scales, behind } = units;
  const size = bias.length / behind.length;
  const first = bias.map((own, j) => {
    const sum = (sums[columns.length + j] as number) * scale * (scales[j] as number);
    return Math.max(0, own + sum);
  });
  return behind.flatMap((layers, training) => {
    const awake = first.slice(training * size, (training + 1) * size);
    for (const layer of layers) awake.push(...wakeBehind(awake, layer));
    return awake;
  });
}

function wakeBehind(awake: readonly number[], { bias, weights }: DeeperUnits): readonly number[] {
  const values = [...bias];
  for (let i = 0; i < awake.length; i++) {
    const value = awake[i] as number;
    if (value === 0) continue;
    const into = weights[i] as readonly number[];
    for (let k = 0; k < values.length; k++) values[k] = (values[k] as number) + (into[k] as number) * value;
  }
  return values.map((value) => Math.max(0, value));
}

/** How much the answer would rise with each of the first units of all trainings; 0 for one that sleeps. */
function pullOf({ units: answer }: UnitWeights, awake: readonly number[], { units }: SecondReaderWeights): number[] {
  const { bias, behind } = units;
  const size = bias.length / behind.length;
  let start = 0;
  return behind.flatMap((layers) => {
    const end = layers.reduce((sum, layer) => sum + layer.bias.length, start + size);
    const isAwake = awake.slice(start, end).map((value) => value > 0);
    let pull = answer.slice(start, end).map((weight, i) => (isAwake[i] ? weight : 0));
    start = end;
    for (const { bias: ownBias, weights } of layers.toReversed()) {
      const before = pull.slice(0, -ownBias.length);
      const ofLayer = pull.slice(-ownBias.length);
      pull = before.map((own, i) => (isAwake[i] ? own + fromUnits(ofLayer, weights[i] as readonly number[]) : 0));
    }
    return pull;
  });
}

function fromUnits(awake: readonly number[], units: readonly number[]): number {
  let sum = 0;
  for (let j = 0; j < awake.length; j++) sum += (units[j] as number) * (awake[j] as number);
  return sum;
}

function likestSign(awake: readonly number[], { signs }: SecondReaderWeights): string | null {
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
  { indices, counts, wordsAt }: Features,
  awake: readonly number[],
  weights: SecondReaderWeights,
): readonly string[] {
  const { alarm, features, columns, direct, units } = weights;
  const pull = pullOf(alarm, awake, weights);
  const size = pull.length;
  const question = columns.indexOf("alarm");
  const weightAt = (place: number): number => {
    const row = features.rowOf(place);
    if (row === -1) return 0;
    const own = (direct[row * columns.length + question] as number) * alarm.scale;
    if (row >= features.common) return own;
    return pull.reduce(
      (sum, unit, j) => sum + unit * (units.weights[row * size + j] as number) * (units.scales[j] as number),
      own,
    );
  };
  return indices
    .map((place, i) => ({ words: wordsAt(i), weight: weightAt(place) * (counts[i] as number) }))
    .filter(({ words, weight }) => words !== null && weight > 0)
    .sort((a, b) => b.weight - a.weight)
    .slice(0, MOST_REASONS)
    .map(({ words }) => words as string);
}
