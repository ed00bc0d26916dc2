import { z } from "zod";
import type { Complaints } from "./complaints.ts";
import { alias, id, line, notWhile, title } from "./content-fields.ts";
import { listContent, readYaml } from "./content-file.ts";
import { ARTICLE_READING, readingProblem } from "./reading-length.ts";

/** A line of advice; from level `notWhile` up it must not be shown. */
export type Step = { readonly text: string; readonly notWhile: number | null };

/** One of the article's reasons for a sore upper back. */
export type Cause = {
  readonly id: string;
  readonly title: string;
  /** Why it makes the upper back sore, in one line. */
  readonly why: string;
  /** Lower-case words and phrases in a lifter's text that point to it; whole words, in any position. */
  readonly pointsToIt: readonly string[];
  readonly sections: readonly string[];
  /** Ids of exercises that answer it, the most fitting first; the order is ours. */
  readonly accessories: readonly string[];
  readonly whatToDo: readonly Step[];
};

const schema = z.strictObject({
  title,
  why: line,
  points_to_it: z.array(alias).min(5),
  sections: z.array(id).min(1),
  accessories: z.array(id),
  what_to_do: z.array(z.strictObject({ text: line, not_while: notWhile.nullable().default(null) })).min(1),
});

/** Reads every file of the causes folder. */
export function loadCauses(folder: string, complaints: Complaints): Cause[] {
  return listContent(folder, ".yaml", complaints).flatMap(({ id, file }) => {
    const content = readYaml(file, schema, complaints);
    if (content === null) return [];
    const { points_to_it, what_to_do, ...rest } = content;
    const whatToDo = what_to_do.map(({ text, not_while }) => ({ text, notWhile: not_while }));
    const tooHard = readingProblem([rest.why, ...whatToDo.map(({ text }) => text)].join("\n\n"), ARTICLE_READING);
    if (tooHard !== null) complaints.add(file, "why, what_to_do", tooHard);
    for (const twice of repeated(points_to_it)) complaints.add(file, "points_to_it", `"${twice}" stands there twice`);
    return [{ id, ...rest, pointsToIt: points_to_it, whatToDo }];
  });
}

function repeated(words: readonly string[]): string[] {
  return words.filter((word, index) => words.indexOf(word) !== index);
}
