import { z } from "zod";
import type { Complaints } from "./complaints.ts";
import { id, line, notWhile, title } from "./content-fields.ts";
import { readYaml } from "./content-file.ts";

/** A ready choice of exercises for one cause; ours, since the article names none. */
export type SuggestedTrio = { readonly cause: string; readonly exercises: readonly string[] };

/** The warm-up circuit of the article. */
export type Circuit = {
  readonly title: string;
  readonly section: string;
  readonly alsoKnownAs: readonly string[];
  readonly reps: number;
  readonly rounds: number;
  /** How long to rest between exercises and rounds. */
  readonly rest: string;
  /** Where it stands in the session. */
  readonly when: string;
  readonly purposes: readonly string[];
  readonly notGiven: readonly string[];
  readonly notWhile: number | null;
  /** One line for newcomers; ours. */
  readonly forNewcomers: string;
  readonly suggestedTrios: readonly SuggestedTrio[];
};

const schema = z.strictObject({
  title,
  section: id,
  also_known_as: z.array(line),
  reps: z.int().positive(),
  rounds: z.int().positive(),
  rest: line,
  when: line,
  purposes: z.array(line).min(1),
  not_given: z.array(line).min(1),
  not_while: notWhile.nullable(),
  ours: z.strictObject({
    for_newcomers: line,
    suggested_trios: z.array(z.strictObject({ cause: id, exercises: z.array(id).length(3) })),
  }),
});

/** Reads the circuit's file. */
export function loadCircuit(file: string, complaints: Complaints): Circuit | null {
  const content = readYaml(file, schema, complaints);
  if (content === null) return null;
  const { also_known_as, not_given, not_while, ours, ...rest } = content;
  return {
    ...rest,
    alsoKnownAs: also_known_as,
    notGiven: not_given,
    notWhile: not_while,
    forNewcomers: ours.for_newcomers,
    suggestedTrios: ours.suggested_trios,
  };
}
