import type { SignCatalogue } from "#src/knowledge/signs.ts";
import type { Feeling, Finding } from "./assessment.ts";
import type { Inputs, Rules } from "./inputs.ts";

/** The sign that a feeling chosen in the form stands for. */
const FEELING_SIGN: Record<Feeling, string | null> = {
  dull: "ordinary-soreness",
  sharp: "sharp-stabbing-pain",
  burning: null,
  tingling: "tingling-numbness",
  unsure: null,
};
/** Signs that are only an outline of a more exact one. */
const COVERED_BY: Readonly<Record<string, readonly string[]>> = {
  "tingling-numbness": ["tingling-numbness-persistent", "saddle-numbness", "cord-signs", "both-legs-neuro"],
  "effort-leak": ["bladder-bowel-change"],
  "brief-lightheaded": ["fainting-blackout"],
  "severity-unclear": ["severe-constant-pain"],
};

/** All signs and risks that stand: words first, then ticks, then what an earlier card carried. */
export function gather(
  { reading, answers, earlier }: Inputs,
  seconded: readonly Finding[],
  { signs }: Rules,
): readonly Finding[] {
  // A sign that was taken back stays back, unless the person tells of it again.
  const takenBack = new Set(answers.corrected ?? []);
  const takenBackEarlier = new Set(earlier?.corrected ?? []);
  const found = new Map<string, Finding>();
  const add = (finding: Finding, isNew: boolean): void => {
    const isBack = takenBack.has(finding.id) || (!isNew && takenBackEarlier.has(finding.id));
    if (!isBack && !found.has(finding.id)) found.set(finding.id, finding);
  };
  for (const finding of [...(reading?.findings ?? []), ...seconded]) add(finding, true);
  const feeling = answers.feels ?? earlier?.feels ?? null;
  const felt = feeling === null ? null : FEELING_SIGN[feeling];
  const told = [...(answers.present ?? []), ...(felt === null ? [] : [felt])];
  for (const id of told) if (isKnown(id, signs)) add(bare(id), true);
  for (const id of [...(earlier?.present ?? []), ...(earlier?.risks ?? [])])
    if (isKnown(id, signs)) add(bare(id), false);
  const isDenied = (id: string): boolean => (answers.absent ?? []).includes(id);
  return [...found.values()].filter(({ id, certainty }) => certainty === "said" || !isDenied(id));
}

/** A sign without words of the person. */
export function bare(id: string): Finding {
  return { id, quote: null, certainty: "said", repaired: [] };
}

function isKnown(id: string, { signs, risks }: SignCatalogue): boolean {
  return signs.has(id) || risks.has(id);
}

/** Leaves out what is only the outline of another sign. */
export function dropCovered(findings: readonly Finding[]): readonly Finding[] {
  const ids = new Set(findings.map(({ id }) => id));
  return findings.filter(({ id }) => !(COVERED_BY[id] ?? []).some((other) => ids.has(other)));
}
