import type {
  Chances,
  QuestionName,
  SecondReaderWeights,
  Thresholds,
  UnitWeights,
} from "#src/knowledge/second-reader-weights.ts";
import { createFeatureAdder, newSums, type Sums } from "./feature-sums.ts";
import { createFeatureReader, type Features, lettersOf } from "./features.ts";
import { type Awake, UnitLayers } from "./hidden-units.ts";
import { lazy, remembered } from "./lookup.ts";
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
  const add = createFeatureAdder(weights);
  const layers = new UnitLayers(weights.units);
  const questions = weights.columns.length;
  const signs = [...weights.signs.keys()];
  const scoreSigns = createScores([...weights.signs.values()]);
  const sumsOfLetters = remembered(MOST_WORDS, (word) => {
    const sums = newSums(weights);
    add(lettersOf(word), sums);
    return sums;
  });
  // Used anew for every text.
  const sums = newSums(weights);
  return {
    thresholds: weights.thresholds,
    hear(reading) {
      const features = read(reading);
      sums.fill(0);
      add(features, sums);
      for (const word of features.words) addAll(sums, sumsOfLetters(word));
      const awake = layers.wake(sums, questions, features.scale);
      const score = (name: QuestionName): number => {
        const { bias, scale, units } = weights[name];
        const alone = (sums[weights.columns.indexOf(name)] as number) * features.scale;
        return bias + alone * scale + fromUnits(awake, units);
      };
      const { slope, shift } = chancesOf(reading, weights);
      const chance = (name: QuestionName): number => chanceFrom(score(name) * slope + shift);
      const scores = lazy(() => scoreSigns(awake));
      return {
        watch: chance("watch"),
        alarm: chance("alarm"),
        urgent: chance("urgent"),
        emergency: chanceFrom(score("emergency")),
        get sign() {
          return signs[indexOfMost(scores())] ?? null;
        },
        chanceOf(id) {
          const ofSign = scores()[signs.indexOf(id)];
          return ofSign === undefined ? 0 : chanceFrom(ofSign);
        },
        get because() {
          return heaviest(features, layers.pullOf(weights.alarm, awake), weights);
        },
      };
    },
  };
}

/** Scores of a handful of words lie too near the middle, since little adds up there; those of a usual message are too high. */
function chancesOf({ marked }: Reading, { chances }: SecondReaderWeights): Chances {
  const words = marked.tokens.length;
  return (chances.find(({ upToWords }) => words <= upToWords) ?? chances.at(-1)) as Chances;
}

const chanceFrom = (score: number): number => 1 / (1 + Math.exp(-score));

function addAll(sums: Sums, others: Sums): void {
  for (let i = 0; i < sums.length; i++) sums[i] = (sums[i] as number) + (others[i] as number);
}

function fromUnits(awake: Awake, units: readonly number[]): number {
  let sum = 0;
  for (let j = 0; j < awake.length; j++) sum += (units[j] as number) * (awake[j] as number);
  return sum;
}

/** Prepares the scoring of many answers that hang on the hidden units alone, most of which sleep. */
function createScores(answers: readonly (UnitWeights & { readonly bias: number })[]): (awake: Awake) => Float64Array {
  const size = answers.length;
  const byUnit = new Float64Array(size * (answers[0]?.units.length ?? 0));
  answers.forEach(({ units }, k) => {
    units.forEach((weight, j) => {
      byUnit[j * size + k] = weight;
    });
  });
  return (awake) => {
    const scores = Float64Array.from(answers, ({ bias }) => bias);
    for (let j = 0; j < awake.length; j++) {
      const value = awake[j] as number;
      if (value === 0) continue;
      for (let k = 0; k < size; k++) scores[k] = (scores[k] as number) + (byUnit[j * size + k] as number) * value;
    }
    return scores;
  };
}

function indexOfMost(scores: Float64Array): number {
  let best = 0;
  for (let k = 1; k < scores.length; k++) if ((scores[k] as number) > (scores[best] as number)) best = k;
  return best;
}

/**
 * A word weighs by itself and through each unit that is awake.
 *
 * @param pull How much the chance rises with each of the first units.
 */
function heaviest(
  { indices, counts, wordsAt }: Features,
  pull: readonly number[],
  { alarm, features, columns, common, others, units }: SecondReaderWeights,
): readonly string[] {
  const question = columns.indexOf("alarm");
  const pulling = pull.flatMap((rise, unit) =>
    rise === 0 ? [] : [{ unit, rise: rise * (units.scales[unit] as number) }],
  );
  const weightAt = (place: number): number => {
    const row = features.rowOf(place);
    if (row === -1) return 0;
    if (row >= features.common) return others.at(row - features.common, question) * alarm.scale;
    let weight = common.at(row, question) * alarm.scale;
    for (const { unit, rise } of pulling) weight += rise * common.at(row, columns.length + unit);
    return weight;
  };
  return indices
    .flatMap((place, i) => {
      const words = wordsAt(i);
      return words === null ? [] : [{ words, weight: weightAt(place) * (counts[i] as number) }];
    })
    .filter(({ weight }) => weight > 0)
    .sort((a, b) => b.weight - a.weight)
    .slice(0, MOST_REASONS)
    .map(({ words }) => words);
}
