import type { Assessment } from "#src/triage/assessment.ts";
import type { Triage } from "#src/triage/triage.ts";
import { neverMilder, nextInput, nextState } from "./continue-reading.ts";
import type { ReadingState } from "./reading-state.ts";

/** Decides once more from what a card's buttons carry, with nothing added: the questions stay those of the card. */
export function rebuildReading(
  before: ReadingState,
  triage: Triage,
  now: Date,
): { readonly assessment: Assessment; readonly state: ReadingState } {
  const addition = { text: null, answers: {}, stillOpen: before.questions };
  const assessment = neverMilder(triage.assess(nextInput(before, addition, now)), { before, ...addition });
  return { assessment, state: { ...nextState(assessment, { before, ...addition }), questions: before.questions } };
}
