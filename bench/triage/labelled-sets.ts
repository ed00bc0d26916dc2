import { readFileSync } from "node:fs";
import { z } from "zod";

const label = z.object({
  level: z.union([z.literal(0), z.literal(1), z.literal(2), z.literal(3)]),
  accept: z.array(z.number()),
  band: z.enum(["emergency", "same-day", "prompt", "routine"]).nullable().default(null),
  findings: z.array(z.string()),
  subject: z.enum(["self", "other"]),
});
const labelled = label.extend({ id: z.string(), text: z.string(), now: z.string() });
const situation = label.extend({ id: z.string(), situation: z.string() });

/** A message with the level, band and signs that a careful reader gave it. */
export type LabelledText = z.output<typeof labelled>;

/** What a message was written from, with the label that all messages of it share. */
type Situation = z.output<typeof situation>;

/** A file of labelled texts: JSON lines, or lines of `situation<TAB>message` whose labels stand with the situations. */
type SetFile = { readonly file: string };

/**
 * `train` teaches the second reader, `tune` chooses its thresholds, `last` is scored once.
 *
 * `counts` is how much each of its texts weighs in training.
 */
export type LabelledSet = SetFile & {
  readonly name: string;
  readonly use: "train" | "tune" | "last";
  readonly counts: number;
};

/** What messages of situations and cards were written from, and their labels. */
export const SITUATIONS = "bench/triage/situations.jsonl";
/** All messages of situations are written on one day, a Sunday. */
const WRITTEN_AT = "2026-11-22T12:00:00Z";

const set = (name: string, use: LabelledSet["use"], kind = "jsonl", counts = 1): LabelledSet => ({
  name,
  use,
  counts,
  file: `bench/triage/sets/${name}.${kind}`,
});

const numbered = (name: string, most: number): readonly string[] =>
  Array.from({ length: most }, (_, i) => `${name}-${String(i + 1).padStart(2, "0")}`);

/** Letters are nearest to what people write: one writer's own messages, without cards and families. */
const LETTERS = 4;

/** Every labelled set of the project; each was written by another writer. */
export const SETS: readonly LabelledSet[] = [
  ...["a", "b", "c", "e", "f", "g", "h", "i", "j", "k", "l", "m", "n", "o", "p", "t", "u", "v", "w", "x", "y", "z"].map(
    (name) => set(name, "train", "jsonl", LETTERS),
  ),
  ...numbered("letters", 105).map((name) => set(name, "train", "jsonl", LETTERS)),
  // People type few words and plain ones most, and few texts are so.
  ...numbered("first-words", 49).map((name) => set(name, "train", "jsonl", 4)),
  ...numbered("few-words", 11).map((name) => set(name, "train", "jsonl", 2)),
  ...numbered("beside-soreness", 4).map((name) => set(name, "train")),
  // Bare phrases teach words, but nobody writes so; questions about training teach what is no complaint. Both are many
  // and alike.
  set("reference", "train", "jsonl", 0.5),
  set("questions", "train", "jsonl", 0.3),
  ...numbered("situations", 17).map((name) => set(name, "train", "tsv")),
  ...numbered("cards", 37).map((name) => set(name, "train", "tsv")),
  ...numbered("plain", 9).map((name) => set(name, "train", "tsv", 5)),
  ...numbered("turns", 24).map((name) => set(name, "train", "tsv")),
  ...numbered("stories", 20).map((name) => set(name, "train", "tsv")),
  ...numbered("neighbours", 48).map((name) => set(name, "train", "tsv")),
  ...Array.from({ length: 23 }, (_, i) => set(`letters-tune-${i + 1}`, "tune")),
  set("situations-tune", "tune", "tsv"),
  set("turns-tune", "tune", "tsv"),
  ...[1, 2, 3].map((writer) => set(`few-words-tune-${writer}`, "tune")),
  ...[1, 2, 3, 4, 5, 6, 7, 8, 9, 10].map((writer) => set(`first-words-tune-${writer}`, "tune")),
  set("stories-tune", "tune", "tsv"),
  set("stories-tune-2", "tune", "tsv"),
  set("situations-last", "last", "tsv"),
  set("cards-last", "last", "tsv"),
  set("plain-last", "last", "tsv"),
  set("turns-last", "last", "tsv"),
  set("rarer-last", "last", "tsv"),
  set("stories-last", "last", "tsv"),
  ...Array.from({ length: 17 }, (_, i) => set(`letters-last-${i + 1}`, "last")),
  ...[1, 2, 3, 4, 5, 6, 7, 8, 9, 10].map((writer) => set(`first-words-last-${writer}`, "last")),
  set("r", "last"),
  set("s", "last"),
  set("d", "last"),
  set("q", "last"),
];

/** Reads a set; throws naming the line that does not fit. */
export function readSet({ file }: SetFile): readonly LabelledText[] {
  if (!file.endsWith(".tsv")) return linesOf(file, (line) => labelled.parse(JSON.parse(line)));
  const situations = readSituations();
  const name = file.replace(/^.*\/|\.tsv$/g, "");
  return linesOf(file, (line, number) => {
    const [, id = "", star, text] = /^([\w-]+)(\*?)\t(.+)$/.exec(line) ?? [];
    const from = situations.get(id);
    if (from === undefined || text === undefined) throw new Error("no line of `situation<TAB>message`");
    const { situation: _, ...labels } = from;
    const subject = star === "*" && labels.findings.length > 0 ? "other" : labels.subject;
    return { ...labels, id: `${name}:${number}`, text, now: WRITTEN_AT, subject };
  });
}

let readOnce: ReadonlyMap<string, Situation> | null = null;

function readSituations(): ReadonlyMap<string, Situation> {
  readOnce ??= new Map(linesOf(SITUATIONS, (line) => situation.parse(JSON.parse(line))).map((one) => [one.id, one]));
  return readOnce;
}

function linesOf<Line>(file: string, read: (line: string, number: number) => Line): readonly Line[] {
  return readFileSync(file, "utf8")
    .trim()
    .split("\n")
    .map((line, i) => {
      try {
        return read(line, i + 1);
      } catch (error) {
        throw new Error(`${file}:${i + 1} does not fit: ${(error as Error).message}`);
      }
    });
}
