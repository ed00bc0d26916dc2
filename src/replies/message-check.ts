import { type APIMessageTopLevelComponent, ComponentType } from "discord-api-types/v10";
import type { MessageBody, Reply } from "#src/discord/reply.ts";
import type { BaseRequest, TargetMessage } from "#src/discord/request.ts";
import type { Assessment } from "#src/triage/assessment.ts";
import { adviceCard } from "./advice-card.ts";
import { button } from "./button.ts";
import { buildCard, type CardPart } from "./card.ts";
import { type CheckedMessage, encodeChecked } from "./checked-message.ts";
import { firstState } from "./continue-reading.ts";
import { CALLS_AGAIN_AFTER_MINUTES, helperLine, helperToCall } from "./helper-line.ts";
import { helperReading } from "./helper-reading.ts";
import { mayBeCrisis } from "./intimate.ts";
import { whyNotPost } from "./may-post.ts";
import { aboutLine } from "./message-link.ts";
import type { Place } from "./place.ts";
import { posting } from "./posting.ts";
import type { ReadingServices } from "./reading-flow.ts";
import { rebuildReading } from "./rebuild-reading.ts";
import { NO_WORDS, readWords, type Words } from "./said.ts";

const NAME = "check-for-warning-signs";
// The reading, the draft and the call for helpers stand in one message of at most 4,000 characters.
const MOST_READING = 1_340;
const MOST_DRAFT = 2_600;
const MAY_BE_CRISIS =
  "This may be about wishing to die, so it is not for a public answer. Please ask them yourself, and tell your moderators.";
/** The component id of the line that offers the draft. */
const OFFER_ID = 1004;

/** Shows a helper, and nobody else, how somebody's message reads and what I would answer. */
export function checkMessage(request: BaseRequest, services: ReadingServices, target: TargetMessage): Reply {
  const assessment = services.triage.assess({ text: target.text, now: request.now });
  const { kind, level, asks } = assessment;
  const checking = { services, request, target, assessment };
  const body = kind === "crisis" ? crisisForHelper(checking) : checkedBody(checking);
  return { kind: "message", visibility: "private", body, urgency: { level: kind === "crisis" ? 3 : level, asks } };
}

type Checking = {
  readonly services: ReadingServices;
  readonly request: BaseRequest;
  readonly target: TargetMessage;
  readonly assessment: Assessment;
};

function checkedBody(checking: Checking): MessageBody {
  const { assessment, services } = checking;
  const quoting = { signs: services.signs, visibility: "public", words: NO_WORDS } as const;
  const title = { text: "## Only you can see this" };
  const lines = helperReading(assessment, quoting);
  if (assessment.kind !== "nothing-reported") return readingAndDraft(checking, [title, ...lines]);
  const nothing = "I found no sign of pain in this message, so there is nothing to post. That is no all-clear.";
  return buildCard({ level: assessment.level, parts: [title, { text: nothing }, ...lines.slice(2)] });
}

function readingAndDraft({ services, request, target, assessment }: Checking, head: readonly CardPart[]): MessageBody {
  const checked = { messageId: target.id, reading: firstState(assessment, {}, "public") };
  const drafting = { services, request, place: placeOfAuthor(request, target.authorId) };
  const draft = draftCard(checked, { ...drafting, words: wordsOf(assessment, drafting) });
  const why = mayBeCrisis(assessment) ? MAY_BE_CRISIS : whyNotPost(request, services);
  const calls = why === null ? helperToCall(assessment.level, services.settings) : null;
  const state = encodeChecked(checked, services);
  const keep = button({ label: "Keep to myself" }, { command: NAME, action: "keep", ownerId: null, state: "" });
  const post = button(
    { label: "Post it here", look: "blue" },
    { command: NAME, action: "post", ownerId: target.authorId, state },
  );
  const reading = buildCard({
    level: assessment.level,
    mostText: MOST_READING,
    parts: [...head, { text: why ?? offerWords(calls), id: OFFER_ID }, { row: why === null ? [post, keep] : [keep] }],
  });
  const call = calls === null ? [] : [helperLine(calls)];
  return { components: [...reading.components, ...withoutRows(draft.components), ...call] };
}

/** What posting would do, the call for helpers included; to the helper alone, a role's name pings nobody. */
function offerWords(calls: string | null): string {
  const pings =
    calls === null
      ? "names nobody and pings nobody"
      : `names nobody and pings only <@&${calls}>, at most once in ${CALLS_AGAIN_AFTER_MINUTES} minutes`;
  return `Below is what I'd post. It links to the message, ${pings}.`;
}

/**
 * The answer for the channel, built again from what the helper's button carries; it belongs to the message's author.
 * The helper is left with the reading, and cannot post it twice.
 */
export function postedAnswer(
  request: BaseRequest,
  services: ReadingServices,
  posted: CheckedMessage & { readonly authorId: string; readonly shown: readonly APIMessageTopLevelComponent[] },
): Reply {
  const place = { ...placeOfAuthor(request, posted.authorId), postedById: request.user.id };
  const words = readWords(posted.shown, services.signs);
  const card = draftCard(posted, { services, request, place, words });
  const components = [aboutLine(request, posted.messageId), ...card.components];
  const urgency = { level: posted.reading.level, asks: false } as const;
  const reply = { kind: "message", visibility: "public", body: { ...card, components }, urgency } as const;
  return posting(reply, readingAlone(posted.shown));
}

/** A wish to die is never for a channel: the helper alone is told what helps. */
function crisisForHelper({ services, request, target, assessment }: Checking): MessageBody {
  const { knowledge, signs, settings } = services;
  const isOwn = target.authorId === request.user.id;
  const place: Place = { ...placeOfAuthor(request, request.user.id), visibility: "private" };
  const state = firstState(assessment, {}, "private");
  const about = isOwn ? assessment : ({ ...assessment, subject: "other" } as const);
  const sources = { knowledge, signs, settings, now: request.now, place, state, words: NO_WORDS, known: [] };
  const card = adviceCard(about, sources);
  const forWhom = isOwn ? "" : "\nThis is not for a public answer. Please talk to them, and tell your moderators.";
  const text = `## Only you can see this${forWhom}`;
  return { ...card, components: [{ type: ComponentType.TextDisplay, content: text }, ...card.components] };
}

type Drafting = { readonly services: ReadingServices; readonly request: BaseRequest; readonly place: Place };

function draftCard(
  { reading }: CheckedMessage,
  { services, request, place, words }: Drafting & { readonly words: Words },
): MessageBody {
  const { knowledge, signs, settings, triage } = services;
  const { assessment, state } = rebuildReading(reading, triage, request.now);
  const sources = {
    knowledge,
    signs,
    settings,
    now: request.now,
    place,
    state,
    words,
    known: [],
    mostText: MOST_DRAFT,
  };
  return adviceCard(assessment, sources);
}

/** The words that a public card of the first decision quotes: what the draft shows is all that will be posted. */
function wordsOf(assessment: Assessment, { services, request, place }: Drafting): Words {
  const { knowledge, signs, settings } = services;
  const state = firstState(assessment, {}, "public");
  const sources = { knowledge, signs, settings, now: request.now, place, state, words: NO_WORDS, known: [] };
  const first = adviceCard(assessment, sources);
  return readWords(first.components, signs);
}

function placeOfAuthor(request: BaseRequest, authorId: string): Place {
  return { command: "upperback-sore", visibility: "public", ownerId: authorId, canShow: request.context === "guild" };
}

/** What stands first in the helper's message, without the draft and the offer to post it. */
function readingAlone(shown: readonly APIMessageTopLevelComponent[]): MessageBody {
  const line = { type: ComponentType.TextDisplay, content: "I posted it." } as const;
  const readings = withoutRows(shown.slice(0, 1)).map((one) =>
    one.type === ComponentType.Container
      ? { ...one, components: [...one.components.filter(({ id }) => id !== OFFER_ID), line] }
      : one,
  );
  return { components: readings.length === 0 ? [line] : readings };
}

/** A draft is only to be read: its buttons come with the post. */
function withoutRows(components: readonly APIMessageTopLevelComponent[]): APIMessageTopLevelComponent[] {
  return components.map((one) =>
    one.type === ComponentType.Container
      ? { ...one, components: one.components.filter(({ type }) => type !== ComponentType.ActionRow) }
      : one,
  );
}
