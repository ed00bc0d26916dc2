import type { Assessment, AssessmentKind, Finding, Question, Quote } from "./assessment.ts";
import type { Inputs, Rules } from "./inputs.ts";

/** What questions are chosen from. */
export type Doubts = {
  readonly kind: AssessmentKind;
  readonly findings: readonly Finding[];
  /** Warnings that stand in the words, though the second reader holds them for nothing. */
  readonly doubted: readonly Finding[];
  /** Something was said that nobody could read. */
  readonly hasLeftovers: boolean;
  /** The sign that the second reader holds possible where the rules found none. */
  readonly likest: string | null;
  /** The second reader holds it possible, or likely, that it is urgent. */
  readonly mayBeUrgent: boolean;
};

export const MOST_QUESTIONS = 2;

/**
 * Chooses at most two questions, the most useful first; none where nothing is in doubt (R7).
 *
 * Guessed warnings are asked about by name; words nobody could read lead to "any of these?" and "what is it like?".
 */
export function questionsFor(doubts: Doubts, { reading, answers }: Inputs, { signs }: Rules): readonly Question[] {
  const { kind, findings, doubted, hasLeftovers, likest, mayBeUrgent } = doubts;
  if (kind === "crisis") return [];
  const levelOf = (id: string): number => signs.signs.get(id)?.level ?? 0;
  const guessed = findings.filter(({ id, certainty }) => certainty === "guess" && levelOf(id) >= 2);
  const questions: Question[] = [...guessed, ...doubted].map(({ id }) => ({ kind: "sign", signId: id }));
  // "is sharp pain normal after deadlifts?" may be asked by somebody who has it.
  const wondered = (reading?.ignored ?? []).find(({ id, reason }) => reason === "question" && levelOf(id) >= 2);
  if (wondered !== undefined && guessed.length === 0) questions.push({ kind: "sign", signId: wondered.id });
  if (likest !== null && levelOf(likest) >= 2) questions.push({ kind: "sign", signId: likest });
  if (kind === "not-understood" || mayBeUrgent || (hasLeftovers && kind === "watch"))
    questions.push({ kind: "any-of-these" });
  const isStrong = findings.some(({ id }) => id === "severity-unclear");
  if (kind === "not-understood" || (isStrong && kind === "watch")) questions.push({ kind: "feels" });
  const answered = [...(answers.present ?? []), ...(answers.absent ?? []), ...(answers.unsure ?? [])];
  const open = questions.filter((one) =>
    one.kind === "sign" ? !answered.includes(one.signId) : one.kind !== "feels" || answers.feels === undefined,
  );
  return open.filter((one, i) => open.findIndex((other) => keyOf(other) === keyOf(one)) === i).slice(0, MOST_QUESTIONS);
}

/**
 * The same assessment with other questions; where nothing else stood, they are all that it is about.
 *
 * @param about The words that they are about, which count as not understood until they are answered.
 */
export function asking(assessment: Assessment, questions: readonly Question[], about: readonly Quote[]): Assessment {
  const kind = assessment.level === 0 ? "not-understood" : assessment.kind;
  const leftovers = assessment.leftovers.length > 0 ? assessment.leftovers : about;
  return { ...assessment, kind, asks: true, questions, leftovers };
}

function keyOf(question: Question): string {
  return question.kind === "sign" ? question.signId : question.kind;
}
