import type { LinearWeights, SecondReaderWeights } from "#src/knowledge/second-reader-weights.ts";
import { type Feature, featuresOf } from "./features.ts";
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

/** Reads a text a second time with the learned weights; it explains, raises and asks, and never lowers. */
export function secondOpinion(reading: Reading, weights: SecondReaderWeights): Opinion {
  const features = featuresOf(reading);
  return {
    watch: chance(features, weights.watch),
    alarm: chance(features, weights.alarm),
    urgent: chance(features, weights.urgent),
    sign: likestSign(features, weights),
    because: heaviest(features, weights.alarm),
  };
}

function chance(features: readonly Feature[], model: LinearWeights): number {
  return 1 / (1 + Math.exp(-score(features, model)));
}

function score(features: readonly Feature[], { bias, scale, weights }: LinearWeights): number {
  const mask = weights.length - 1;
  let sum = 0;
  for (const { index, value } of features) sum += (weights[index & mask] as number) * value;
  return bias + sum * scale;
}

function likestSign(features: readonly Feature[], { signs }: SecondReaderWeights): string | null {
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

/** Only whole words and word pairs: letters and classes explain nothing to a person. */
function heaviest(features: readonly Feature[], { weights }: LinearWeights): readonly string[] {
  const mask = weights.length - 1;
  return features
    .filter(({ label }) => /^[wp] /.test(label))
    .map(({ index, value, label }) => ({ label: label.slice(2), weight: (weights[index & mask] as number) * value }))
    .filter(({ weight }) => weight > 0)
    .sort((a, b) => b.weight - a.weight)
    .slice(0, MOST_REASONS)
    .map(({ label }) => label);
}
