import type { HiddenUnits, UnitWeights } from "#src/knowledge/second-reader-weights.ts";
import type { Sums } from "./feature-sums.ts";

/** The values of all hidden units, training by training; 0 for one that sleeps. */
export type Awake = Float64Array;

/** A layer behind the first: the units of its training that it sees begin at `start`. */
type Layer = {
  readonly start: number;
  readonly bias: Float64Array;
  /** Unit before it by unit before it, its weights for each unit of the layer. */
  readonly weights: Float64Array;
};

/** The first hidden units and the layers behind them, ready to be woken. */
export class UnitLayers {
  readonly #units: HiddenUnits;
  readonly #trainings: readonly { readonly start: number; readonly layers: readonly Layer[] }[];
  readonly #firstSize: number;
  readonly #size: number;

  constructor(units: HiddenUnits) {
    this.#units = units;
    this.#firstSize = units.bias.length / units.behind.length;
    let size = 0;
    this.#trainings = units.behind.map((layers) => {
      const start = size;
      size += this.#firstSize;
      return {
        start,
        layers: layers.map(({ bias, weights }) => {
          size += bias.length;
          return { start, bias: Float64Array.from(bias), weights: Float64Array.from(weights.flat()) };
        }),
      };
    });
    this.#size = size;
  }

  /** @param first Where among the sums those of the first units begin. */
  wake(sums: Sums, first: number, scale: number): Awake {
    const { bias, scales } = this.#units;
    const awake = new Float64Array(this.#size);
    this.#trainings.forEach(({ start, layers }, training) => {
      for (let j = 0; j < this.#firstSize; j++) {
        const unit = training * this.#firstSize + j;
        const sum = (sums[first + unit] as number) * scale * (scales[unit] as number);
        awake[start + j] = Math.max(0, (bias[unit] as number) + sum);
      }
      let end = start + this.#firstSize;
      for (const layer of layers) {
        wakeLayer(awake, end, layer);
        end += layer.bias.length;
      }
    });
    return awake;
  }

  /** How much an answer would rise with each of the first units of all trainings; 0 for one that sleeps. */
  pullOf({ units: answer }: UnitWeights, awake: Awake): readonly number[] {
    return this.#trainings.flatMap(({ start, layers }) => {
      const pull = answer.slice(
        start,
        start + this.#firstSize + layers.reduce((sum, { bias }) => sum + bias.length, 0),
      );
      let end = pull.length;
      for (const { bias, weights } of layers.toReversed()) {
        end -= bias.length;
        for (let k = 0; k < bias.length; k++) {
          if (awake[start + end + k] === 0) continue;
          for (let i = 0; i < end; i++)
            pull[i] = (pull[i] as number) + (weights[i * bias.length + k] as number) * (pull[end + k] as number);
        }
      }
      return pull.slice(0, this.#firstSize).map((weight, j) => (awake[start + j] === 0 ? 0 : weight));
    });
  }
}

/** Wakes the units of a layer, which begin at `end`. */
function wakeLayer(awake: Awake, end: number, { start, bias, weights }: Layer): void {
  const size = bias.length;
  for (let k = 0; k < size; k++) awake[end + k] = bias[k] as number;
  for (let i = start; i < end; i++) {
    const value = awake[i] as number;
    if (value === 0) continue;
    const ofUnit = (i - start) * size;
    for (let k = 0; k < size; k++)
      awake[end + k] = (awake[end + k] as number) + (weights[ofUnit + k] as number) * value;
  }
  for (let k = 0; k < size; k++) if ((awake[end + k] as number) < 0) awake[end + k] = 0;
}
