import { ComponentType } from "discord-api-types/v10";
import type { MessageBody, Reply } from "#src/discord/reply.ts";
import type { BaseRequest } from "#src/discord/request.ts";
import type { Knowledge } from "#src/knowledge/knowledge.ts";
import type { Search } from "#src/knowledge/search/search.ts";
import type { Assessment } from "#src/triage/assessment.ts";
import { isFreeOfComplaint } from "#src/triage/is-free-of-complaint.ts";
import { buildCard } from "./card.ts";
import { type Place, placeButtons, placeFor, type Visibility, visibilityHere } from "./place.ts";
import { answerFirst, type ReadingServices } from "./reading-flow.ts";
import { sectionButton, sectionReply } from "./section-reply.ts";

/** What answering a question needs to ask. */
export type QuestionServices = ReadingServices & { readonly search: Search };

/** A question as typed, and who may read the answer. */
export type AskedQuestion = { readonly question: string; readonly visibility: Visibility };

const NAME = "ask";
// The sections that are offered where no section answers.
const OFFERED = 3;

/**
 * Answers a question with the section that fits best, or says that the article has nothing on it.
 *
 * A question that also describes pain is triaged first: from level 1 up the warning is the whole answer.
 */
export function answerQuestion(request: BaseRequest, services: QuestionServices, asked: AskedQuestion): Reply {
  const { question } = asked;
  const assessment = services.triage.assess({ text: question, now: request.now });
  if (describesPain(assessment)) return answerFirst(request, services, { text: question, answers: {}, ...asked });
  const visibility = visibilityHere(asked.visibility, services);
  const place = placeFor(request, NAME, visibility, services);
  const body = trainingAnswer(question, services, place);
  if (body !== null) return { kind: "message", visibility, body };
  const { settings, triage, knowledge, search } = services;
  const isNoted = settings.questionStatistics && isFreeOfComplaint({ text: question, now: request.now }, triage);
  const unanswered = isNoted ? { unanswered: question } : {};
  return { kind: "message", visibility, body: notCovered(knowledge, search, place), ...unanswered };
}

function describesPain({ kind, level }: Assessment): boolean {
  return level >= 1 || kind === "crisis";
}

/** The section that fits best; null where none answers. */
function trainingAnswer(question: string, { knowledge, search }: QuestionServices, place: Place): MessageBody | null {
  const { answered, sections, missing } = search.find(question);
  const id = sections[0];
  if (!answered || id === undefined) return null;
  const card = sectionReply(knowledge, { id, level: 0 }, place);
  return missing === null
    ? card
    : { ...card, components: [{ type: ComponentType.TextDisplay, content: missingLine(missing) }, ...card.components] };
}

function missingLine(line: string): string {
  return `**${line.replace(/^It /, "The article ")}** What it has on this:`;
}

function notCovered(knowledge: Knowledge, { covers, starters }: Search, place: Place): MessageBody {
  const offered = starters
    .slice(0, OFFERED)
    .flatMap((id) => knowledge.sections.get(id) ?? [])
    .map(({ id, title }) => sectionButton(title, { id, level: 0 }));
  return buildCard({
    level: 0,
    parts: [
      { text: "## I don't know that\nThe article I go by says nothing on it, so I won't guess. It does cover:" },
      { text: covers.map((line) => `- ${line}`).join("\n") },
      { text: "Try other words, or pick from the list while you type. Does something hurt? Use **/upperback-sore**." },
      { text: `-# ${knowledge.article.sourceLine}` },
      { row: [...offered, ...placeButtons(place, null)] },
    ],
  });
}
