import type { MessageBody } from "#src/discord/reply.ts";
import type { Advice, AdviceId, ForWhom } from "#src/knowledge/advice.ts";
import { getAdvice, type Knowledge } from "#src/knowledge/knowledge.ts";
import { isAllowedAt } from "#src/knowledge/section.ts";
import type { Assessment } from "#src/triage/assessment.ts";
import type { AnswerSources } from "./answer-sources.ts";
import { assessmentButtons } from "./assessment-buttons.ts";
import { buildCard, type CardPart, type TextPart } from "./card.ts";
import { findPlace, placeNumbers, shortNumbers } from "./emergency-numbers.ts";
import { explanationParts, hasIntimate, unreadWords } from "./explanation.ts";
import { fillIn } from "./fill-in.ts";
import { isIntimate } from "./intimate.ts";
import { likelyCauseParts } from "./likely-causes.ts";
import { entryButton } from "./own-entries.ts";
import { linkParts } from "./own-links.ts";
import { ownWords } from "./own-words.ts";
import { intimateFindings } from "./private-reason.ts";
import { questionParts } from "./question-parts.ts";
import { dayMark, recheckAt } from "./recheck-day.ts";
import { namedFindings, type Quoting, SAID_ID, saidLine } from "./said.ts";
import { sectionButton } from "./section-reply.ts";
import { shownKnowledge } from "./shown-knowledge.ts";

// Goes only after everything of ours that may go.
const SERVERS_OWN = 0;
// Room beside the card for one more line: what it answers, or whom it calls.
const MOST_TEXT = 3_700;
const MOST_COMPONENTS = 38;

/**
 * Which card's wording answers a reading. The level has the last word:
 * whatever else was not understood or not mentioned, a level once reached keeps its card.
 */
export function adviceIdFor({ kind, level, band }: Pick<Assessment, "kind" | "level" | "band">): AdviceId {
  if (kind === "crisis") return "crisis";
  if (level === 3) return band === "same-day" ? "same-day" : "emergency";
  if (level === 2) return band === "routine" ? "routine" : "prompt";
  if (kind === "not-understood") return "not-understood";
  if (level === 1) return "watch";
  return kind === "ordinary" || kind === "nothing-reported" ? kind : "not-understood";
}

/** The card that answers a reading: action first, then the person's words, what to do, the reason, the safety net. */
export function adviceCard(assessment: Assessment, sources: AnswerSources): MessageBody {
  const id = adviceIdFor(assessment);
  const { knowledge } = sources;
  const advice = getAdvice(knowledge, id);
  const write = (text: ForWhom<string> | null) => filled(text, assessment, sources);
  const head: CardPart[] = [
    { text: `## ${write(advice.heading)}` },
    { text: advice.call === null ? "" : `**${write({ self: advice.call, other: advice.call })}**` },
  ];
  // No quoting, no reading, no list of signs: a wish to die gets its own few lines and nothing else.
  const rest = id === "crisis" ? adviceParts(advice, assessment, write) : readingParts(advice, assessment, sources);
  return buildCard({
    level: id === "crisis" ? 3 : assessment.level,
    mostText: sources.mostText ?? MOST_TEXT,
    mostComponents: MOST_COMPONENTS,
    parts: [
      ...head,
      ...ownLines("intro", assessment, sources),
      ...rest,
      ...ownLines("closing", assessment, sources),
      ...(id === "ordinary" || id === "nothing-reported" ? linkParts(sources.settings) : []),
      ...assessmentButtons(id, assessment, sources),
      ...entryParts(assessment, sources),
      ...sectionParts(assessment, sources),
    ],
  });
}

/** What the server says before or after; it adds, and never takes away. Beside a wish to die it says nothing. */
function ownLines(which: "intro" | "closing", assessment: Assessment, sources: AnswerSources): TextPart[] {
  const id = adviceIdFor(assessment);
  const { cards } = sources.settings.wording;
  if (id === "crisis" || !Object.hasOwn(cards, id)) return [];
  const text = ownWords(cards[id]?.[which], sources, dayMark(recheckAt(assessment, sources.now)));
  return text === "" ? [] : [{ text, spare: SERVERS_OWN }];
}

/**
 * The entry that was asked for by its name, behind a button: a warning stands in its place, and so both are to be had.
 * Its name may be as intimate as what it was asked for.
 */
function entryParts(assessment: Assessment, { entry = null, signs, place }: AnswerSources): CardPart[] {
  const isHeldBack = place.visibility === "public" && hasIntimate(assessment, { signs });
  if (entry === null || isHeldBack || assessment.kind === "crisis") return [];
  return [{ row: [entryButton(entry)] }];
}

/** What was asked about, behind a button, where it may be shown beside what is only to be watched. */
function sectionParts({ level, kind }: Assessment, { section = null, knowledge }: AnswerSources): CardPart[] {
  const asked = knowledge.sections.get(section ?? "");
  if (asked === undefined || level > 1 || kind === "crisis" || !isAllowedAt(asked, level)) return [];
  return [{ row: [sectionButton("What the article says", { id: asked.id, level })] }];
}

function readingParts(advice: Advice, assessment: Assessment, sources: AnswerSources): CardPart[] {
  const { knowledge, signs, place, words } = sources;
  const quoting: Quoting = { signs, visibility: place.visibility, words };
  const write = (text: ForWhom<string> | null) => filled(text, assessment, sources);
  return [
    ...saidParts(advice, { assessment, quoting, write }),
    ...adviceParts(advice, assessment, write),
    ...countryParts(advice, assessment, sources),
    ...riskParts(assessment, sources),
    ...(advice.id === "ordinary" ? likelyCauseParts(assessment, shownKnowledge(sources), quoting) : []),
    ...(advice.id === "nothing-reported" ? [startingPoint(knowledge)] : []),
    ...whyParts(advice, assessment, quoting),
    ...explanationParts(assessment, quoting),
    ...safetyNetParts(advice, knowledge),
    ...questionParts(sources),
    ...(assessment.level === 0 ? [{ text: `-# ${knowledge.article.sourceLine}`, spare: 5 }] : []),
  ];
}

function filled(text: ForWhom<string> | null, assessment: Assessment, sources: AnswerSources): string {
  return fillIn(text?.[assessment.subject] ?? "", {
    numbers: shortNumbers(sources.knowledge.emergencyNumbers, countryOf(sources)),
    date: dayMark(recheckAt(assessment, sources.now)),
    // Who is meant is known only as "somebody else".
    subject: "your friend",
    // Put in afterwards, so that no word of the person is ever read as a placeholder.
    quotes: "{{quotes}}",
  });
}

function countryOf({ knowledge, settings }: AnswerSources) {
  return findPlace(knowledge.emergencyNumbers, settings.country);
}

/** The numbers of the server's country wherever somebody should be seen; an emergency has its one number above. */
function countryParts({ id, call }: Advice, { level }: Assessment, sources: AnswerSources): TextPart[] {
  const place = countryOf(sources);
  if (place === null || id === "emergency" || (level === 0 && id !== "not-understood")) return [];
  const text = placeNumbers(place, call !== null);
  return text === "" ? [] : [{ text, spare: SERVERS_OWN }];
}

/** What only the whole of the words gives has no words of its own to quote. */
const UNNAMED =
  "I can't point to one word, but what you wrote may tell of a warning sign. So this is the careful answer.";

type Saying = {
  readonly assessment: Assessment;
  readonly quoting: Quoting;
  readonly write: (text: ForWhom<string> | null) => string;
};

function saidParts({ said, saidPrivately }: Advice, { assessment, quoting, write }: Saying): TextPart[] {
  const words = saidLine(assessment, quoting);
  const isHeldBack = quoting.visibility === "public" && intimateFindings(assessment, quoting.signs).length > 0;
  const hasReason = words !== "" || isHeldBack || unreadWords(assessment, quoting) !== null;
  return [
    ...(assessment.level >= 2 && !hasReason ? [{ text: UNNAMED }] : []),
    ...(said === null || words === "" ? [] : [{ text: write(said).replace("{{quotes}}", () => words), id: SAID_ID }]),
    ...(isHeldBack ? [{ text: write(saidPrivately) }] : []),
  ];
}

function adviceParts({ bullets, body }: Advice, { subject }: Assessment, write: Saying["write"]): TextPart[] {
  const lines = bullets[subject].map((line) => `- ${write({ self: line, other: line })}`);
  return [{ text: lines.join("\n") }, { text: write(body) }];
}

function riskParts({ risks }: Assessment, { signs, place }: AnswerSources): TextPart[] {
  return risks
    .filter(({ id, certainty }) => certainty === "said" && (place.visibility === "private" || !isIntimate(id, signs)))
    .flatMap(({ id }) => signs.risks.get(id) ?? [])
    .slice(0, 3)
    .map(({ title, note, why }) => ({ text: `**You mentioned: ${title}.** ${note ?? why}`, spare: 3 }));
}

/** Why the most serious sign matters; beside an emergency there is only what to do. */
function whyParts({ id }: Advice, assessment: Assessment, quoting: Quoting): TextPart[] {
  const first = namedFindings(assessment, quoting)[0];
  const sign = quoting.signs.signs.get(first?.id ?? "");
  if (sign === undefined || sign.level === 0 || id === "emergency") return [];
  return [{ text: `-# Why ${sign.title} matters: ${sign.why}`, spare: 3 }];
}

function startingPoint({ sections }: Knowledge): TextPart {
  const section = sections.get("normal-or-not");
  return { text: section === undefined ? "" : `**${section.title}** ${section.summary}` };
}

function safetyNetParts({ safetyNet, level }: Advice, { safetyNet: net }: Knowledge): CardPart[] {
  if (safetyNet === null) return [];
  const { heading, items } = net.lists[safetyNet];
  const text = `**${heading}:**\n${items.map((item) => `- ${item}`).join("\n")}`;
  return level === 3 ? [{ text }] : ["line", { text }, { text: net.closing }];
}
