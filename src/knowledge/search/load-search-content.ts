import { readFileSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import { Complaints } from "../complaints.ts";
import { id, line } from "../content-fields.ts";
import { listContent, readYaml } from "../content-file.ts";
import type { Knowledge } from "../knowledge.ts";
import type { SearchContent } from "./search-content.ts";

const commaList = z.string().transform((text) =>
  text
    .split(",")
    .map((part) => part.trim())
    .filter((part) => part !== ""),
);
const question = line.refine((text) => text === text.toLowerCase(), "must be in lower case");
const synonyms = z.record(z.string(), commaList);
const smallWords = z.strictObject({ words: commaList });
const notCovered = z
  .array(z.strictObject({ topic: line, words: commaList, asked: z.array(question).default([]) }))
  .min(1);
const missing = z.record(id, z.array(z.array(question).min(1)));
const covers = z.strictObject({ covers: z.array(line).min(3).max(12), starters: z.array(id).min(1).max(25) });

/**
 * Reads the search folder of the knowledge.
 *
 * @throws KnowledgeError naming file and field of everything that is wrong.
 */
export function loadSearchContent(knowledgeFolder: string, { sections }: Knowledge): SearchContent {
  const complaints = new Complaints(knowledgeFolder);
  const file = (name: string) => join(knowledgeFolder, "search", name);
  const groups = readYaml(file("synonyms.yaml"), synonyms, complaints) ?? {};
  const small = readYaml(file("small-words.yaml"), smallWords, complaints);
  const foreign = readYaml(file("not-covered.yaml"), notCovered, complaints) ?? [];
  const lacking = readYaml(file("missing.yaml"), missing, complaints) ?? {};
  const shown = readYaml(file("covers.yaml"), covers, complaints);
  const asked = new Map(
    listContent(file("asked"), ".yaml", complaints).map((one) => {
      if (!sections.has(one.id)) complaints.add(one.file, "file name", `there is no section "${one.id}"`);
      return [one.id, readYaml(one.file, z.array(question), complaints) ?? []] as const;
    }),
  );
  for (const starter of shown?.starters ?? []) {
    if (!sections.has(starter)) complaints.add(file("covers.yaml"), "starters", `there is no section "${starter}"`);
  }
  for (const [id, { notGiven }] of sections) {
    const lists = lacking[id]?.length ?? 0;
    if (lists !== notGiven.length) {
      complaints.add(
        file("missing.yaml"),
        id,
        `has ${lists} lists for the section's ${notGiven.length} not_given lines`,
      );
    }
  }
  for (const id of Object.keys(lacking)) {
    if (!sections.has(id)) complaints.add(file("missing.yaml"), id, "there is no such section");
  }
  const commonWords = readCommonWords(join(knowledgeFolder, "reading", "common-words.txt"), complaints);
  complaints.throwIfAny();
  return {
    synonyms: Object.entries(groups).map(([name, others]) => [name, ...others]),
    smallWords: small?.words ?? [],
    asked,
    missing: new Map(
      Object.entries(lacking).map(([id, lists]) => [id, byLine(sections.get(id)?.notGiven ?? [], lists)]),
    ),
    notCovered: foreign,
    covers: shown?.covers ?? [],
    starters: shown?.starters ?? [],
    commonWords,
  };
}

function byLine(lines: readonly string[], lists: readonly string[][]): ReadonlyMap<string, readonly string[]> {
  return new Map(lines.map((line, at) => [line, lists[at] ?? []]));
}

function readCommonWords(file: string, complaints: Complaints): ReadonlySet<string> {
  try {
    return new Set(
      readFileSync(file, "utf8")
        .split("\n")
        .filter((word) => word !== "" && !word.startsWith("#")),
    );
  } catch {
    complaints.add(file, "file", "cannot be read");
    return new Set();
  }
}
