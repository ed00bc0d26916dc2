import { type APIApplicationCommandOptionChoice, ComponentType } from "discord-api-types/v10";
import type { MessageBody, Reply } from "#src/discord/reply.ts";
import type { ActionRequest, AutocompleteRequest, BaseRequest } from "#src/discord/request.ts";
import { UserError } from "#src/errors.ts";
import type { Search } from "#src/knowledge/search/search.ts";
import { plainName } from "#src/knowledge/search/suggest-names.ts";
import type { Assessment } from "#src/triage/assessment.ts";
import { isFreeOfComplaint } from "#src/triage/is-free-of-complaint.ts";
import { buildCard, type Card, type TextPart, textLength } from "./card.ts";
import {
  entryButton,
  entryCard,
  findableEntries,
  findOwnEntry,
  type OwnEntry,
  ownEntryCalled,
  suggestEntries,
} from "./own-entries.ts";
import { linkParts } from "./own-links.ts";
import { type Place, placeButtons, placeFor, type Visibility, visibilityHere } from "./place.ts";
import { answerFirst, type ReadingServices } from "./reading-flow.ts";
import { sectionButton, sectionCard } from "./section-reply.ts";

/** What answering a question needs to ask. */
export type QuestionServices = ReadingServices & { readonly search: Search };

/** A question as typed, and who may read the answer. */
export type AskedQuestion = { readonly question: string; readonly visibility: Visibility };

type Choice = APIApplicationCommandOptionChoice<string>;

const NAME = "ask";
// The sections that are offered where no section answers.
const OFFERED = 3;
const MOST_CHOICES = 25;
// Discord's limit for a choice's name and value.
const LONGEST_CHOICE = 100;
const MOST_OWN_CHOICES = 5;
// Discord's limit for one message.
const MOST_TEXT = 4_000;

/**
 * Answers a question with the section that fits best, or says that the article has nothing on it.
 *
 * A question that also describes pain is triaged first: from level 1 up the warning is the whole answer, even to the
 * name of an entry of the server's own, which a button under it opens. Where that warning is only to watch, another
 * button opens the section. The title of a section, which is suggested, describes nobody's pain.
 */
export function answerQuestion(request: BaseRequest, services: QuestionServices, asked: AskedQuestion): Reply {
  const { question } = asked;
  const { search, settings } = services;
  if (!search.isTitle(question) && describesPain(services.triage.assess({ text: question, now: request.now })))
    return answerFirst(request, services, {
      text: question,
      answers: {},
      entry: ownEntryCalled(settings, question),
      section: search.find(question).sections[0] ?? null,
      ...asked,
    });
  const visibility = visibilityHere(asked.visibility, services);
  const place = placeFor(request, NAME, visibility, services);
  const body = trainingAnswer(question, services, place);
  if (body !== null) return { kind: "message", visibility, body };
  const { triage } = services;
  const isNoted = settings.questionStatistics && isFreeOfComplaint({ text: question, now: request.now }, triage);
  const unanswered = isNoted ? { unanswered: question } : {};
  return { kind: "message", visibility, body: notCovered(services, place), ...unanswered };
}

function describesPain({ kind, level }: Assessment): boolean {
  return level >= 1 || kind === "crisis";
}

/**
 * Shows an entry of the server's own.
 *
 * @throws UserError when the server has it no more.
 */
export function entryAs(visibility: Visibility, request: ActionRequest, services: QuestionServices): Reply {
  const entry = findOwnEntry(services.settings, request.state);
  if (entry === null) throw new UserError("This server has taken that entry away. Please ask again.");
  const place = placeFor(request, NAME, visibility, services);
  return { kind: "message", visibility, body: buildCard(entryCard(entry, services, place)) };
}

/**
 * What to offer while a question is typed: the article's names first, then the server's own, marked as such.
 *
 * Enter takes the first choice, so the typed words themselves stand first unless they are a name already, and alone
 * where they may tell of a complaint, which no title must take the place of.
 */
export function suggestAnswers({ focused, now }: AutocompleteRequest, services: QuestionServices): Choice[] {
  const typed = focused.value.trim();
  // No choice can carry so much, and any other choice would be sent in its place.
  if (typed.length > LONGEST_CHOICE) return [];
  const own = suggestEntries(services.settings, typed).slice(0, MOST_OWN_CHOICES);
  const names = services.search.suggest(typed);
  const isName = names.some((name) => name.toLowerCase() === typed.toLowerCase());
  if (typed === "" || isName) return nameChoices({ names, own }, MOST_CHOICES);
  const assessment = services.triage.assess({ text: typed, now });
  if (mayComplain(assessment, { typed, names: [...names, ...own] })) return [choiceOf(typed)];
  return [choiceOf(typed), ...nameChoices({ names, own }, MOST_CHOICES - 1)];
}

function nameChoices({ names, own }: { names: readonly string[]; own: readonly string[] }, most: number): Choice[] {
  const ownChoices = own.map((title) => ({ name: `${title} (this server's)`, value: title }));
  return [...names.slice(0, most - own.length).map(choiceOf), ...ownChoices];
}

/** A name that is half typed often leaves a question open, since nobody can read it yet: that alone is no complaint. */
function mayComplain(assessment: Assessment, { typed, names }: { typed: string; names: readonly string[] }): boolean {
  const isPartOfName = names.some((name) => plainName(name).includes(plainName(typed)));
  return describesPain(assessment) || (assessment.asks && !isPartOfName);
}

function choiceOf(name: string): Choice {
  return { name, value: name };
}

/**
 * The section that answers, and beside it the server's own entry where one fits, behind a button where both are too
 * long for one message; either alone where only one fits, null where none does.
 */
function trainingAnswer(question: string, services: QuestionServices, place: Place): MessageBody | null {
  const { answered, sections, missing } = services.search.find(question);
  const entry = entryFor(question, services);
  const id = sections[0];
  if (!answered || id === undefined) {
    return entry === null ? null : buildCard(entryCard(entry, services, place));
  }
  const head: TextPart[] = missing === null ? [] : [{ text: missingLine(missing) }];
  const section = sectionCard(services, { id, level: 0 }, place);
  if (entry === null) return withHead(head, buildCard(withinRoom(section, head)));
  const own = entryCard(entry, services, null);
  const together = [...head, ...section.parts, ...own.parts];
  if (textLength(together) <= MOST_TEXT) {
    const cards = [buildCard(section), buildCard(own)];
    return withHead(head, { components: cards.flatMap(({ components }) => components) });
  }
  const parts = [...section.parts.slice(0, -1), { row: [entryButton(entry)] }, ...section.parts.slice(-1)];
  return withHead(head, buildCard(withinRoom({ ...section, parts }, head)));
}

/** The entry of the server's own that a question finds; null where it finds none. */
export function entryFor(
  question: string,
  { search, settings }: Pick<QuestionServices, "search" | "settings">,
): OwnEntry | null {
  const called = ownEntryCalled(settings, question);
  if (called !== null) return called;
  const id = search.findEntry(question, findableEntries(settings));
  return id === null ? null : findOwnEntry(settings, id);
}

function withHead(head: readonly TextPart[], body: MessageBody): MessageBody {
  const lines = head.map(({ text }) => ({ type: ComponentType.TextDisplay, content: text }) as const);
  return { ...body, components: [...lines, ...body.components] };
}

function withinRoom(card: Card, head: readonly TextPart[]): Card {
  return { ...card, mostText: MOST_TEXT - textLength(head) };
}

function missingLine(line: string): string {
  return `**${line.replace(/^It /, "The article ")}** What it has on this:`;
}

function notCovered(
  { knowledge, search: { covers, starters }, settings }: QuestionServices,
  place: Place,
): MessageBody {
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
      ...linkParts(settings),
      { row: [...offered, ...placeButtons(place, null)] },
    ],
  });
}
