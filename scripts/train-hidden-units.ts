// Trains the hidden units of the second reader: a small layer between features and what they are asked for.
import { seeded, shuffle } from "./seeded-order.ts";

const UNITS = 48;
const EPOCHS = 18;
const RATE = 0.1;
const DECAY = 1e-4;
/** Share of the features that a step does not see, so that no unit leans on a few of them. */
const UNSEEN = 0.5;
/** Features have about length one together; so small they would leave the units asleep. */
const GAIN = 3;
const AT_FIRST = 1e-3;

/** A text as rows of its known features, with one target for each question; a weight of 0 leaves a question out. */
export type Lesson = {
  readonly rows: Uint32Array;
  readonly values: Float32Array;
  readonly targets: Float32Array;
  readonly weights: Float32Array;
};

/** What was learned; values of features are to be multiplied by `gain` first. */
export type Learned = {
  readonly gain: number;
  /** Row by row, all units of a row together. */
  readonly intoUnits: Float32Array;
  readonly unitBias: Float32Array;
  /** For each question: its bias, and its weight of each unit. */
  readonly questions: readonly { readonly bias: number; readonly units: readonly number[] }[];
  /** For the first `direct` questions: weights of the features themselves. */
  readonly direct: readonly Float64Array[];
};

type Layer = { readonly values: Float32Array; readonly squares: Float32Array };

/**
 * Trains by AdaGrad with a fixed seed; the first `direct` questions also look at the features themselves.
 *
 * Of all `rows`, the first `common` ones lead to hidden units.
 */
export function learnUnits(
  lessons: readonly Lesson[],
  { rows: allRows, common, questions, direct }: Readonly<Record<"rows" | "common" | "questions" | "direct", number>>,
): Learned {
  const random = seeded(1);
  // From nothing: a feature that was hardly seen then says nothing. The units differ by what they say to the questions.
  const into = layer(common * UNITS, () => 0);
  const unitBias = layer(UNITS, () => 0.1);
  const out = layer(questions * UNITS, () => (random() - 0.5) * 0.6);
  const outBias = layer(questions, () => -1);
  const wide = layer(allRows * direct, () => 0);
  const order = lessons.map((_, i) => i);
  for (let epoch = 0; epoch < EPOCHS; epoch++) {
    shuffle(order, random);
    for (const i of order) learnOne(lessons[i] as Lesson);
  }
  return {
    gain: GAIN,
    intoUnits: into.values,
    unitBias: unitBias.values,
    questions: Array.from({ length: questions }, (_, q) => ({
      bias: outBias.values[q] as number,
      units: [...out.values.subarray(q * UNITS, (q + 1) * UNITS)],
    })),
    direct: Array.from({ length: direct }, (_, q) =>
      Float64Array.from({ length: allRows }, (_, row) => wide.values[row * direct + q] as number),
    ),
  };

  function learnOne({ rows, values, targets, weights }: Lesson): void {
    const seen = seenOf(rows.length);
    const gain = GAIN / Math.sqrt(1 - UNSEEN);
    const units = Float32Array.from(unitBias.values);
    const scores = Float32Array.from(outBias.values);
    for (const k of seen) {
      const value = (values[k] as number) * gain;
      const row = rows[k] as number;
      const ofRow = row * direct;
      for (let q = 0; q < direct; q++) scores[q] = (scores[q] as number) + (wide.values[ofRow + q] as number) * value;
      if (row >= common) continue;
      const unitsOfRow = row * UNITS;
      for (let j = 0; j < UNITS; j++) units[j] = (units[j] as number) + (into.values[unitsOfRow + j] as number) * value;
    }
    const isAwake = units.map((unit) => (unit > 0 ? 1 : 0));
    const back = new Float32Array(UNITS);
    const errors = new Float32Array(questions);
    for (let q = 0; q < questions; q++) {
      let score = scores[q] as number;
      for (let j = 0; j < UNITS; j++)
        if (isAwake[j] === 1) score += (out.values[q * UNITS + j] as number) * (units[j] as number);
      const error = (1 / (1 + Math.exp(-score)) - (targets[q] as number)) * (weights[q] as number);
      errors[q] = error;
      if (error === 0) continue;
      step(outBias, q, error);
      for (let j = 0; j < UNITS; j++) {
        if (isAwake[j] === 0) continue;
        back[j] = (back[j] as number) + error * (out.values[q * UNITS + j] as number);
        step(out, q * UNITS + j, error * (units[j] as number));
      }
    }
    for (let j = 0; j < UNITS; j++) if (back[j] !== 0) step(unitBias, j, back[j] as number);
    for (const k of seen) {
      const value = (values[k] as number) * gain;
      const row = rows[k] as number;
      for (let at = row * direct, q = 0; q < direct; q++, at++)
        step(wide, at, (errors[q] as number) * value + DECAY * (wide.values[at] as number));
      if (row >= common) continue;
      for (let at = row * UNITS, j = 0; j < UNITS; j++, at++)
        if (back[j] !== 0) step(into, at, (back[j] as number) * value + DECAY * (into.values[at] as number));
    }
  }

  function seenOf(length: number): readonly number[] {
    const seen: number[] = [];
    for (let k = 0; k < length; k++) if (random() >= UNSEEN) seen.push(k);
    return seen;
  }
}

function layer(size: number, start: () => number): Layer {
  const values = new Float32Array(size);
  for (let i = 0; i < size; i++) values[i] = start();
  return { values, squares: new Float32Array(size).fill(AT_FIRST) };
}

function step({ values, squares }: Layer, at: number, slope: number): void {
  const square = (squares[at] as number) + slope * slope;
  squares[at] = square;
  values[at] = (values[at] as number) - (RATE * slope) / Math.sqrt(square);
}
