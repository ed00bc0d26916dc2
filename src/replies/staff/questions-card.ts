import type { MessageBody } from "#src/discord/reply.ts";
import type { UnansweredQuestion } from "#src/storage/unanswered-questions.ts";
import { button } from "../button.ts";
import { buildCard, type CardPart } from "../card.ts";
import { cleanWords } from "../clean-words.ts";
import { escapeMarkdown } from "../quoted-words.ts";
import { staffId } from "./staff-id.ts";
import { STATS_PAGE, STATS_QUESTIONS } from "./stats-card.ts";

export const WRITE_ENTRY = "stats-entry";
export const DISMISS_QUESTION = "stats-dismiss";
const QUESTIONS_A_PAGE = 5;
// As long as a question can be kept.
const LONGEST = 200;

type Shown = {
  readonly isOn: boolean;
  readonly questions: readonly UnansweredQuestion[];
  /** Whether it will be answered once the draft is published. */
  readonly isAnsweredByDraft: (question: string) => boolean;
  readonly page: number;
  /** What just happened; null where nothing did. */
  readonly notice: string | null;
};

const HOW =
  "A question that I can't answer is listed when two people ask much the same within 24 hours: without any name, never one in which I read any sign or symptom, and for 90 days.";

/** The questions that nothing answered, the most asked first, each to be taken up or put away. */
export function questionsCard({ isOn, questions, isAnsweredByDraft, page, notice }: Shown): MessageBody {
  const last = Math.max(0, Math.ceil(questions.length / QUESTIONS_A_PAGE) - 1);
  const at = Math.min(Math.max(0, page), last);
  const shown = isOn ? questions.slice(at * QUESTIONS_A_PAGE, (at + 1) * QUESTIONS_A_PAGE) : [];
  const turn = (label: string, to: number) => button({ label }, staffId(STATS_QUESTIONS, String(to)));
  return buildCard({
    level: 0,
    parts: [
      { text: "## Questions without an answer" },
      { text: notice ?? "" },
      { text: introduction(isOn, questions.length) },
      ...shown.flatMap((one) => questionParts(one, at, isAnsweredByDraft(one.question))),
      {
        row: [
          ...(at > 0 && isOn ? [turn("More asked", at - 1)] : []),
          ...(at < last && isOn ? [turn("Less asked", at + 1)] : []),
          button({ label: "Use by week" }, staffId(STATS_PAGE)),
        ],
      },
    ],
  });
}

function introduction(isOn: boolean, count: number): string {
  if (!isOn) return `They are not kept. To have them, switch on *question statistics* in **/spotter panel**. ${HOW}`;
  return count === 0 ? `There are none. ${HOW}` : `-# ${HOW}`;
}

function questionParts({ id, question, times, lastAskedAt }: UnansweredQuestion, page: number, isInDraft: boolean) {
  const words = `**${escapeMarkdown(cleanWords(question, LONGEST))}**`;
  const askedAt = `<t:${Math.floor(lastAskedAt.getTime() / 1_000)}:D>`;
  const state = `${page}.${id}`;
  return [
    { text: `${words}\n-# Asked ${times} times, last on ${askedAt}${isInDraft ? ". Your draft answers it" : ""}` },
    {
      row: [
        button({ label: "Write an entry", look: "blue" }, staffId(WRITE_ENTRY, state)),
        button({ label: "Dismiss" }, staffId(DISMISS_QUESTION, state)),
      ],
    },
  ] satisfies CardPart[];
}
