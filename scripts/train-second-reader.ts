// Trains the second reader on the project's own labelled texts and writes knowledge/reading/second-reader.json.
// Run by hand after a change of words, patterns or sets: npm run train
import { createHash } from "node:crypto";
import { readFileSync, writeFileSync } from "node:fs";
import { type LabelledText, readSet, SETS } from "../bench/triage/labelled-sets.ts";
import { Complaints } from "../src/knowledge/complaints.ts";
import { loadKnowledge } from "../src/knowledge/load-knowledge.ts";
import { loadReading } from "../src/knowledge/load-reading.ts";
import { FEATURE_SPACE, type Feature, featuresOf } from "../src/triage/features.ts";
import { createReader, type Reader } from "../src/triage/reading.ts";

const SIGN_SPACE = 1 << 14;
const EPOCHS = 20;
/** Naming the likest sign needs less care than the level. */
const SIGN_EPOCHS = 6;
const RATE = 0.3;
const DECAY = 0.002;
/** Chosen on texts that a model trained without their writer had never seen; see bench/triage/README.md. */
const THRESHOLDS = {
  raise_from: 0.55,
  ask_from: 0.27,
  innocent_below: 0.15,
  hint_from: 0.52,
  urgent_from: 0.32,
  keep_urgent_from: 0.45,
  hint_urgent_from: 0.15,
  doubt_urgent_from: 0.12,
  watch_from: 0.55,
};
const WEIGHTS_FILE = "knowledge/reading/second-reader.json";

export type Example = { readonly features: readonly Feature[]; readonly text: LabelledText };
type Model = { bias: number; weights: Float64Array };

/** Logistic regression by AdaGrad; the order of examples is shuffled with a fixed seed. */
export function fit(
  examples: readonly Example[],
  space: number,
  isPositive: (text: LabelledText) => boolean,
  epochs = EPOCHS,
): Model {
  const model: Model = { bias: 0, weights: new Float64Array(space) };
  const squares = new Float64Array(space).fill(1e-6);
  const order = examples.map((_, i) => i);
  const random = seeded(1);
  for (let epoch = 0; epoch < epochs; epoch++) {
    shuffle(order, random);
    for (const i of order) {
      const { features, text } = examples[i] as Example;
      const error = (chance(model, features) - (isPositive(text) ? 1 : 0)) * weightOf(text);
      model.bias -= 0.05 * RATE * error;
      for (const { index, value } of features) {
        const at = index & (space - 1);
        const slope = error * value + DECAY * (model.weights[at] as number);
        squares[at] = (squares[at] as number) + slope * slope;
        model.weights[at] = (model.weights[at] as number) - (RATE * slope) / Math.sqrt(squares[at] as number);
      }
    }
  }
  return model;
}

export function chance({ bias, weights }: Model, features: readonly Feature[]): number {
  let sum = bias;
  for (const { index, value } of features) sum += (weights[index & (weights.length - 1)] as number) * value;
  return 1 / (1 + Math.exp(-sum));
}

export function examplesOf(texts: readonly LabelledText[], read: Reader): readonly Example[] {
  return texts.map((text) => ({
    text,
    features: featuresOf(read(text.text, new Date(text.now))),
  }));
}

export function buildReader(): Reader {
  const complaints = new Complaints("knowledge");
  const loaded = loadReading("knowledge", complaints);
  if (loaded === null) throw new Error("the reading content is broken: npm test says where");
  return createReader(loaded.reading, loadKnowledge("knowledge").causes.values());
}

/**
 * Bare phrases of the reference teach words, but nobody writes so; questions about training teach what is no complaint.
 * Both are many and alike.
 */
function weightOf({ id }: LabelledText): number {
  if (id.startsWith("r")) return 0.1;
  return id.startsWith("q") ? 0.3 : 1;
}

function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
}

function shuffle(order: number[], random: () => number): void {
  for (let i = order.length - 1; i > 0; i--) {
    const j = Math.floor(random() * (i + 1));
    [order[i], order[j]] = [order[j] as number, order[i] as number];
  }
}

function pack({ bias, weights }: Model): { bias: number; scale: number; weights: string } {
  const largest = weights.reduce((most, weight) => Math.max(most, Math.abs(weight)), 1e-9);
  const scale = largest / 127;
  const bytes = Int8Array.from(weights, (weight) => Math.round(weight / scale));
  return { bias, scale, weights: Buffer.from(bytes.buffer).toString("base64") };
}

function train(): void {
  const sets = SETS.filter(({ use }) => use !== "last");
  const examples = examplesOf(sets.flatMap(readSet), buildReader());
  const ids = [...new Set(examples.flatMap(({ text }) => text.findings))].sort();
  const hash = createHash("sha256");
  for (const set of sets) hash.update(readFileSync(set.file));
  const content = {
    trained_on: hash.digest("hex").slice(0, 16),
    ...THRESHOLDS,
    watch: pack(fit(examples, FEATURE_SPACE, ({ level }) => level >= 1)),
    alarm: pack(fit(examples, FEATURE_SPACE, ({ level }) => level >= 2)),
    urgent: pack(fit(examples, FEATURE_SPACE, ({ level }) => level === 3)),
    signs: Object.fromEntries(
      ids.map((id) => [id, pack(fit(examples, SIGN_SPACE, ({ findings }) => findings.includes(id), SIGN_EPOCHS))]),
    ),
  };
  writeFileSync(WEIGHTS_FILE, `${JSON.stringify(content)}\n`);
  console.log(`trained on ${examples.length} texts, ${ids.length} signs: ${WEIGHTS_FILE}`);
}

if (import.meta.main) train();
