import type { Reply } from "#src/discord/reply.ts";
import type { ActionRequest, BaseRequest } from "#src/discord/request.ts";
import { UserError } from "#src/errors.ts";
import type { Knowledge } from "#src/knowledge/knowledge.ts";
import type { SignCatalogue } from "#src/knowledge/signs.ts";
import type { Answers } from "#src/triage/assessment.ts";
import type { Triage } from "#src/triage/triage.ts";
import { assessmentReply, assessmentUpdate } from "./assessment-reply.ts";
import { soreId } from "./button.ts";
import { type Addition, firstState, neverMilder, nextInput, nextState } from "./continue-reading.ts";
import { correctionForm, readCorrection } from "./correction-form.ts";
import { isIntimate } from "./intimate.ts";
import { aboutLineOf } from "./message-link.ts";
import { noticeCard } from "./notice-card.ts";
import { entryOn, type OwnEntry } from "./own-entries.ts";
import {
  type House,
  placeFor,
  posterOf,
  refuseStrangers,
  refuseToShow,
  type Visibility,
  visibilityHere,
} from "./place.ts";
import { posting, withoutPressed } from "./posting.ts";
import { privateQuestionForm } from "./private-question-form.ts";
import { ASK_PRIVATELY, askWords, decodeQuestionAnswer, OPEN_FORM, questionAnswers } from "./question-parts.ts";
import { decodeReading, encodeReading, NOTHING_READ, type ReadingState, readingIds } from "./reading-state.ts";
import { rebuildReading } from "./rebuild-reading.ts";
import { NO_WORDS, readWords, type Words } from "./said.ts";
import { isEmpty, isPlainNo, readTriageForm, triageForm } from "./triage-form.ts";

/** What answering about soreness needs to ask. */
export type ReadingServices = House & {
  readonly knowledge: Knowledge;
  readonly signs: SignCatalogue;
  readonly triage: Triage;
};

/** What a person said at first, and who may read the answer. */
export type FirstWords = {
  readonly text: string | null;
  readonly answers: Answers;
  readonly visibility: Visibility;
  /** The server's own entry that they called by its name. */
  readonly entry?: OwnEntry | null;
  /** The section of the article that their question found. */
  readonly section?: string | null;
};

const NAME = "upperback-sore";
const NOTHING_FILLED_IN =
  "Nothing was filled in, so my answer stays as it is. Press the button again, and tick or write what there is.";
const LIST_LEFT_EMPTY =
  "Nothing was filled in, so my answer stays as it is. An empty box counts as unknown, not as a no.";

/** The form for a reading of one's own; its answer is a new message. */
export function emptyForm(request: BaseRequest, { signs }: ReadingServices, visibility: Visibility): Reply {
  const state = encodeReading({ ...NOTHING_READ, visibility }, signs);
  const inPublic = request.context === "guild" ? "in-channel" : "here";
  const goes = visibility === "private" ? "only-to-you" : inPublic;
  return { kind: "form", form: triageForm(soreId("report", request.user.id, state), { signs, goes }) };
}

/** Answers a first description, typed as options or sent by the form. */
export function answerFirst(request: BaseRequest, services: ReadingServices, first: FirstWords): Reply {
  const { text, answers, entry = null, section = null } = first;
  const visibility = visibilityHere(first.visibility, services);
  const assessment = services.triage.assess({ text, answers, now: request.now });
  const state = firstState(assessment, answers, visibility);
  const place = placeFor(request, NAME, visibility, services);
  const sources = { ...services, now: request.now, place, state, words: NO_WORDS, known: [], entry, section };
  return assessmentReply(assessment, sources);
}

/** "There is more", "It's worse than that": the form that adds to the card, or for others a reading of their own. */
export function askMore(request: ActionRequest, services: ReadingServices): Reply {
  if (request.user.id !== request.ownerId) return emptyForm(request, services, "private");
  return formInto(request, services, carried(request, services));
}

/**
 * Adds the sent form to the reading of its card. The list behind "Is anything else there?" is not asked for again.
 *
 * @throws UserError when nothing was filled in, and nothing asked for.
 */
export function amend(request: ActionRequest, services: ReadingServices): Reply {
  const before = carried(request, services);
  const { questions: stillOpen, list } = before;
  const filled = readTriageForm(request, services.signs);
  const isAsked = stillOpen.some(({ kind }) => kind === "any-of-these");
  const text = isAsked && isPlainNo(filled.text) ? null : filled.text;
  const add = (answer: ReadingState["list"]) =>
    addToCard(request, services, { before: { ...before, list: answer }, ...filled, text, stillOpen });
  if (!isEmpty(filled)) return add(isAsked || list !== null ? "told" : null);
  if (!isAsked) throw new UserError(NOTHING_FILLED_IN);
  return withNotice(add("unsure"), LIST_LEFT_EMPTY);
}

/** Takes the answer to one of the card's questions, or opens the form that it needs. */
export function answerQuestion(request: ActionRequest, services: ReadingServices): Reply {
  const { signs } = services;
  if (request.user.id !== request.ownerId) return emptyForm(request, services, "private");
  const answer = decodeQuestionAnswer(request.state, services);
  if (answer.choice === OPEN_FORM) return formInto(request, services, answer.state);
  if (answer.choice === ASK_PRIVATELY && request.kind === "component") {
    const sign = answer.question.kind === "sign" ? signs.signs.get(answer.question.signId) : undefined;
    const id = soreId("answer", request.user.id, request.state);
    return { kind: "form", form: privateQuestionForm(id, askWords(sign?.ask ?? "", answer.state)) };
  }
  const answers = questionAnswers(answer, [...request.values, ...(request.fields.said ?? [])]);
  const stillOpen = answer.state.questions.filter((question) => question !== answer.question);
  return addToCard(request, services, { before: answer.state, text: null, answers, stillOpen });
}

/** "Read wrongly": the form with everything that was found, or for others a reading of their own. */
export function askWhatWasWrong(request: ActionRequest, services: ReadingServices): Reply {
  if (request.user.id !== request.ownerId) return emptyForm(request, services, "private");
  const state = carried(request, services);
  const id = soreId("correct", request.user.id, request.state);
  return { kind: "form", form: correctionForm(id, { state, signs: services.signs }) };
}

/** Sets aside what was unticked; the only way in which a level falls. */
export function correct(request: ActionRequest, services: ReadingServices): Reply {
  const before = carried(request, services);
  const answers = readCorrection(request, { state: before, signs: services.signs });
  return addToCard(request, services, { before, text: null, answers, stillOpen: before.questions });
}

/** Shows a private reading to the channel, once: the same card again, without whatever is intimate. */
export function showReading(request: ActionRequest, services: ReadingServices): Reply {
  refuseToShow(request, services);
  const before = { ...carried(request, services), visibility: "public" } as const;
  const { assessment, state } = rebuildReading(before, services.triage, request.now);
  const place = placeFor(request, NAME, "public", services);
  const components = request.message?.components ?? [];
  const words = publicWords(readWords(components, services.signs), before, services.signs);
  const entry = isFree(before, services.signs) ? entryOn(components, services.settings) : null;
  const sources = { ...services, now: request.now, place, state, words, known: told(before), entry };
  return posting(assessmentReply(assessment, sources), withoutPressed(request, "I posted it in the channel."));
}

function withNotice(reply: Reply, text: string): Reply {
  if (reply.kind !== "update") return reply;
  return { ...reply, then: [...(reply.then ?? []), { kind: "private-follow-up", body: noticeCard(text) }] };
}

/** The reading that the clicked button carries. */
function carried({ state }: ActionRequest, services: ReadingServices): ReadingState {
  return decodeReading(state, readingIds(services));
}

function formInto(request: ActionRequest, services: ReadingServices, state: ReadingState): Reply {
  const id = soreId("amend", request.user.id, encodeReading(state, readingIds(services)));
  return { kind: "form", form: triageForm(id, { signs: services.signs, goes: "into-card" }) };
}

function addToCard(
  request: ActionRequest,
  services: ReadingServices,
  { before, ...addition }: Addition & { readonly before: ReadingState },
): Reply {
  refuseStrangers(request);
  // The message itself knows best who can read it.
  const visibility = request.message?.isPrivate === false ? "public" : "private";
  const decided = services.triage.assess(nextInput(before, addition, request.now));
  const assessment = neverMilder(decided, { before, ...addition });
  const state = nextState(assessment, { ...addition, before: { ...before, visibility } });
  const components = request.message?.components ?? [];
  const postedById = posterOf(components);
  const sources = {
    ...services,
    now: request.now,
    place: { ...placeFor(request, NAME, visibility, services), ...(postedById === null ? {} : { postedById }) },
    state,
    words: readWords(components, services.signs),
    known: told(before),
    entry: entryOn(components, services.settings),
  };
  if (request.message === null) return assessmentReply(assessment, sources);
  const reply = assessmentUpdate(assessment, sources);
  if (reply.kind !== "update") return reply;
  return { ...reply, body: { ...reply.body, components: [...aboutLineOf(components), ...reply.body.components] } };
}

function told({ present, risks }: ReadingState): string[] {
  return [...present, ...risks];
}

/** Without any word where something intimate was said: on a card one cannot tell any more what stood beside what. */
function publicWords(words: Words, before: ReadingState, signs: SignCatalogue): Words {
  return isFree(before, signs) ? { ...words, unread: [] } : NO_WORDS;
}

/** Whether nothing intimate was ever said. */
function isFree({ present, corrected, risks }: ReadingState, signs: SignCatalogue): boolean {
  return ![...present, ...corrected, ...risks].some((id) => isIntimate(id, signs));
}
