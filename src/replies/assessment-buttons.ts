import type { APIButtonComponentWithCustomId } from "discord-api-types/v10";
import type { AdviceId } from "#src/knowledge/advice.ts";
import type { Assessment } from "#src/triage/assessment.ts";
import type { AnswerSources } from "./answer-sources.ts";
import { accessoriesId, button, soreId } from "./button.ts";
import type { RowPart } from "./card.ts";
import { correctable } from "./correction-form.ts";
import { allCountriesButton } from "./emergency-list.ts";
import { mayBeCrisis } from "./intimate.ts";
import { placeButtons } from "./place.ts";
import { encodeReading, readingIds } from "./reading-state.ts";
import { recheckAt } from "./recheck-day.ts";
import { reminderButton } from "./reminder-reply.ts";
import { sectionButton } from "./section-reply.ts";

// What "Read the section" opens where no reason fits better.
const GENERAL_SECTION = "normal-or-not";

/** The rows of buttons under a card: what shows more, what changes the reading, and what to do with the answer. */
export function assessmentButtons(card: AdviceId, assessment: Assessment, sources: AnswerSources): RowPart[] {
  if (card === "crisis") return [{ row: [allCountriesButton()] }];
  const state = encodeReading(sources.state, readingIds(sources));
  // Such a question is for nobody else's eyes.
  const isForChannel = !mayBeCrisis({ kind: assessment.kind, questions: sources.state.questions });
  const below = placeButtons(sources.place, isForChannel ? { action: "show", state } : null);
  const numbers = assessment.level > 0 || card === "not-understood" ? [allCountriesButton()] : [];
  const change = changeButtons(card, sources, state);
  if (card === "ordinary") {
    return [ordinaryRow(assessment, sources, change), ...(below.length === 0 ? [] : [{ row: below }])];
  }
  const read = card === "nothing-reported" ? [readButton(assessment, sources)] : [];
  return [{ row: [...change, ...read, ...remindButtons(card, assessment, sources), ...numbers, ...below] }];
}

/** Only a card that names a day offers to remind of it. */
function remindButtons(card: AdviceId, assessment: Assessment, { settings, place, now }: AnswerSources) {
  return card === "watch" && settings.reminders ? [reminderButton(recheckAt(assessment, now), place.ownerId)] : [];
}

function ordinaryRow(
  assessment: Assessment,
  sources: AnswerSources,
  change: readonly APIButtonComponentWithCustomId[],
): RowPart {
  const { circuit } = sources.knowledge;
  const exercises = accessoriesId(
    "list",
    null,
    assessment.causes[0] === undefined ? "" : `cause:${assessment.causes[0].id}`,
  );
  return {
    row: [
      button({ label: "Accessories" }, exercises),
      sectionButton("Warm-up circuit", { id: circuit.section, level: assessment.level }),
      readButton(assessment, sources),
      ...change,
    ],
    notWhile: circuit.notWhile,
  };
}

function readButton({ causes, level }: Assessment, { knowledge }: AnswerSources): APIButtonComponentWithCustomId {
  const cause = knowledge.causes.get(causes[0]?.id ?? "");
  return sectionButton("Read the section", { id: cause?.sections[0] ?? GENERAL_SECTION, level });
}

function changeButtons(card: AdviceId, { place, signs, state }: AnswerSources, encoded: string) {
  const isUnheard = card === "not-understood" || card === "nothing-reported";
  const label = isUnheard ? "Tell me with a form" : card === "ordinary" ? "It's worse than that" : "There is more";
  const more = button({ label, look: isUnheard ? "blue" : "grey" }, soreId("more", place.ownerId, encoded));
  const wrong = button({ label: "Read wrongly" }, soreId("wrong", place.ownerId, encoded));
  return hasSomethingToCorrect(state, signs) ? [more, wrong] : [more];
}

function hasSomethingToCorrect(state: AnswerSources["state"], catalogue: AnswerSources["signs"]): boolean {
  return correctable(state, catalogue).some(({ id }) => catalogue.signs.get(id)?.level !== 0);
}
