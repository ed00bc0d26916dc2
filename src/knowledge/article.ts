import { z } from "zod";
import type { Complaints } from "./complaints.ts";
import { date, id, line } from "./content-fields.ts";
import { readYaml } from "./content-file.ts";

/** A slip in the article's wording, and how our text has it. */
export type Slip = {
  readonly section: string;
  readonly printed: string;
  readonly meant: string;
  readonly weWrite: string;
};

/** A sentence about one section. */
export type SectionNote = { readonly section: string; readonly note: string };

/** The article that all sections retell. */
export type Article = {
  readonly title: string;
  readonly site: string;
  readonly address: string;
  readonly updated: string;
  readonly tags: readonly string[];
  /** One line to stand under every answer. */
  readonly sourceLine: string;
  /** What is somebody's story or claim, and no proof. */
  readonly storiesNotProof: readonly SectionNote[];
  readonly slips: readonly Slip[];
  readonly announcedNotGiven: readonly SectionNote[];
  /** Which parts of the content are ours. */
  readonly oursNote: string;
};

const sectionNote = z.strictObject({ section: id, note: line });
const schema = z
  .strictObject({
    title: line,
    site: line,
    address: z.url({ protocol: /^https$/ }),
    updated: date,
    tags: z.array(line),
    source_line: line,
    stories_not_proof: z.array(sectionNote),
    slips: z.array(z.strictObject({ section: id, printed: line, meant: line, we_write: line })),
    announced_not_given: z.array(sectionNote),
    ours_note: line,
  })
  .transform(({ source_line, stories_not_proof, slips, announced_not_given, ours_note, ...rest }) => ({
    ...rest,
    sourceLine: source_line,
    storiesNotProof: stories_not_proof,
    slips: slips.map(({ we_write, ...slip }) => ({ ...slip, weWrite: we_write })),
    announcedNotGiven: announced_not_given,
    oursNote: ours_note,
  }));

/** Reads the article's file. */
export function loadArticle(file: string, complaints: Complaints): Article | null {
  return readYaml(file, schema, complaints);
}
