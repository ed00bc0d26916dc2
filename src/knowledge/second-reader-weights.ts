import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { brotliDecompressSync } from "node:zlib";
import { z } from "zod";
import type { Complaints } from "./complaints.ts";
import { readYaml } from "./content-file.ts";
import { KnownFeatures, unpackRising } from "./known-features.ts";
import { PackedRows } from "./packed-rows.ts";

/** The learned weights of the second reader, as the training script wrote them. */
export type SecondReaderWeights = {
  /** Hash of the labelled texts and the reading content that it was trained on. */
  readonly trainedOn: string;
  readonly thresholds: Thresholds;
  /** For texts of more and more words; the last one for all that are longer. */
  readonly chances: readonly Chances[];
  /** Which features have weights, and in which row. */
  readonly features: KnownFeatures;
  /** What lies between features and answers, and sees features together that a sum of weights sees apart. */
  readonly units: HiddenUnits;
  /** One for each sign, over the hidden units alone, to name what the text is most like. */
  readonly signs: ReadonlyMap<string, UnitWeights & { readonly bias: number }>;
  /** How much common features count: for each question, then for each of the first hidden units. */
  readonly common: PackedRows;
  /** How much the other features count for each question. */
  readonly others: PackedRows;
  /** The questions in the order of these columns. */
  readonly columns: readonly QuestionName[];
} & Readonly<Record<QuestionName, QuestionWeights>>;

/** What makes a chance that holds of a score, for texts of up to so many words: score times `slope`, plus `shift`. */
export type Chances = { readonly upToWords: number; readonly slope: number; readonly shift: number };

/** From which chance on the second reader's opinion counts for something. */
export type Thresholds = {
  /** Above this, a text counts as a reason to be seen. */
  readonly raiseFrom: number;
  /** Above this, the person is asked. */
  readonly askFrom: number;
  /** Below this, a warning that the rules read is asked about and does not count. */
  readonly believedFrom: number;
  /** Above this, any hint of a warning makes the text a reason to be seen. */
  readonly hintFrom: number;
  /** Above this chance of the very sign, a hint of it stands as if said. */
  readonly secondedFrom: number;
  /** A hint of a warning so stands only above this chance of a reason to be seen. */
  readonly secondedAlarmFrom: number;
  /** The same in a handful of words. */
  readonly fewWordsAlarmFrom: number;
  /** Above this, hints of two urgent signs side by side in few words stand. */
  readonly twoUrgentFrom: number;
  /** Below this, words that no pattern read are taken as innocent. */
  readonly innocentBelow: number;
  /** Above this, a text that the second reader alone counts as a reason to be seen counts as urgent. */
  readonly urgentFrom: number;
  /** The same where neither a hint nor the likest sign is urgent. */
  readonly mildUrgentFrom: number;
  /** Raising and urgency where neither is a warning. */
  readonly unnamedRaiseFrom: number;
  readonly unnamedUrgentFrom: number;
  /** Raising and urgency where no pattern found or hinted at anything. */
  readonly unreadRaiseFrom: number;
  readonly unreadUrgentFrom: number;
  /** Above this chance of a wish to die it is answered as one, if there is so much to be feared at all. */
  readonly crisisFrom: number;
  readonly crisisAlarmFrom: number;
  readonly crisisAskFrom: number;
  /** Above this, what the rules hold for level 2 counts as urgent. */
  readonly keepUrgentFrom: number;
  /** Above this, a hint of an urgent sign counts as urgent. */
  readonly hintUrgentFrom: number;
  /** The same in a handful of words. */
  readonly fewWordsUrgentFrom: number;
  /** Above this, a level 2 of the rules is asked about. */
  readonly doubtUrgentFrom: number;
  /** Above this, what the rules hold for urgent is an emergency. */
  readonly surelyEmergencyFrom: number;
  /** Above this, what the rules hold for ordinary is something to watch. */
  readonly watchFrom: number;
  /** Above this chance of a reason to be seen, a length of time that may be another's belongs to a complaint. */
  readonly complaintFrom: number;
  /** Above this chance of a sign that lasts, so does such a length. */
  readonly lastingFrom: number;
};

/** Level 1 or more; level 2 or more; level 3; and if level 3, an emergency rather than the same day. */
export const QUESTION_NAMES = ["watch", "alarm", "urgent", "emergency"] as const;
export type QuestionName = (typeof QUESTION_NAMES)[number];

/** The score is `bias`, the sum of the features' own numbers times `scale`, and what the hidden units add. */
export type QuestionWeights = UnitWeights & { readonly bias: number; readonly scale: number };

/** How much each hidden unit counts, where it is awake (above 0): of each training the first units, then those behind. */
export type UnitWeights = { readonly units: readonly number[] };

/** Each of the first units has its own scale. */
export type HiddenUnits = {
  readonly bias: readonly number[];
  readonly scales: readonly number[];
  /** The units are those of several trainings side by side, as many of each; for each, the layers behind them. */
  readonly behind: readonly (readonly DeeperUnits[])[];
};

/** A layer that sees all units before it in its training; for each of those, its weight for each unit of the layer. */
export type DeeperUnits = { readonly bias: readonly number[]; readonly weights: readonly (readonly number[])[] };

const unitWeights = z.array(z.number());
const question = z.strictObject({
  bias: z.number(),
  scale: z.number().positive(),
  units: unitWeights,
});
/** What `second-reader.bin` holds, in this order, each packed by itself: places of features, then weights by columns. */
export const BLOCKS = ["common", "others", ...QUESTION_NAMES, "units"] as const;
const schema = z.strictObject({
  trained_on: z.string().regex(/^[0-9a-f]{16}$/),
  weights_are: z.string().regex(/^[0-9a-f]{64}$/),
  bytes: z.record(z.enum(BLOCKS), z.int().nonnegative()),
  watch: question,
  alarm: question,
  urgent: question,
  emergency: question,
  units: z.strictObject({
    bias: unitWeights,
    scales: unitWeights,
    behind: z.array(z.array(z.strictObject({ bias: unitWeights, weights: z.array(unitWeights) }))),
  }),
  signs: z.record(z.string(), z.strictObject({ bias: z.number(), units: unitWeights })),
});

const chance = z.number().min(0).max(1);
const chances = z.strictObject({ up_to_words: z.int().positive(), slope: z.number().positive(), shift: z.number() });
const thresholdsSchema = z.strictObject({
  chances: z.array(chances).min(1),
  raise_from: chance,
  ask_from: chance,
  innocent_below: chance,
  believed_from: chance,
  hint_from: chance,
  seconded_from: chance,
  seconded_alarm_from: chance,
  few_words_alarm_from: chance,
  two_urgent_from: chance,
  urgent_from: chance,
  mild_urgent_from: chance,
  unnamed_raise_from: chance,
  unnamed_urgent_from: chance,
  unread_raise_from: chance,
  unread_urgent_from: chance,
  crisis_from: chance,
  crisis_alarm_from: chance,
  crisis_ask_from: chance,
  keep_urgent_from: chance,
  hint_urgent_from: chance,
  few_words_urgent_from: chance,
  doubt_urgent_from: chance,
  watch_from: chance,
  surely_emergency_from: chance,
  complaint_from: chance,
  lasting_from: chance,
});

/**
 * Reads `second-reader.json`, `second-reader.bin` and `thresholds.yaml`; null, with a complaint, when one is missing or
 * broken, or when the first two are of different trainings.
 */
export function loadSecondReader(folder: string, complaints: Complaints): SecondReaderWeights | null {
  const chosen = readYaml(join(folder, "thresholds.yaml"), thresholdsSchema, complaints);
  const file = join(folder, "second-reader.json");
  try {
    const content = schema.parse(JSON.parse(readFileSync(file, "utf8")));
    const packed = readFileSync(join(folder, "second-reader.bin"));
    if (hashOfWeights(packed) !== content.weights_are) throw new Error("these weights belong to another training");
    if (chosen === null) return null;
    const blocks = unpackBlocks(packed, content.bytes);
    const common = unpackRising(blocks.common);
    const ofQuestions = QUESTION_NAMES.map((name) => weightsIn(blocks[name]));
    return {
      trainedOn: content.trained_on,
      thresholds: thresholdsIn(chosen),
      chances: chosen.chances.map(({ up_to_words: upToWords, slope, shift }) => ({ upToWords, slope, shift })),
      features: new KnownFeatures(common, unpackRising(blocks.others)),
      watch: content.watch,
      alarm: content.alarm,
      urgent: content.urgent,
      emergency: content.emergency,
      columns: QUESTION_NAMES,
      common: new PackedRows([
        ...ofQuestions.map((weights) => weights.subarray(0, common.length)),
        ...content.units.bias.map((_, unit) => columnOf(weightsIn(blocks.units), unit, common.length)),
      ]),
      others: new PackedRows(ofQuestions.map((weights) => weights.subarray(common.length))),
      units: content.units,
      signs: new Map(Object.entries(content.signs)),
    };
  } catch {
    complaints.add(file, "file", "is missing or broken: run npm run train");
    return null;
  }
}

function thresholdsIn(content: z.output<typeof thresholdsSchema>): Thresholds {
  return {
    raiseFrom: content.raise_from,
    askFrom: content.ask_from,
    innocentBelow: content.innocent_below,
    believedFrom: content.believed_from,
    hintFrom: content.hint_from,
    secondedFrom: content.seconded_from,
    secondedAlarmFrom: content.seconded_alarm_from,
    fewWordsAlarmFrom: content.few_words_alarm_from,
    twoUrgentFrom: content.two_urgent_from,
    urgentFrom: content.urgent_from,
    mildUrgentFrom: content.mild_urgent_from,
    unnamedRaiseFrom: content.unnamed_raise_from,
    unnamedUrgentFrom: content.unnamed_urgent_from,
    unreadRaiseFrom: content.unread_raise_from,
    unreadUrgentFrom: content.unread_urgent_from,
    crisisFrom: content.crisis_from,
    crisisAlarmFrom: content.crisis_alarm_from,
    crisisAskFrom: content.crisis_ask_from,
    keepUrgentFrom: content.keep_urgent_from,
    hintUrgentFrom: content.hint_urgent_from,
    fewWordsUrgentFrom: content.few_words_urgent_from,
    doubtUrgentFrom: content.doubt_urgent_from,
    watchFrom: content.watch_from,
    surelyEmergencyFrom: content.surely_emergency_from,
    complaintFrom: content.complaint_from,
    lastingFrom: content.lasting_from,
  };
}

/** Tells whether `second-reader.bin` is the one that `second-reader.json` was written with. */
export function hashOfWeights(packed: Uint8Array): string {
  return createHash("sha256").update(packed).digest("hex");
}

type Blocks = Readonly<Record<(typeof BLOCKS)[number], Uint8Array>>;

function unpackBlocks(packed: Uint8Array, bytes: Readonly<Record<(typeof BLOCKS)[number], number>>): Blocks {
  let start = 0;
  const blocks = BLOCKS.map((name) => {
    const end = start + bytes[name];
    const block = brotliDecompressSync(packed.subarray(start, end));
    start = end;
    return [name, block];
  });
  return Object.fromEntries(blocks) as Blocks;
}

function weightsIn(bytes: Uint8Array): Int8Array {
  return new Int8Array(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}

/** One of several columns that follow each other. */
function columnOf(columns: Int8Array, column: number, rows: number): Int8Array {
  return columns.subarray(column * rows, (column + 1) * rows);
}
