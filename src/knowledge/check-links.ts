import { join } from "node:path";
import type { Complaints } from "./complaints.ts";
import type { Knowledge } from "./knowledge.ts";

/** Notes every id that one file names and no other file has. */
export function checkLinks(folder: string, knowledge: Knowledge, complaints: Complaints): void {
  const { sections, causes, accessories, sources } = knowledge;

  const check = (
    place: string,
    field: string,
    wanted: readonly string[],
    known: ReadonlyMap<string, unknown>,
    what: string,
  ) => {
    for (const id of wanted) {
      if (!known.has(id)) complaints.add(join(folder, place), field, `there is no ${what} "${id}"`);
    }
  };

  for (const { id, related, safety } of sections.values()) {
    const keys = safety.flatMap((note) => note.sources);
    check(`sections/${id}.md`, "safety", keys, sources, "source");
    check(`sections/${id}.md`, "related", related, sections, "section");
    if (related.includes(id)) complaints.add(join(folder, `sections/${id}.md`), "related", "names the section itself");
  }
  for (const cause of causes.values()) {
    check(`causes/${cause.id}.yaml`, "sections", cause.sections, sections, "section");
    check(`causes/${cause.id}.yaml`, "accessories", cause.accessories, accessories, "exercise");
  }
  for (const { id, causes: answered } of accessories.values()) {
    // Otherwise nobody would ever be shown it under a cause.
    if (answered.length === 0)
      complaints.add(join(folder, `accessories/${id}.yaml`), "file", "no cause names this exercise");
  }

  const { circuit, article } = knowledge;
  check("circuit.yaml", "section", [circuit.section], sections, "section");
  for (const { cause, exercises } of circuit.suggestedTrios) {
    check("circuit.yaml", "ours.suggested_trios", [cause], causes, "cause");
    check("circuit.yaml", "ours.suggested_trios", exercises, accessories, "exercise");
  }
  for (const field of ["storiesNotProof", "slips", "announcedNotGiven"] as const) {
    const wanted = article[field].map(({ section }) => section);
    check("article.yaml", inYaml(field), wanted, sections, "section");
  }

  check("emergency-numbers.yaml", "sources", knowledge.emergencyNumbers.sources, sources, "source");
  check("advice/safety-net.md", "sources", knowledge.safetyNet.sources, sources, "source");
  for (const advice of knowledge.advice.values()) {
    check(`advice/${advice.id}.md`, "sources", advice.sources, sources, "source");
  }
}

function inYaml(field: string): string {
  return field.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
}
