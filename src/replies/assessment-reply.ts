import type { Effect, Reply, Urgency } from "#src/discord/reply.ts";
import type { Assessment } from "#src/triage/assessment.ts";
import { adviceCard } from "./advice-card.ts";
import type { AnswerSources } from "./answer-sources.ts";
import { mayBeCrisis } from "./intimate.ts";
import type { Place } from "./place.ts";
import { intimateFindings, privateReason } from "./private-reason.ts";

/**
 * The message that answers a reading, public or private as its place says; a wish to die, and the question of one, are
 * always private.
 */
export function assessmentReply(assessment: Assessment, sources: AnswerSources): Reply {
  const place: Place = isAboutCrisis(assessment, sources) ? { ...sources.place, visibility: "private" } : sources.place;
  const then = privateEffects(assessment, { ...sources, place });
  const body = adviceCard(assessment, { ...sources, place });
  return { kind: "message", visibility: place.visibility, body, urgency: urgencyOf(assessment, sources), ...then };
}

/** Whether the answer, or a question that it still puts, is about a wish to die. */
function isAboutCrisis({ kind }: Assessment, { state: { questions } }: AnswerSources): boolean {
  return mayBeCrisis({ kind, questions });
}

/** The same answer in place of the clicked card; a wish to die leaves that card alone and is answered privately. */
export function assessmentUpdate(assessment: Assessment, sources: AnswerSources): Reply {
  const isForChannel = sources.place.visibility === "public";
  if (assessment.kind === "crisis" || (isForChannel && isAboutCrisis(assessment, sources)))
    return assessmentReply(assessment, sources);
  const then = privateEffects(assessment, sources);
  const body = adviceCard(assessment, sources);
  return { kind: "update", body, urgency: urgencyOf(assessment, sources), ...then };
}

function urgencyOf({ kind, level }: Assessment, { state }: AnswerSources): Urgency {
  return { level: kind === "crisis" ? 3 : level, asks: state.questions.length > 0 };
}

function privateEffects(
  assessment: Assessment,
  { signs, place, known }: AnswerSources,
): { readonly then?: readonly Effect[] } {
  if (assessment.kind === "crisis" || place.visibility === "private") return {};
  const isNew = intimateFindings(assessment, signs).some(({ id }) => !known.includes(id));
  return isNew ? { then: [{ kind: "private-follow-up", body: privateReason(assessment, signs) }] } : {};
}
