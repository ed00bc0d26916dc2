import { type APIStringSelectComponent, ComponentType } from "discord-api-types/v10";
import { type CustomId, encodeCustomId } from "#src/discord/custom-id.ts";
import { UserError } from "#src/errors.ts";
import type { Answers, Question } from "#src/triage/assessment.ts";
import { button, soreId } from "./button.ts";
import type { CardPart, RowPart } from "./card.ts";
import { isIntimate, WANTS_TO_DIE } from "./intimate.ts";
import type { Place } from "./place.ts";
import { decodeReading, encodeReading, type IdSources, type ReadingState, readingIds } from "./reading-state.ts";
import { FEELS, SINCE } from "./soreness-choices.ts";

/** What a pressed answer button says, and the reading it was pressed on. */
export type QuestionAnswer = { readonly choice: string; readonly question: Question; readonly state: ReadingState };

type Asking = IdSources & { readonly place: Place; readonly state: ReadingState };

const YES = "y";
const NO = "n";
const UNSURE = "u";
/** Opens the form with the list of signs. */
export const OPEN_FORM = "f";
/** Opens a form of its own for a question that others must not read. */
export const ASK_PRIVATELY = "p";
const CHOSEN = "c";

/** The questions of a reading, each with its answer buttons; "don't know" is always among them. */
export function questionParts(asking: Asking): CardPart[] {
  const { questions } = asking.state;
  if (questions.length === 0) return [];
  const heading = questions.length === 1 ? "**One question, to be sure:**" : "**Two questions, to be sure:**";
  const encoded = encodeReading(asking.state, readingIds(asking));
  const parts = questions.flatMap((question, index) => {
    const answerId = (choice: string) => soreId("answer", asking.place.ownerId, `${choice}${index}${encoded}`);
    return questionPart(question, answerId, asking);
  });
  return [{ text: heading }, ...parts];
}

function questionPart(question: Question, answerId: (choice: string) => CustomId, asking: Asking): CardPart[] {
  const { place, signs, state } = asking;
  const row = (...choices: readonly (readonly [string, string])[]): RowPart => ({
    row: choices.map(([choice, label]) => button({ label }, answerId(choice))),
  });
  switch (question.kind) {
    case "feels":
      return [{ text: "What does it feel like?" }, row(...FEELS.map(({ label }, at) => [String(at), label] as const))];
    case "since":
      return [{ text: "How long has it been there?" }, { row: [sinceSelect(encodeCustomId(answerId(CHOSEN)))] }];
    case "any-of-these":
      return [{ text: "Is anything else there? Please look through a short list." }, row([OPEN_FORM, "Open the list"])];
    case "sign": {
      const sign = signs.signs.get(question.signId);
      if (sign === undefined) return [];
      if (place.visibility === "public" && isIntimate(sign.id, signs)) {
        return [{ text: "One question is not for everybody's eyes." }, row([ASK_PRIVATELY, "Answer it privately"])];
      }
      return [{ text: askWords(sign.ask, state) }, row([YES, "Yes"], [NO, "No"], [UNSURE, "Don't know"])];
    }
    default:
      return question satisfies never;
  }
}

/** A question in words; about somebody else it says so. */
export function askWords(ask: string, { subject }: Pick<ReadingState, "subject">): string {
  return subject === "other" ? `About your friend: ${ask}` : ask;
}

function sinceSelect(customId: string): APIStringSelectComponent {
  const options = SINCE.map(({ value, label }) => ({ value, label }));
  return { type: ComponentType.StringSelect, custom_id: customId, placeholder: "Choose", options };
}

/**
 * Reads what a pressed answer carries.
 *
 * @throws UserError when the button is of an older version.
 */
export function decodeQuestionAnswer(text: string, sources: IdSources): QuestionAnswer {
  const state = decodeReading(text.slice(2), readingIds(sources));
  const question = state.questions[Number(text.charAt(1))];
  if (question === undefined) throw new UserError("This question has expired. Please start again with the command.");
  return { choice: text.charAt(0), question, state };
}

/** Turns a pressed answer into answers for the triage; `values` are those of a select or of the private form. */
export function questionAnswers({ choice, question }: QuestionAnswer, values: readonly string[]): Answers {
  const said = values[0] ?? choice;
  if (question.kind === "feels") {
    const feels = FEELS[Number(said)]?.value;
    return feels === undefined ? {} : { feels };
  }
  if (question.kind === "since") {
    const sinceDays = SINCE.find(({ value }) => value === said)?.days;
    return sinceDays === undefined ? {} : { sinceDays };
  }
  if (question.kind !== "sign") return {};
  // Who does not know whether they wish to die is told where help is.
  const isCrisis = question.signId === WANTS_TO_DIE && said !== NO;
  if (said === YES || isCrisis) return { present: [question.signId] };
  return said === NO ? { absent: [question.signId] } : { unsure: [question.signId] };
}
