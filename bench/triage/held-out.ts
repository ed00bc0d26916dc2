import type { LinearWeights, SecondReaderWeights } from "#src/knowledge/second-reader-weights.ts";
import { FEATURE_SPACE } from "#src/triage/features.ts";
import { type Example, fit } from "../../scripts/train-second-reader.ts";
import type { LabelledText } from "./labelled-sets.ts";

/**
 * Trains the second reader without one writer's texts, so that they are new to it.
 *
 * Thresholds and the models that only name the likest sign stay as shipped: they lift no text over a threshold.
 */
export function trainWithout(
  held: ReadonlySet<LabelledText>,
  examples: readonly Example[],
  shipped: SecondReaderWeights,
): SecondReaderWeights {
  const others = examples.filter(({ text }) => !held.has(text));
  const learn = (isPositive: (text: LabelledText) => boolean): LinearWeights =>
    rounded(fit(others, FEATURE_SPACE, isPositive));
  return {
    ...shipped,
    watch: learn(({ level }) => level >= 1),
    alarm: learn(({ level }) => level >= 2),
    urgent: learn(({ level }) => level === 3),
  };
}

/** To whole numbers, as the shipped weights are. */
function rounded({ bias, weights }: ReturnType<typeof fit>): LinearWeights {
  const scale = weights.reduce((most, weight) => Math.max(most, Math.abs(weight)), 1e-9) / 127;
  return { bias, scale, weights: Int8Array.from(weights, (weight) => Math.round(weight / scale)) };
}
