import type {
  HiddenUnits,
  LinearWeights,
  QuestionName,
  SecondReaderWeights,
  UnitWeights,
} from "#src/knowledge/second-reader-weights.ts";
import { type Features, readFeatures } from "./features.ts";
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

const MOST_REASONS = 5;

/**
 * Reads a text a second time with the learned weights; it explains, raises and asks, and never lowers.
 *
 * The sign and the reasons are looked for when they are asked for: most texts never need them.
 */
export function secondOpinion(reading: Reading, weights: SecondReaderWeights): Opinion {
  const features = readFeatures(reading);
  const awake = wakeUnits(features, weights.units);
  const chance = (name: QuestionName): number => chanceFrom(score(features, awake, weights[name]));
  return {
    watch: chance("watch"),
    alarm: chance("alarm"),
    urgent: chance("urgent"),
    emergency: chance("emergency"),
    get sign() {
      return likestSign(awake, weights);
    },
    chanceOf(id) {
      const sign = weights.signs.get(id);
      return sign === undefined ? 0 : chanceFrom(sign.bias + fromUnits(awake, sign.units));
    },
    get because() {
      return heaviest(features, awake, weights);
    },
  };
}

const chanceFrom = (score: number): number => 1 / (1 + Math.exp(-score));

/** The hidden units' values; 0 for one that sleeps. */
function wakeUnits({ indices, values }: Features, { bias, scales, weights }: HiddenUnits): Float64Array {
  const size = bias.length;
  const last = weights.length / size - 1;
  const sums = new Float64Array(size);
  for (let i = 0; i < indices.length; i++) {
    const row = ((indices[i] as number) & last) * size;
    const value = values[i] as number;
    for (let j = 0; j < size; j++) sums[j] = (sums[j] as number) + (weights[row + j] as number) * value;
  }
  return sums.map((sum, j) => Math.max(0, (bias[j] as number) + sum * (scales[j] as number)));
}

function score(
  { indices, values }: Features,
  awake: Float64Array,
  { bias, scale, weights, units }: LinearWeights & UnitWeights,
): number {
  const mask = weights.length - 1;
  let sum = 0;
  for (let i = 0; i < indices.length; i++) {
    sum += (weights[(indices[i] as number) & mask] as number) * (values[i] as number);
  }
  return bias + sum * scale + fromUnits(awake, units);
}

function fromUnits(awake: Float64Array, units: readonly number[]): number {
  return units.reduce((sum, unit, j) => sum + unit * (awake[j] as number), 0);
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
  { indices, values, told }: Features,
  awake: Float64Array,
  { alarm, units }: SecondReaderWeights,
): readonly string[] {
  const size = units.bias.length;
  const last = units.weights.length / size - 1;
  const weightAt = (place: number): number => {
    const own = (alarm.weights[place & (alarm.weights.length - 1)] as number) * alarm.scale;
    const row = (place & last) * size;
    return alarm.units.reduce((sum, unit, j) => {
      if (awake[j] === 0) return sum;
      return sum + unit * (units.weights[row + j] as number) * (units.scales[j] as number);
    }, own);
  };
  return told
    .map(({ position, words }) => ({
      words,
      weight: weightAt(indices[position] as number) * (values[position] as number),
    }))
    .filter(({ weight }) => weight > 0)
    .sort((a, b) => b.weight - a.weight)
    .slice(0, MOST_REASONS)
    .map(({ words }) => words);
}
