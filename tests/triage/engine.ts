import { Complaints } from "#src/knowledge/complaints.ts";
import { loadKnowledge } from "#src/knowledge/load-knowledge.ts";
import { loadReading } from "#src/knowledge/load-reading.ts";
import type { ReadingContent } from "#src/knowledge/reading-content.ts";
import type { SignCatalogue } from "#src/knowledge/signs.ts";
import type { Assessment } from "#src/triage/assessment.ts";
import { createReader, type Reader } from "#src/triage/reading.ts";
import { createTriage, type TriageInput } from "#src/triage/triage.ts";

/** The day all test sentences are written on, a Sunday. */
export const NOW = new Date("2026-11-22T12:00:00Z");

const complaints = new Complaints("knowledge");
const loaded = loadReading("knowledge", complaints);
complaints.throwIfAny();
if (loaded === null) throw new Error("the reading content is missing");
const causes = [...loadKnowledge("knowledge").causes.values()];

/** The project's own content. */
export const signs: SignCatalogue = loaded.signs;
export const content: ReadingContent = loaded.reading;

/** Triage as it runs, and triage whose rules read alone. */
export const triage = createTriage({ signs, reading: content, causes });
export const rulesAlone = createTriage({ signs, reading: { ...content, secondReader: null }, causes });

/** Reads with the project's content, before any rule decides. */
export const read: Reader = createReader(content, causes);

/** Assesses what a person writes on the test day, with whatever else they said. */
export function assess(text: string | null, more: Omit<TriageInput, "text" | "now"> = {}): Assessment {
  return triage.assess({ text, now: NOW, ...more });
}

/** Ids of the signs and risks that the rules find in a text. */
export function found(text: string): readonly string[] {
  return read(text, NOW).findings.map(({ id }) => id);
}
