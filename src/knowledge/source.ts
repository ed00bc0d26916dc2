import { z } from "zod";
import type { Complaints } from "./complaints.ts";
import { line } from "./content-fields.ts";
import { readYaml } from "./content-file.ts";

/** Where a piece of safety wording comes from. */
export type Source = {
  readonly key: string;
  readonly organisation: string;
  readonly title: string;
  /** Null only for our own judgement. */
  readonly url: string | null;
  readonly year: string;
  /** A: the page itself was read. B: its text was read in a copy. C: not read. None: our own judgement. */
  readonly grade: "A" | "B" | "C" | "none";
  /** What was read, where the grade alone does not say it. */
  readonly seen: string | null;
};

const KEY = /^[A-Z0-9]+(-[A-Z0-9]+)*$/;
const schema = z.record(
  z.string().regex(KEY, "must be capitals and digits joined by hyphens"),
  z.strictObject({
    organisation: line,
    title: line,
    url: z.url({ protocol: /^https?$/ }).nullable(),
    year: z.string({ error: "must stand in quotes" }),
    grade: z.enum(["A", "B", "C", "none"]),
    seen: line.nullable().default(null),
  }),
);

/** Reads the sources' file, in its order, by key. */
export function loadSources(file: string, complaints: Complaints): ReadonlyMap<string, Source> | null {
  const content = readYaml(file, schema, complaints);
  if (content === null) return null;
  return new Map(Object.entries(content).map(([key, source]) => [key, { key, ...source }]));
}
