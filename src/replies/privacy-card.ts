import type { MessageBody } from "#src/discord/reply.ts";
import type { PersonalData } from "#src/storage/personal-data.ts";
import { button } from "./button.ts";
import { buildCard } from "./card.ts";
import { cleanWords } from "./clean-words.ts";
import { pageOf, pageTexts } from "./pages.ts";
import { escapeMarkdown } from "./quoted-words.ts";
import { dayMark } from "./recheck-day.ts";

const COMMAND = "privacy";
const LONGEST_WORDS = 1000;

/** Everything that is kept about a person, one page of it, for them alone. */
export function privacyCard(data: PersonalData, page: number): MessageBody {
  const pages = pageTexts(keptLines(data));
  const { index, text } = pageOf(pages, page);
  const act = (label: string, action: string, state = "", look: "grey" | "red" = "grey") =>
    button({ label, look }, { command: COMMAND, action, ownerId: data.userId, state });
  const turns = [
    ...(index > 0 ? [act("Earlier", "page", String(index - 1))] : []),
    ...(index < pages.length - 1 ? [act("More", "page", String(index + 1))] : []),
  ];
  const isEmpty = pages.length === 0;
  return buildCard({
    level: 0,
    parts: [
      { text: "## What I keep about you" },
      { text: isEmpty ? "**Nothing.**" : text },
      { text: NEVER_KEPT },
      { row: [...turns, act("Download", "download"), ...(isEmpty ? [] : [act("Delete all", "forget", "", "red")])] },
    ],
  });
}

const NEVER_KEPT = [
  "-# What you describe, what you answer and what a diary holds is never stored or logged. Counts carry no names.",
  "-# A diary of yours stands in a message between us and nowhere else: /check-in leads there, and it is deleted there.",
  "-# Who runs me, and more about all this: see the privacy policy in my profile.",
].join("\n");

function keptLines({ reminder, changes, drafts, heldQuestions }: PersonalData): string[] {
  return [
    ...(reminder === null
      ? []
      : [`- **An open reminder** for ${day(reminder.dueAt)}: who and when, until it is sent.`]),
    ...heldQuestions.map(
      ({ question, askedAt }) => `- **A question of ${day(askedAt)}**, in memory for 24 hours: ${plain(question)}`,
    ),
    ...drafts.map(
      ({ guildId, editedAt }) => `- **A draft that you edited as staff** on ${day(editedAt)}, server ${guildId}.`,
    ),
    // A line each: an import may have changed hundreds of things at once, and no line is cut.
    ...changes.flatMap(({ guildId, at, changes: made }) =>
      made.map(
        ({ path }) =>
          `- **A change that you made as staff** on ${day(at)}, server ${guildId}: ${plain(path.join(" › "))}`,
      ),
    ),
  ];
}

function plain(words: string): string {
  return `“${escapeMarkdown(cleanWords(words, LONGEST_WORDS))}”`;
}

function day(written: string): string {
  return dayMark(new Date(written));
}

/** Asks before everything about a person is deleted. */
export function forgetQuestion(ownerId: string): MessageBody {
  const act = (label: string, action: string, look: "grey" | "red") =>
    button({ label, look }, { command: COMMAND, action, ownerId, state: "" });
  return buildCard({
    level: 0,
    parts: [
      { text: "## Delete all that I keep about you?" },
      {
        text: "It goes at once and for good, an open reminder with it. What you changed as staff stays, made by “former staff”.",
      },
      { row: [act("Delete all", "forgotten", "red"), act("Keep it", "page", "grey")] },
    ],
  });
}

/** Tells that it is done; `isLogEmpty` is false where another program still reads what was deleted. */
export function forgottenNotice(isLogEmpty: boolean): MessageBody {
  const rest = isLogEmpty
    ? ""
    : " Another program, such as a backup, is reading the database just now: the last traces go as soon as it ends.";
  return buildCard({
    level: 0,
    parts: [
      { text: `**Deleted.** I keep nothing about you any more.${rest}` },
      {
        text: "-# A diary of yours is not touched: it is deleted in its own message. Backups that an operator made age out.",
      },
    ],
  });
}
