import { z } from "zod";
import type { Complaints } from "./complaints.ts";
import { listContent, readYaml } from "./content-file.ts";

const NAME = /^[a-z0-9]+(-[a-z0-9]+)*$/;
const wordFile = z.record(z.string().regex(NAME), z.string());

/** Reads comma-separated word lists by name from every file of a folder, with `@name` replaced by that class. */
export function loadWordClasses(folder: string, complaints: Complaints): Record<string, readonly string[]> {
  const lists = new Map<string, { words: readonly string[]; file: string }>();
  for (const { file } of listContent(folder, ".yaml", complaints)) {
    for (const [name, text] of Object.entries(readYaml(file, wordFile, complaints) ?? {})) {
      const earlier = lists.get(name);
      if (earlier !== undefined) complaints.add(file, name, `is also defined in ${earlier.file}`);
      lists.set(name, { words: splitWords(text), file });
    }
  }
  return Object.fromEntries([...lists.keys()].map((name) => [name, expand(name, lists, complaints)]));
}

/** Splits "arm, fore arm" into its words and phrases. */
export function splitWords(text: string): readonly string[] {
  const words = text.split(",").map((word) => word.trim().replace(/\s+/g, " "));
  return [...new Set(words.filter((word) => word !== ""))];
}

function expand(
  name: string,
  lists: ReadonlyMap<string, { words: readonly string[]; file: string }>,
  complaints: Complaints,
  path: readonly string[] = [],
): readonly string[] {
  const list = lists.get(name);
  if (list === undefined) return [];
  const words = list.words.flatMap((word) => {
    if (!word.startsWith("@")) return [word];
    const other = word.slice(1);
    if (!lists.has(other)) complaints.add(list.file, name, `takes in the unknown class "${other}"`);
    if (path.includes(other)) complaints.add(list.file, name, `takes itself in through "${other}"`);
    return path.includes(other) ? [] : expand(other, lists, complaints, [...path, name]);
  });
  return [...new Set(words)];
}
