import type { Assessment, Level, SetAsideReason } from "#src/triage/assessment.ts";
import { adviceIdFor } from "./advice-card.ts";
import type { TextPart } from "./card.ts";
import { shownSetAside, unreadWords } from "./explanation.ts";
import { intimateFindings } from "./private-reason.ts";
import { type Quoting, saidLine } from "./said.ts";

const LEVELS: Readonly<Record<Level, string>> = {
  0: "reads like ordinary soreness, which is no all-clear",
  1: "ease off and look again in a few days",
  2: "stop training it and be seen",
  3: "urgent",
};

const REASONS: Readonly<Record<SetAsideReason, string>> = {
  negated: "said not to be there",
  past: "past and gone",
  "somebody-else": "somebody else's",
  hypothetical: "only a what-if",
  question: "only asked about",
  "look-alike": "means something else here",
  doubted: "perhaps not about a body",
  corrected: "taken back",
};

const SOON = {
  emergency: "now",
  "same-day": "today",
  prompt: "within a day or two",
  routine: "with a booked visit",
} as const;

/** What the bot read in somebody's message, for the helper alone: level, words and what was set aside. */
export function helperReading(assessment: Assessment, quoting: Quoting): TextPart[] {
  const said = saidLine(assessment, quoting);
  const aside = shownSetAside(assessment, quoting).map(({ words, reason }) => `${words} (${REASONS[reason]})`);
  const unread = unreadWords(assessment, quoting) ?? [];
  const isHeldBack = intimateFindings(assessment, quoting.signs).length > 0;
  return [
    { text: `**Level:** ${levelWords(assessment)}` },
    { text: said === "" ? "" : `**Words:** ${said}`, spare: 0 },
    { text: aside.length === 0 ? "" : `**Set aside:** ${aside.join(", ")}`, spare: 2 },
    { text: unread.length === 0 ? "" : `**Not sure how to read:** ${unread.join(", ")}`, spare: 1 },
    { text: isHeldBack ? "Something intimate counts too. It is left out here and in the answer." : "" },
    { text: "-# I read words, I can't examine anybody. If you are worried, trust that more than me." },
  ];
}

function levelWords(assessment: Assessment): string {
  const { level, band } = assessment;
  const card = adviceIdFor(assessment);
  if (card === "not-understood") return "unclear: it speaks of the body, but I couldn't read it all";
  const soon = band === null ? "" : `, ${SOON[band]}`;
  return `${level} of 3: ${LEVELS[level]}${soon}`;
}
