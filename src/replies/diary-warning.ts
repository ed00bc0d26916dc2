import type { MessageBody } from "#src/discord/reply.ts";
import type { BaseRequest } from "#src/discord/request.ts";
import type { Answers, Assessment } from "#src/triage/assessment.ts";
import { currentSpell, type Diary, diaryAnswers, spellDays } from "#src/triage/diary.ts";
import { isGraver } from "#src/triage/is-graver.ts";
import type { Triage } from "#src/triage/triage.ts";
import { adviceCard } from "./advice-card.ts";
import { firstState } from "./continue-reading.ts";
import { placeFor, type Visibility } from "./place.ts";
import type { ReadingServices } from "./reading-flow.ts";
import { NO_WORDS } from "./said.ts";

/** What the triage makes of a diary, and what it was asked with. */
export type DiaryReading = { readonly entries: Diary; readonly answers: Answers; readonly assessment: Assessment };

const WEEK = 7;

/** Lets the triage rules read a diary: how long it has lasted, where it is heading, and what was noted last. */
export function diaryReading(entries: Diary, triage: Triage, now: Date): DiaryReading {
  const answers = diaryAnswers(entries);
  return { entries, answers, assessment: triage.assess({ text: null, answers, now }) };
}

/**
 * Whether a change of the diary calls for the card: it reads more serious than before, there is a sign that was not
 * there before, or a warning stands and another week has gone by.
 */
export function needsWarning(now: DiaryReading, before: DiaryReading): boolean {
  const { level, findings } = now.assessment;
  if (level === 0) return false;
  if (isGraver(now.assessment, before.assessment)) return true;
  const known = before.assessment.findings.map(({ id }) => id);
  const isNewSign = findings.some(({ id }) => !known.includes(id));
  return level >= 2 && (isNewSign || weeksOf(now) > weeksOf(before));
}

function weeksOf({ entries }: DiaryReading): number {
  return Math.floor((spellDays(currentSpell(entries)) ?? 0) / WEEK);
}

/** The card that a diary calls for: the same as for a description. */
export function diaryWarning(
  { answers, assessment }: DiaryReading,
  visibility: Visibility,
  { request, services }: { readonly request: BaseRequest; readonly services: ReadingServices },
): MessageBody {
  const place = placeFor(request, "upperback-sore", visibility, services);
  const state = firstState(assessment, answers, visibility);
  const sources = { ...services, now: request.now, place, state, words: NO_WORDS, known: [] };
  return adviceCard(assessment, sources);
}
