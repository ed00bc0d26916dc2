// Trains the hidden units of the second reader: small layers between features and what they are asked for.
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import { isMainThread, parentPort, Worker, workerData } from "node:worker_threads";
import { seeded, shuffle } from "./seeded-order.ts";

const UNITS = 30;
/** Units of the layers behind the first; each sees all units before it. */
const BEHIND = [64, 32];
const EPOCHS = 16;
const RATE = 0.1;
/** Layers behind the first learn more slowly: what they see moves as well. */
const RATE_BEHIND = 0.07;
const DECAY = 1e-4;
/** Share of the features that a step does not see, so that no unit leans on a few of them. */
const UNSEEN = 0.8;
/** Features have about length one together; so small they would leave the units asleep. */
const GAIN = 3;
const AT_FIRST = 1e-3;
/** At first a unit sees each unit before it with a weight of at most this, or the units of a layer would stay alike. */
const SPREAD = 0.3;

/**
 * Texts as rows of their known features, one text after another, in memory that all trainings share.
 *
 * Text i has the rows and values from `starts[i]` up to `starts[i + 1]`, and one target and weight for each question; a
 * weight of 0 leaves a question out.
 */
export type Lessons = {
  readonly starts: Uint32Array;
  readonly rows: Uint32Array;
  readonly values: Float32Array;
  readonly targets: Float32Array;
  readonly weights: Float32Array;
};

/** Room for so many texts with so many rows and questions. */
export function emptyLessons(texts: number, rows: number, questions: number): Lessons {
  const shared = (length: number): SharedArrayBuffer => new SharedArrayBuffer(4 * length);
  return {
    starts: new Uint32Array(shared(texts + 1)),
    rows: new Uint32Array(shared(rows)),
    values: new Float32Array(shared(rows)),
    targets: new Float32Array(shared(texts * questions)),
    weights: new Float32Array(shared(texts * questions)),
  };
}

/** What was learned; values of features are to be multiplied by `gain` first. */
export type Learned = {
  readonly gain: number;
  /** Row by row, all units of the first layer of a row together. */
  readonly intoUnits: Float32Array;
  readonly unitBias: Float32Array;
  /** The layers behind the first. */
  readonly behind: readonly Dense[];
  /** For each question: its bias, and its weight of each unit of all layers. */
  readonly questions: Dense;
  /** For the first `direct` questions: weights of the features themselves. */
  readonly direct: readonly Float64Array[];
};

/** A layer of units that see all units before them: a bias for each, and unit by unit its weights of those before. */
export type Dense = { readonly bias: Float32Array; readonly weights: Float32Array };

type Layer = { readonly values: Float32Array; readonly squares: Float32Array };

/** Of all `rows`, the first `common` ones lead to hidden units; of all questions, the first `direct` see features too. */
type Sizes = Readonly<Record<"rows" | "common" | "questions" | "direct", number>>;

/** Trains by AdaGrad, once from each seed and side by side. */
export function learnUnits(lessons: Lessons, sizes: Sizes, seeds: readonly number[]): Promise<readonly Learned[]> {
  const path = fileURLToPath(import.meta.url);
  return Promise.all(
    seeds.map(async (seed) => {
      const [learned] = await once(new Worker(path, { workerData: { lessons, sizes, seed } }), "message");
      return learned as Learned;
    }),
  );
}

function learnFrom(
  { starts, rows, values, targets, weights }: Lessons,
  { rows: allRows, common, questions, direct }: Sizes,
  seed: number,
): Learned {
  const random = seeded(seed);
  // From nothing: a feature that was hardly seen then says nothing. The units differ by what they say to others.
  const into = layer(common * UNITS, () => 0);
  const unitBias = layer(UNITS, () => 0.1);
  const behind = BEHIND.map((size, k) => denseLayer(unitsBefore(k), size, 0, random));
  const out = denseLayer(unitsBefore(BEHIND.length), questions, -1, random);
  const wide = layer(allRows * direct, () => 0);
  const units = new Float32Array(unitsBefore(BEHIND.length));
  const back = new Float32Array(units.length);
  const order = Array.from({ length: starts.length - 1 }, (_, i) => i);
  for (let epoch = 0; epoch < EPOCHS; epoch++) {
    shuffle(order, random);
    for (const i of order) learnOne(i);
  }
  return {
    gain: GAIN,
    intoUnits: into.values,
    unitBias: unitBias.values,
    behind: behind.map(learnedOf),
    questions: learnedOf(out),
    direct: Array.from({ length: direct }, (_, q) =>
      Float64Array.from({ length: allRows }, (_, row) => wide.values[row * direct + q] as number),
    ),
  };

  function learnOne(text: number): void {
    const seen = seenOf(starts[text] as number, starts[text + 1] as number);
    const ofText = text * questions;
    const gain = GAIN / Math.sqrt(1 - UNSEEN);
    const own = new Float32Array(direct);
    units.set(unitBias.values);
    for (const k of seen) {
      const value = (values[k] as number) * gain;
      const row = rows[k] as number;
      const ofRow = row * direct;
      for (let q = 0; q < direct; q++) own[q] = (own[q] as number) + (wide.values[ofRow + q] as number) * value;
      if (row >= common) continue;
      const unitsOfRow = row * UNITS;
      for (let j = 0; j < UNITS; j++) units[j] = (units[j] as number) + (into.values[unitsOfRow + j] as number) * value;
    }
    for (let j = 0; j < UNITS; j++) if ((units[j] as number) < 0) units[j] = 0;
    behind.forEach((dense, k) => {
      const first = unitsBefore(k);
      for (let j = 0; j < dense.size; j++) units[first + j] = Math.max(0, outputOf(dense, j, units));
    });
    back.fill(0);
    const errors = Float32Array.from({ length: questions }, (_, q) => {
      const score = outputOf(out, q, units) + (own[q] ?? 0);
      return (1 / (1 + Math.exp(-score)) - (targets[ofText + q] as number)) * (weights[ofText + q] as number);
    });
    learnDense(out, errors, units, back, RATE);
    for (let k = behind.length - 1; k >= 0; k--) {
      const dense = behind[k] as DenseLayer;
      const first = unitsBefore(k);
      const ofLayer = back.subarray(first, first + dense.size);
      for (let j = 0; j < dense.size; j++) if (units[first + j] === 0) ofLayer[j] = 0;
      learnDense(dense, ofLayer, units, back, RATE_BEHIND);
    }
    for (let j = 0; j < UNITS; j++) {
      if (units[j] === 0) back[j] = 0;
      if (back[j] !== 0) step(unitBias, j, back[j] as number, RATE);
    }
    for (const k of seen) {
      const value = (values[k] as number) * gain;
      const row = rows[k] as number;
      for (let at = row * direct, q = 0; q < direct; q++, at++)
        step(wide, at, (errors[q] as number) * value + DECAY * (wide.values[at] as number), RATE);
      if (row >= common) continue;
      for (let at = row * UNITS, j = 0; j < UNITS; j++, at++)
        if (back[j] !== 0) step(into, at, (back[j] as number) * value + DECAY * (into.values[at] as number), RATE);
    }
  }

  function seenOf(from: number, to: number): readonly number[] {
    const seen: number[] = [];
    for (let k = from; k < to; k++) if (random() >= UNSEEN) seen.push(k);
    return seen;
  }
}

/** How many units stand before a layer behind the first. */
function unitsBefore(behind: number): number {
  return BEHIND.slice(0, behind).reduce((sum, size) => sum + size, UNITS);
}

type DenseLayer = { readonly inputs: number; readonly size: number; readonly bias: Layer; readonly weights: Layer };

function denseLayer(inputs: number, size: number, bias: number, random: () => number): DenseLayer {
  const weights = layer(inputs * size, () => (random() - 0.5) * 2 * SPREAD);
  return { inputs, size, bias: layer(size, () => bias), weights };
}

const learnedOf = ({ bias, weights }: DenseLayer): Dense => ({ bias: bias.values, weights: weights.values });

function outputOf({ inputs, bias, weights }: DenseLayer, j: number, units: Float32Array): number {
  let sum = bias.values[j] as number;
  const first = j * inputs;
  for (let i = 0; i < inputs; i++) sum += (weights.values[first + i] as number) * (units[i] as number);
  return sum;
}

/** Changes a layer's weights by its errors, and adds to `back` what each input had to do with them. */
function learnDense(
  { inputs, size, bias, weights }: DenseLayer,
  errors: Float32Array,
  units: Float32Array,
  back: Float32Array,
  rate: number,
): void {
  for (let j = 0; j < size; j++) {
    const error = errors[j] as number;
    if (error === 0) continue;
    step(bias, j, error, rate);
    const first = j * inputs;
    for (let i = 0; i < inputs; i++) {
      const unit = units[i] as number;
      if (unit === 0) continue;
      back[i] = (back[i] as number) + error * (weights.values[first + i] as number);
      step(weights, first + i, error * unit, rate);
    }
  }
}

function layer(size: number, start: () => number): Layer {
  const values = new Float32Array(size);
  for (let i = 0; i < size; i++) values[i] = start();
  return { values, squares: new Float32Array(size).fill(AT_FIRST) };
}

function step({ values, squares }: Layer, at: number, slope: number, rate: number): void {
  const square = (squares[at] as number) + slope * slope;
  squares[at] = square;
  values[at] = (values[at] as number) - (rate * slope) / Math.sqrt(square);
}

if (!isMainThread) parentPort?.postMessage(learnFrom(workerData.lessons, workerData.sizes, workerData.seed));
