import { readFileSync } from "node:fs";
import { z } from "zod";

const labelled = z.object({
  id: z.string(),
  text: z.string(),
  now: z.string(),
  level: z.union([z.literal(0), z.literal(1), z.literal(2), z.literal(3)]),
  accept: z.array(z.number()),
  band: z.enum(["emergency", "same-day", "prompt", "routine"]).nullable().default(null),
  findings: z.array(z.string()),
  subject: z.enum(["self", "other"]),
});

/** A message with the level, band and signs that a careful reader gave it. */
export type LabelledText = z.output<typeof labelled>;

/** `train` teaches the second reader, `tune` chooses its thresholds, `last` is scored once. */
export type LabelledSet = { readonly name: string; readonly use: "train" | "tune" | "last"; readonly file: string };

const set = (name: string, use: LabelledSet["use"]): LabelledSet => ({
  name,
  use,
  file: `bench/triage/sets/${name}.jsonl`,
});

/** Every labelled set of the project; each was written by another writer. */
export const SETS: readonly LabelledSet[] = [
  ...["a", "b", "c", "e", "f", "g", "h", "i", "j", "k", "l", "m", "n", "o", "p", "x", "reference", "questions"].map(
    (name) => set(name, "train"),
  ),
  set("d", "last"),
  set("q", "last"),
];

/** Reads a set; throws naming the line that does not fit. */
export function readSet({ file }: Pick<LabelledSet, "file">): readonly LabelledText[] {
  return readFileSync(file, "utf8")
    .trim()
    .split("\n")
    .map((line, i) => {
      try {
        return labelled.parse(JSON.parse(line));
      } catch (error) {
        throw new Error(`${file}:${i + 1} does not fit: ${(error as Error).message}`);
      }
    });
}
