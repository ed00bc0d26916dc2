// Trains the second reader on the project's own labelled texts and writes knowledge/reading/second-reader.json.
// Run by hand after a change of words, patterns or sets: npm run train
import { createHash } from "node:crypto";
import { readFileSync, writeFileSync } from "node:fs";
import { brotliCompressSync, constants } from "node:zlib";
import { type LabelledText, readSet, SETS, SITUATIONS } from "../bench/triage/labelled-sets.ts";
import { Complaints } from "../src/knowledge/complaints.ts";
import { KnownFeatures, packRising } from "../src/knowledge/known-features.ts";
import { loadKnowledge } from "../src/knowledge/load-knowledge.ts";
import { loadReading } from "../src/knowledge/load-reading.ts";
import { PackedRows } from "../src/knowledge/packed-rows.ts";
import {
  BLOCKS,
  type DeeperUnits,
  hashOfWeights,
  QUESTION_NAMES,
  type QuestionName,
  type QuestionWeights,
  type SecondReaderWeights,
  type UnitWeights,
} from "../src/knowledge/second-reader-weights.ts";
import { columnsOf, createFeatureReader, FEATURE_SPACE } from "../src/triage/features.ts";
import { createReader, type Reader } from "../src/triage/reading.ts";
import { joinAsides } from "./join-asides.ts";
import { leaveWordsOut } from "./leave-words-out.ts";
import { seeded } from "./seeded-order.ts";
import { type Dense, emptyLessons, type Learned, type Lessons, learnUnits } from "./train-hidden-units.ts";

/** A feature that fewer texts have says nothing sure; one that many have also leads to the hidden units. */
const KNOWN_FROM = 7;
const COMMON_FROM = 100;
/** Hidden units are learned so many times from different seeds; together they are more often right than one of them. */
const SEEDS = [1, 2, 3];
const SEED_OF_WORDS = 23;
/** They are surer than they are right, on texts of writers they have not seen. */
const SHARE = 0.5;
/** Weights are shipped as whole numbers up to these; finer steps bought nothing and cost room. */
const MOST = 7;
const MOST_OF_UNITS = 3;
/** Steps that are tried for rounding, each so much finer than the one before. */
const FINER = 0.9;
const FINEST = 0.05;
/** Pieces that people put around what they want to say, one a line. */
const ASIDES = "bench/triage/asides.txt";
const FILE = "knowledge/reading/second-reader";

type Columns = ReturnType<typeof columnsOf>;
/** A labelled text, what the second reader sees of it as it was written or of some of its words, and how much it counts. */
export type Example = {
  readonly features: Columns;
  readonly text: LabelledText;
  readonly isAsWritten: boolean;
  readonly counts: number;
};
type Question = { readonly isAbout: (text: LabelledText) => boolean; readonly isSo: (text: LabelledText) => boolean };

const always = (): boolean => true;
/** What the second reader is asked about a text: features answer directly, hidden units help. */
const QUESTIONS: Readonly<Record<QuestionName, Question>> = {
  watch: { isAbout: always, isSo: ({ level }) => level >= 1 },
  alarm: { isAbout: always, isSo: ({ level }) => level >= 2 },
  urgent: { isAbout: always, isSo: ({ level }) => level === 3 },
  emergency: {
    isAbout: ({ level, band }) => level === 3 && band !== null,
    isSo: ({ band }) => band === "emergency",
  },
};
/** How much a question counts while hidden units are learnt. */
const WEIGHT: Readonly<Record<QuestionName, number>> = { watch: 0.5, alarm: 1, urgent: 1, emergency: 0.5 };
const SIGN_WEIGHT = 0.6;

/** All that training learns; the thresholds beside it are chosen by hand. */
export type Trained = Pick<
  SecondReaderWeights,
  QuestionName | "features" | "columns" | "common" | "others" | "units" | "signs"
>;

/** Learns all weights, rounded to whole numbers as they are shipped. */
export async function learn(examples: readonly Example[]): Promise<Trained> {
  const ids = [...new Set(examples.flatMap(({ text }) => text.findings))].sort();
  const known = findKnown(examples);
  const lessons = lessonsOf(examples, known, ids);
  const sizes = {
    rows: known.size,
    common: known.common,
    questions: QUESTION_NAMES.length + ids.length,
    direct: QUESTION_NAMES.length,
  };
  const trainings = await learnUnits(lessons, sizes, SEEDS);
  const columns: Int8Array[] = [];
  const heads = QUESTION_NAMES.map((name, q): [QuestionName, QuestionWeights] => {
    const direct = Float64Array.from({ length: known.size }, (_, row) =>
      mean(trainings.map((training) => SHARE * training.gain * (training.direct[q]?.[row] as number))),
    );
    const { scale, weights } = rounded(direct, MOST);
    columns.push(weights);
    return [name, { ...togetherOf(trainings, q, SHARE), scale }];
  });
  const units = trainings.map(roundedUnits);
  const signs = ids.map((id, k): [string, UnitWeights & { readonly bias: number }] => [
    id,
    togetherOf(trainings, QUESTION_NAMES.length + k, 1),
  ]);
  return {
    ...(Object.fromEntries(heads) as Record<QuestionName, QuestionWeights>),
    features: known,
    columns: QUESTION_NAMES,
    common: new PackedRows([
      ...columns.map((one) => one.subarray(0, known.common)),
      ...units.flatMap((one) => one.columns),
    ]),
    others: new PackedRows(columns.map((one) => one.subarray(known.common))),
    units: {
      bias: units.flatMap(({ bias }) => bias),
      scales: units.flatMap(({ scales }) => scales),
      behind: trainings.map(({ behind }) => behind.map(deeperOf)),
    },
    signs: new Map(signs),
  };
}

function findKnown(examples: readonly Example[]): KnownFeatures {
  const texts = new Uint32Array(FEATURE_SPACE);
  for (const { features } of examples.filter(({ isAsWritten }) => isAsWritten))
    for (const index of new Set(features.indices)) texts[index] = (texts[index] as number) + 1;
  const common: number[] = [];
  const others: number[] = [];
  texts.forEach((count, place) => {
    if (count >= COMMON_FROM) common.push(place);
    else if (count >= KNOWN_FROM) others.push(place);
  });
  return new KnownFeatures(common, others);
}

function lessonsOf(examples: readonly Example[], known: KnownFeatures, ids: readonly string[]): Lessons {
  const asked = QUESTION_NAMES.map((name) => QUESTIONS[name]);
  const questions = asked.length + ids.length;
  const countKnown = ({ features }: Example): number =>
    features.indices.reduce((count, index) => count + Number(known.rowOf(index) !== -1), 0);
  const rows = examples.reduce((sum, example) => sum + countKnown(example), 0);
  const lessons = emptyLessons(examples.length, rows, questions);
  let next = 0;
  examples.forEach(({ features, text, counts }, i) => {
    features.indices.forEach((index, k) => {
      const row = known.rowOf(index);
      if (row === -1) return;
      lessons.rows[next] = row;
      lessons.values[next] = features.values[k] as number;
      next += 1;
    });
    lessons.starts[i + 1] = next;
    const targets = [...asked.map(({ isSo }) => isSo(text)), ...ids.map((id) => text.findings.includes(id))];
    const weights = [
      ...QUESTION_NAMES.map((name, q) => (asked[q]?.isAbout(text) === true ? WEIGHT[name] : 0)),
      ...ids.map(() => SIGN_WEIGHT),
    ];
    lessons.targets.set(targets.map(Number), i * questions);
    lessons.weights.set(
      weights.map((weight) => weight * counts),
      i * questions,
    );
  });
  return lessons;
}

/** Whole numbers up to `most`, and what they are to be multiplied by: the step that leaves the least error. */
function rounded(numbers: Float64Array, most: number): { readonly scale: number; readonly weights: Int8Array } {
  const coarsest = numbers.reduce((largest, number) => Math.max(largest, Math.abs(number)), 1e-9) / most;
  const steps = (scale: number, number: number): number => Math.max(-most, Math.min(most, Math.round(number / scale)));
  let best = { scale: coarsest, error: Number.POSITIVE_INFINITY };
  for (let scale = coarsest; scale > coarsest * FINEST; scale *= FINER) {
    let error = 0;
    for (const number of numbers) error += (number - scale * steps(scale, number)) ** 2;
    if (error < best.error) best = { scale, error };
  }
  return { scale: best.scale, weights: Int8Array.from(numbers, (number) => steps(best.scale, number)) };
}

/** What several trainings answer to a question on average, times a share. */
function togetherOf(
  trainings: readonly Learned[],
  question: number,
  share: number,
): UnitWeights & { readonly bias: number } {
  const part = share / trainings.length;
  const biases = trainings.map(({ questions }) => questions.bias[question] as number);
  return {
    bias: short(share * mean(biases)),
    units: trainings.flatMap(({ questions: { bias, weights } }) => {
      const inputs = weights.length / bias.length;
      return [...weights.subarray(question * inputs, (question + 1) * inputs)].map((weight) => short(part * weight));
    }),
  };
}

const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;

function deeperOf({ bias, weights }: Dense): DeeperUnits {
  const inputs = weights.length / bias.length;
  const from = (input: number): readonly number[] =>
    [...bias].map((_, unit) => short(weights[unit * inputs + input] as number));
  return { bias: [...bias].map(short), weights: Array.from({ length: inputs }, (_, input) => from(input)) };
}

type RoundedUnits = Pick<SecondReaderWeights["units"], "bias" | "scales"> & { readonly columns: readonly Int8Array[] };

/** Each unit by its own scale: one loud unit would leave the others no steps. */
function roundedUnits({ gain, intoUnits, unitBias }: Learned): RoundedUnits {
  const size = unitBias.length;
  const rounds = [...unitBias].map((_, unit) =>
    rounded(
      Float64Array.from({ length: intoUnits.length / size }, (_, row) => intoUnits[row * size + unit] as number),
      MOST_OF_UNITS,
    ),
  );
  return {
    bias: [...unitBias].map(short),
    scales: rounds.map(({ scale }) => gain * scale),
    columns: rounds.map(({ weights }) => weights),
  };
}

const short = (value: number): number => Math.round(value * 1e4) / 1e4;

/** Each text as it was written and without some of its words; what counts more often is shown in more such ways. */
export function examplesOf(texts: readonly LabelledText[], read: Reader, counts: number): readonly Example[] {
  const featuresOf = createFeatureReader();
  const random = seeded(SEED_OF_WORDS);
  return texts.flatMap((text) => {
    const others = Array.from({ length: Math.max(1, counts - 1) }, () => leaveWordsOut(text.text, random));
    const shown = [text.text, ...others.filter((words) => words !== null)];
    return shown.map((words, i) => ({
      text,
      isAsWritten: i === 0,
      counts: counts / shown.length,
      features: columnsOf(featuresOf(read(words, new Date(text.now)))),
    }));
  });
}

export function buildReader(): Reader {
  const complaints = new Complaints("knowledge");
  const loaded = loadReading("knowledge", complaints);
  if (loaded === null) throw new Error("the reading content is broken: npm test says where");
  return createReader(loaded.reading, loadKnowledge("knowledge").causes.values());
}

function packed(bytes: Int8Array | Uint8Array): Buffer {
  const params = {
    [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY,
    [constants.BROTLI_PARAM_LGWIN]: constants.BROTLI_MAX_WINDOW_BITS,
  };
  return brotliCompressSync(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength), { params });
}

function packedBlocks({ features, common, others, units }: Trained): Record<(typeof BLOCKS)[number], Buffer> {
  const places = [...features.places];
  const ofQuestions = QUESTION_NAMES.map((name, q) => [name, packed(joined(common.column(q), others.column(q)))]);
  return {
    ...(Object.fromEntries(ofQuestions) as Record<QuestionName, Buffer>),
    common: packed(packRising(places.slice(0, features.common))),
    others: packed(packRising(places.slice(features.common))),
    // Columns one after another compress better than rows.
    units: packed(joined(...units.bias.map((_, unit) => common.column(QUESTION_NAMES.length + unit)))),
  };
}

const joined = (...columns: readonly Int8Array[]): Int8Array =>
  Int8Array.from(columns.flatMap((column) => [...column]));

async function train(): Promise<void> {
  const sets = SETS.filter(({ use }) => use === "train").map((set) => ({ ...set, texts: readSet(set) }));
  const reader = buildReader();
  const asides = readFileSync(ASIDES, "utf8").trim().split("\n");
  // As often as they count, so that plain words stand beside asides as often as pictures do.
  const written = sets.flatMap(({ texts, counts }) => Array.from({ length: Math.floor(counts) }, () => texts).flat());
  const examples = [
    ...sets.flatMap((set) => examplesOf(set.texts, reader, set.counts)),
    ...examplesOf(joinAsides(written, asides), reader, 1),
  ];
  const hash = createHash("sha256");
  for (const file of [...sets.map((set) => set.file), SITUATIONS, ASIDES]) hash.update(readFileSync(file));
  const trained = await learn(examples);
  const blocks = packedBlocks(trained);
  const all = Buffer.concat(BLOCKS.map((name) => blocks[name]));
  const { bias, scales, behind } = trained.units;
  const content = {
    trained_on: hash.digest("hex").slice(0, 16),
    weights_are: hashOfWeights(all),
    bytes: Object.fromEntries(BLOCKS.map((name) => [name, blocks[name].length])),
    ...Object.fromEntries(QUESTION_NAMES.map((name) => [name, trained[name]])),
    units: { bias, scales, behind },
    signs: Object.fromEntries(trained.signs),
  };
  writeFileSync(`${FILE}.bin`, all);
  writeFileSync(`${FILE}.json`, `${JSON.stringify(content)}\n`);
  console.log(`trained on ${examples.length} texts, ${trained.signs.size} signs: ${FILE}.bin, ${all.length} bytes`);
}

if (import.meta.main) await train();
