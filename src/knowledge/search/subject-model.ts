import type { Term } from "./term-reader.ts";

/** A text whose subject is known; `weight` says how much to learn from it. */
export type Example = { readonly subject: string; readonly terms: readonly Term[]; readonly weight: number };

/** How likely each subject is, by what the examples teach; the likelihoods add up to 1. */
export type SubjectModel = { guess(terms: readonly Term[]): ReadonlyMap<string, number> };

const ROUNDS = 8;
const STEP = 0.25;
// Keeps a word that was seen once from deciding alone.
const DECAY = 3e-4;
// "Why", "never" and "good" tell questions apart, though far less than "shrug".
const SMALL_WORD = 0.6;
const PAIR = 0.4;

type Features = { readonly names: readonly string[]; readonly values: readonly number[] };
type Row = { readonly offsets: readonly number[]; readonly values: readonly number[]; readonly subject: number };

/**
 * Learns which words and pairs of words point to which subject (softmax regression).
 *
 * The examples are taken in a fixed order, so the same content always gives the same model.
 */
export function learnSubjects(examples: readonly Example[]): SubjectModel {
  const subjects = [...new Set(examples.map(({ subject }) => subject))];
  const columns = new Map<string, number>();
  const rows = examples.map(({ subject, terms, weight }): Row & { readonly weight: number } => {
    const { names, values } = featuresOf(terms);
    const offsets = names.map((name) => {
      const column = columns.get(name) ?? columns.size;
      columns.set(name, column);
      return column * subjects.length;
    });
    return { offsets, values, subject: subjects.indexOf(subject), weight };
  });
  const weights = fit(rows, columns.size, subjects.length);
  return {
    guess(terms) {
      const { names, values } = featuresOf(terms);
      const known = names.flatMap((name, at) => ({ column: columns.get(name), value: values[at] as number }));
      const seen = known.filter((one): one is { column: number; value: number } => one.column !== undefined);
      const chances = new Float64Array(subjects.length);
      likelihoods(
        { offsets: seen.map(({ column }) => column * subjects.length), values: seen.map(({ value }) => value) },
        weights,
        chances,
      );
      return new Map(subjects.map((subject, at) => [subject, chances[at] as number]));
    },
  };
}

/** Adjusts the weights example by example, ever more gently (AdaGrad). */
function fit(rows: readonly (Row & { readonly weight: number })[], columns: number, subjects: number): Float64Array {
  const weights = new Float64Array(columns * subjects);
  const steepness = new Float64Array(columns * subjects).fill(1e-6);
  const chances = new Float64Array(subjects);
  for (const row of shuffled(rows)) {
    likelihoods(row, weights, chances);
    for (let subject = 0; subject < subjects; subject++) {
      const miss = row.weight * ((chances[subject] as number) - (subject === row.subject ? 1 : 0));
      for (let at = 0; at < row.offsets.length; at++) {
        const cell = (row.offsets[at] as number) + subject;
        const slope = miss * (row.values[at] as number) + DECAY * (weights[cell] as number);
        steepness[cell] = (steepness[cell] as number) + slope * slope;
        weights[cell] = (weights[cell] as number) - (STEP * slope) / Math.sqrt(steepness[cell] as number);
      }
    }
  }
  return weights;
}

/** Every row once a round, each round in another order: neighbours in a file are alike, and would be learnt by heart. */
function* shuffled<Item>(rows: readonly Item[]): Generator<Item> {
  const stride = 7919;
  for (let round = 0; round < ROUNDS; round++) {
    for (let at = 0; at < rows.length; at++) yield rows[(at * stride + round * 31) % rows.length] as Item;
  }
}

function likelihoods({ offsets, values }: Omit<Row, "subject">, weights: Float64Array, into: Float64Array): void {
  let highest = Number.NEGATIVE_INFINITY;
  for (let subject = 0; subject < into.length; subject++) {
    let sum = 0;
    for (let at = 0; at < offsets.length; at++) {
      sum += (weights[(offsets[at] as number) + subject] as number) * (values[at] as number);
    }
    into[subject] = sum;
    if (sum > highest) highest = sum;
  }
  let total = 0;
  for (let subject = 0; subject < into.length; subject++) {
    const chance = Math.exp((into[subject] as number) - highest);
    into[subject] = chance;
    total += chance;
  }
  for (let subject = 0; subject < into.length; subject++) into[subject] = (into[subject] as number) / total;
}

function featuresOf(terms: readonly Term[]): Features {
  const found = new Map<string, number>();
  for (const { text, isSmall } of terms) found.set(text, isSmall ? SMALL_WORD : 1);
  for (const [at, { text, isSmall }] of terms.entries()) {
    const next = terms[at + 1];
    if (next === undefined) break;
    found.set(`${text} ${next.text}`, isSmall && next.isSmall ? PAIR * SMALL_WORD : PAIR);
  }
  const length = Math.sqrt([...found.values()].reduce((sum, value) => sum + value * value, 0));
  return { names: [...found.keys()], values: [...found.values()].map((value) => value / length) };
}
