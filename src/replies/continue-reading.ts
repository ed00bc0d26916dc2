import type { Answers, Assessment, Earlier, FittingCause, Question } from "#src/triage/assessment.ts";
import { isGraver } from "#src/triage/is-graver.ts";
import type { TriageInput } from "#src/triage/triage.ts";
import { WANTS_TO_DIE } from "./intimate.ts";
import type { Visibility } from "./place.ts";
import { NOTHING_READ, type ReadingState } from "./reading-state.ts";

/** What a person adds to a reading: words, answers, and which of the open questions that leaves open. */
export type Addition = {
  readonly text: string | null;
  readonly answers: Answers;
  readonly stillOpen: readonly Question[];
};

const MOST_QUESTIONS = 2;

/** What the triage decides from when something is added to a reading; nothing said earlier is lost. */
export function nextInput(before: ReadingState, { text, answers }: Addition, now: Date): TriageInput {
  const { absent, unsure } = before;
  // Whoever took a sign back and then ticks it means it.
  const corrected = before.corrected.filter((id) => !answers.present?.includes(id));
  const earlier: Earlier = { ...before, corrected };
  const carried: Answers = {
    ...answers,
    absent: union(absent, answers.absent),
    unsure: union(unsure, answers.unsure),
  };
  return { text, now, answers: carried, earlier };
}

/**
 * Holds what an earlier card said against the new decision: without a correction neither level nor band gets milder,
 * what could not be read at first is no ordinary soreness as long as a question about it is open or unanswered, and the
 * reasons that were found stay.
 */
export function neverMilder(
  assessment: Assessment,
  { before, answers, stillOpen }: Pick<Addition, "answers" | "stillOpen"> & { readonly before: ReadingState },
): Assessment {
  const isCorrected = (answers.corrected ?? []).length > 0;
  const isMilder = isGraver(before, assessment);
  const explained = before.causes.length === 0 ? assessment : { ...assessment, causes: reasons(assessment, before) };
  const held = isMilder && !isCorrected ? { ...explained, level: before.level, band: before.band } : explained;
  const unsure = union(before.unsure, answers.unsure);
  const { questions, list } = nextState(held, { before, answers, stillOpen });
  const isOpen = questions.length > 0 || unsure.length > 0 || list === "unsure";
  const isUnsettled = isOpen || held.kind === "nothing-reported";
  const isReassuring = held.kind === "ordinary" || held.kind === "nothing-reported";
  return before.hasLeftovers && isUnsettled && isReassuring ? { ...held, kind: "not-understood" } : held;
}

/** The reasons that the card named, then those that were found just now. */
function reasons({ causes }: Assessment, before: ReadingState): FittingCause[] {
  const found = (id: string) => causes.find((one) => one.id === id);
  const known = before.causes.map((id) => found(id) ?? { id, quote: null });
  return [...known, ...causes.filter(({ id }) => !before.causes.includes(id))];
}

/** The state for the buttons of a first answer. */
export function firstState(assessment: Assessment, answers: Answers, visibility: Visibility): ReadingState {
  return nextState(assessment, { before: { ...NOTHING_READ, visibility }, answers, stillOpen: [] });
}

/** The state for the buttons after something was added. */
export function nextState(
  assessment: Assessment,
  { before, answers, stillOpen }: Pick<Addition, "answers" | "stillOpen"> & { readonly before: ReadingState },
): ReadingState {
  const said = assessment.findings.filter(({ id, certainty }) => certainty === "said" && id !== WANTS_TO_DIE);
  const present = said.map(({ id }) => id);
  const risks = assessment.risks.filter(({ certainty }) => certainty === "said").map(({ id }) => id);
  const without = (ids: readonly string[], others: readonly string[]) => ids.filter((id) => !others.includes(id));
  const absent = without(union(before.absent, answers.absent), [...present, ...(answers.unsure ?? [])]);
  const isDoubted = assessment.ignored.some(({ reason }) => reason === "doubted");
  const isUnclear = isDoubted || assessment.leftovers.length > 0 || said.length < assessment.findings.length;
  const state = {
    present,
    risks,
    corrected: without(union(before.corrected, answers.corrected), [...present, ...risks]),
    feels: answers.feels ?? before.feels,
    durationDays: assessment.durationDays,
    chosenDays: chosenDays(assessment, { before, answers }),
    trend: assessment.trend,
    hasLeftovers: before.hasLeftovers || isUnclear,
    subject: assessment.subject,
    level: assessment.level,
    band: assessment.band,
    absent,
    unsure: without(union(before.unsure, answers.unsure), [...present, ...absent]),
    list: before.list === "told" && isUnclear ? ("unsure" as const) : before.list,
    causes: assessment.causes.map(({ id }) => id),
    visibility: before.visibility,
  };
  return { ...state, questions: openQuestions(assessment, state, stillOpen) };
}

/** The length that a person chose, until they tell of a shorter one. */
function chosenDays(
  { durationDays }: Assessment,
  { before, answers }: Pick<Addition, "answers"> & { readonly before: ReadingState },
): number | null {
  const chosen = answers.sinceDays ?? before.chosenDays;
  return chosen !== null && durationDays !== null && chosen <= durationDays ? chosen : null;
}

/** The triage's questions first, then those still open; never one that was answered, and none beside an emergency. */
function openQuestions(
  { kind, level, asks, questions }: Assessment,
  state: Omit<ReadingState, "questions">,
  stillOpen: readonly Question[],
): Question[] {
  if (kind === "crisis") return [];
  const wanted = [...(asks ? questions : []), ...(level === 3 ? [] : stillOpen)];
  const open = wanted.filter((question) => !isAnswered(question, state));
  return open.filter((one, index) => open.findIndex((other) => isSame(one, other)) === index).slice(0, MOST_QUESTIONS);
}

function isAnswered(question: Question, state: Omit<ReadingState, "questions">): boolean {
  if (question.kind === "feels") return state.feels !== null;
  if (question.kind === "since") return state.durationDays !== null;
  if (question.kind === "any-of-these") return state.list !== null;
  const { present, corrected, absent, unsure } = state;
  return [...present, ...corrected, ...absent, ...unsure].includes(question.signId);
}

function isSame(a: Question, b: Question): boolean {
  return a.kind === "sign" && b.kind === "sign" ? a.signId === b.signId : a.kind === b.kind;
}

function union(earlier: readonly string[], added: readonly string[] = []): string[] {
  return [...new Set([...earlier, ...added])];
}
