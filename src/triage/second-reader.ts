import type { LinearWeights, SecondReaderWeights } from "#src/knowledge/second-reader-weights.ts";
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
  /** The sign the text is most like. */
  readonly sign: string | null;
  /** The features that weighed most towards alarm, heaviest first. */
  readonly because: readonly string[];
};

const MOST_REASONS = 5;

/**
 * Reads a text a second time with the learned weights; it explains, raises and asks, and never lowers.
 *
 * The sign and the reasons are looked for when they are asked for: the sign costs as much as all the rest.
 */
export function secondOpinion(reading: Reading, weights: SecondReaderWeights): Opinion {
  const features = readFeatures(reading);
  return {
    watch: chance(features, weights.watch),
    alarm: chance(features, weights.alarm),
    urgent: chance(features, weights.urgent),
    get sign() {
      return likestSign(features, weights);
    },
    get because() {
      return heaviest(features, weights.alarm);
    },
  };
}

function chance(features: Features, model: LinearWeights): number {
  return 1 / (1 + Math.exp(-score(features, model)));
}

function score({ indices, values }: Features, { bias, scale, weights }: LinearWeights): number {
  const mask = weights.length - 1;
  let sum = 0;
  for (let i = 0; i < indices.length; i++) {
    sum += (weights[(indices[i] as number) & mask] as number) * (values[i] as number);
  }
  return bias + sum * scale;
}

function likestSign(features: Features, { signs }: SecondReaderWeights): string | null {
  let best: string | null = null;
  let bestScore = Number.NEGATIVE_INFINITY;
  for (const [id, model] of signs) {
    const value = score(features, model);
    if (value > bestScore) {
      best = id;
      bestScore = value;
    }
  }
  return best;
}

function heaviest({ indices, values, told }: Features, { weights }: LinearWeights): readonly string[] {
  const mask = weights.length - 1;
  return told
    .map(({ position, words }) => {
      const weight = weights[(indices[position] as number) & mask] as number;
      return { words, weight: weight * (values[position] as number) };
    })
    .filter(({ weight }) => weight > 0)
    .sort((a, b) => b.weight - a.weight)
    .slice(0, MOST_REASONS)
    .map(({ words }) => words);
}
