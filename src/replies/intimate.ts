import type { SignCatalogue } from "#src/knowledge/signs.ts";
import type { Assessment, Quote } from "#src/triage/assessment.ts";

/** The one sign that is never named or quoted anywhere: its card stands for itself. */
export const WANTS_TO_DIE = "wants-to-die";

/** Tells whether an answer is about a wish to die, or asks whether there is one: never for a channel. */
export function mayBeCrisis({ kind, questions }: Pick<Assessment, "kind" | "questions">): boolean {
  return kind === "crisis" || questions.some((one) => one.kind === "sign" && one.signId === WANTS_TO_DIE);
}

/** Tells whether a sign or risk must not be named where others can read along; what is unknown must not. */
export function isIntimate(id: string, { signs, risks }: SignCatalogue): boolean {
  return id === WANTS_TO_DIE || ((signs.get(id) ?? risks.get(id))?.intimate ?? true);
}

/** The stretches of the person's text that speak of something intimate, whether it counts or was set aside. */
export function intimateWords(assessment: Assessment, catalogue: SignCatalogue): Quote[] {
  const { findings, risks, ignored } = assessment;
  return [...findings, ...risks, ...ignored]
    .filter(({ id }) => isIntimate(id, catalogue))
    .flatMap(({ quote }) => (quote === null ? [] : [quote]));
}

/** Tells whether two stretches of one text share a letter. */
export function overlaps(a: Quote, b: Quote): boolean {
  return a.start < b.end && b.start < a.end;
}
