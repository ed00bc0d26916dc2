import type { SecondReaderWeights } from "#src/knowledge/second-reader-weights.ts";
import { type Example, learn } from "../../scripts/train-second-reader.ts";
import type { LabelledText } from "./labelled-sets.ts";

/** Trains the second reader without some texts, so that they are new to it; thresholds stay as shipped. */
export async function trainWithout(
  held: ReadonlySet<LabelledText>,
  examples: readonly Example[],
  shipped: SecondReaderWeights,
): Promise<SecondReaderWeights> {
  return { ...shipped, ...(await learn(examples.filter(({ text }) => !held.has(text)))) };
}
