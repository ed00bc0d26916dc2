import { readFileSync } from "node:fs";
import { brotliDecompressSync } from "node:zlib";
import { z } from "zod";
import type { Complaints } from "./complaints.ts";

/** The learned weights of the second reader, as the training script wrote them. */
export type SecondReaderWeights = {
  /** Hash of the labelled texts and the reading content that it was trained on. */
  readonly trainedOn: string;
  /** Above this, a text counts as a reason to be seen. */
  readonly raiseFrom: number;
  /** Above this, the person is asked. */
  readonly askFrom: number;
  /** Above this, any hint of a warning makes the text a reason to be seen. */
  readonly hintFrom: number;
  /** Above this chance of the very sign, a hint of it stands as if said. */
  readonly secondedFrom: number;
  /** Below this, words that no pattern read are taken as innocent. */
  readonly innocentBelow: number;
  /** Above this, a text that the second reader alone counts as a reason to be seen counts as urgent. */
  readonly urgentFrom: number;
  /** Above this, what the rules hold for level 2 counts as urgent. */
  readonly keepUrgentFrom: number;
  /** Above this, a hint of an urgent sign counts as urgent. */
  readonly hintUrgentFrom: number;
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
  /** What lies between features and answers, and sees features together that a sum of weights sees apart. */
  readonly units: HiddenUnits;
  /** One for each sign, over the hidden units alone, to name what the text is most like. */
  readonly signs: ReadonlyMap<string, UnitWeights & { readonly bias: number }>;
} & Readonly<Record<QuestionName, LinearWeights & UnitWeights>>;

/** Level 1 or more; level 2 or more; level 3; and if level 3, an emergency rather than the same day. */
export type QuestionName = "watch" | "alarm" | "urgent" | "emergency";

/** Whole numbers by feature place; the score is their sum times `scale`, plus `bias`. */
export type LinearWeights = { readonly bias: number; readonly scale: number; readonly weights: Int8Array };

/** How much each hidden unit counts, where it is awake (above 0). */
export type UnitWeights = { readonly units: readonly number[] };

/** Whole numbers place by place, all units of a place together; each unit has its own scale. */
export type HiddenUnits = {
  readonly bias: readonly number[];
  readonly scales: readonly number[];
  readonly weights: Int8Array;
};

const unitWeights = z.array(z.number());
const linear = z.strictObject({
  bias: z.number(),
  scale: z.number().positive(),
  weights: z.base64(),
  units: unitWeights,
});
const schema = z.strictObject({
  trained_on: z.string().regex(/^[0-9a-f]{16}$/),
  raise_from: z.number().min(0).max(1),
  ask_from: z.number().min(0).max(1),
  innocent_below: z.number().min(0).max(1),
  hint_from: z.number().min(0).max(1),
  seconded_from: z.number().min(0).max(1),
  keep_urgent_from: z.number().min(0).max(1),
  hint_urgent_from: z.number().min(0).max(1),
  doubt_urgent_from: z.number().min(0).max(1),
  watch_from: z.number().min(0).max(1),
  complaint_from: z.number().min(0).max(1),
  lasting_from: z.number().min(0).max(1),
  surely_emergency_from: z.number().min(0).max(1),
  urgent_from: z.number().min(0).max(1),
  watch: linear,
  alarm: linear,
  urgent: linear,
  emergency: linear,
  units: z.strictObject({ bias: unitWeights, scales: unitWeights, weights: z.base64() }),
  signs: z.record(z.string(), z.strictObject({ bias: z.number(), units: unitWeights })),
});

/** Reads `reading/second-reader.json`; null, with a complaint, when it is missing or broken. */
export function loadSecondReader(file: string, complaints: Complaints): SecondReaderWeights | null {
  try {
    const content = schema.parse(JSON.parse(readFileSync(file, "utf8")));
    return {
      trainedOn: content.trained_on,
      raiseFrom: content.raise_from,
      askFrom: content.ask_from,
      innocentBelow: content.innocent_below,
      hintFrom: content.hint_from,
      secondedFrom: content.seconded_from,
      keepUrgentFrom: content.keep_urgent_from,
      hintUrgentFrom: content.hint_urgent_from,
      doubtUrgentFrom: content.doubt_urgent_from,
      watchFrom: content.watch_from,
      complaintFrom: content.complaint_from,
      lastingFrom: content.lasting_from,
      surelyEmergencyFrom: content.surely_emergency_from,
      urgentFrom: content.urgent_from,
      watch: unpack(content.watch),
      alarm: unpack(content.alarm),
      urgent: unpack(content.urgent),
      emergency: unpack(content.emergency),
      units: unpack(content.units),
      signs: new Map(Object.entries(content.signs)),
    };
  } catch {
    complaints.add(file, "file", "is missing or broken: run npm run train");
    return null;
  }
}

function unpack<T extends { readonly weights: string }>(packed: T): Omit<T, "weights"> & { weights: Int8Array } {
  const bytes = brotliDecompressSync(Buffer.from(packed.weights, "base64"));
  return { ...packed, weights: new Int8Array(bytes.buffer, bytes.byteOffset, bytes.byteLength) };
}
