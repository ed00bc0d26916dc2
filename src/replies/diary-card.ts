import { type APIMessageTopLevelComponent, ButtonStyle, ComponentType } from "discord-api-types/v10";
import { type CustomId, decodeCustomId } from "#src/discord/custom-id.ts";
import type { MessageBody } from "#src/discord/reply.ts";
import type { Assessment, Level } from "#src/triage/assessment.ts";
import {
  currentSpell,
  type Diary,
  type DiaryEntry,
  type EntryTrend,
  entryOfSigns,
  isMarked,
  spellDays,
  spellTrend,
} from "#src/triage/diary.ts";
import { button } from "./button.ts";
import { buildCard, type CardPart } from "./card.ts";
import { NONE_ANY_MORE } from "./check-in-form.ts";
import { durationWords, TREND_WORDS } from "./course-words.ts";
import { type DiaryState, decodeDiary, encodeDiary, MOST_ENTRIES } from "./diary-state.ts";

const COMMAND = "check-in";
const HOUR_SECONDS = 3600;
const LATEST_SHOWN = 7;
const MOST_MARKED = 5;

/** What each of the buttons that share a diary does. */
const ACTIONS = ["in", "means", "save", "load", "drop"] as const;
type DiaryAction = (typeof ACTIONS)[number];

const TRENDS: Readonly<Record<EntryTrend, string>> = { better: "better", same: "the same", worse: "worse", new: "new" };

/** The line above what to do, by how serious the diary reads; nothing where it reads as ordinary. */
const NOTICES: Readonly<Record<Level, string | null>> = {
  0: null,
  1: "**Ease off, and look again in a few days.** *What it means* says more.",
  2: "**Stop training this, and be seen by a doctor or physio.** *What it means* says how soon.",
  3: "**Get help now.** *What it means* says how.",
};

/** What a diary's card is made from; `chart` is null where there is none to draw. */
export type DiaryCard = {
  readonly state: DiaryState;
  readonly ownerId: string;
  readonly assessment: Pick<Assessment, "level">;
  readonly chart: Uint8Array | null;
};

/** The message that a diary lives in: every button carries a part of it. */
export function diaryCard({ state, ownerId, assessment: { level }, chart }: DiaryCard): MessageBody {
  const { entries } = state;
  const parts = encodeDiary(state);
  const act = (label: string, action: DiaryAction, look: "grey" | "blue" | "red" = "grey") =>
    button({ label, look }, { command: COMMAND, action, ownerId, state: parts[ACTIONS.indexOf(action)] ?? "" });
  return buildCard({
    level,
    parts: [
      { text: "## Your soreness diary" },
      ...(entries.length === 0 ? [{ text: EMPTY }] : notedParts(entries, level, chart)),
      { row: [act("Check in", "in", "blue"), act("What it means", "means")] },
      { row: [act("Download", "save"), act("Bring back", "load"), act("Delete diary", "drop", "red")] },
      { text: `-# ${keptLine(state)}` },
    ],
  });
}

const EMPTY = "Nothing is noted yet. Press **Check in** once a day; it takes ten seconds.";

function notedParts(entries: Diary, level: Level, chart: Uint8Array | null): CardPart[] {
  const alt = chartWords(entries);
  return [
    { text: lastingLine(entries) },
    { text: NOTICES[level] ?? "" },
    { text: stillCountedLine(entries) },
    chart === null
      ? { text: entries.length < 2 ? "" : `-# Picture: ${alt}` }
      : { picture: { name: "soreness", alt, data: chart } },
    { text: entries.slice(-LATEST_SHOWN).toReversed().map(entryLine).join("\n") },
  ];
}

function keptLine({ agreedHour, entries }: DiaryState): string {
  const full = entries.length >= MOST_ENTRIES ? ` It is full: the oldest of ${MOST_ENTRIES} check-ins fall off.` : "";
  return `All of it stands in this message and nowhere else: without the message it is gone. You agreed to it on ${time(agreedHour, "D")}.${full} I am no doctor and can overlook things.`;
}

/** How long the soreness that is there now has lasted, and where it is heading. */
export function lastingLine(entries: Diary): string {
  const spell = currentSpell(entries);
  if (spell.length === 0) return "**No soreness at your last check-in.**";
  const days = spellDays(spell);
  const trend = spellTrend(spell);
  if (days === null) return "**Sore.** From the second check-in on I can say how it goes.";
  return `**Sore ${durationWords(days)}${trend === null ? "" : `, ${TREND_WORDS[trend]}`}.**`;
}

/** Asks after signs that the last check-in said nothing of. */
function stillCountedLine(entries: Diary): string {
  const noted = entryOfSigns(currentSpell(entries));
  if (noted === null || noted === entries.at(-1)) return "";
  return `You noted **${signWords(noted).join(", ")}** on ${time(noted.hour, "d")}. Is it gone? Then press *Check in* and tick only *${NONE_ANY_MORE}*. Until you do, I count it.`;
}

function entryLine(entry: DiaryEntry): string {
  const { hour, soreness, trend, isFreeOfSigns } = entry;
  const words = [
    `${soreness} of 10`,
    ...(trend === null ? [] : [TRENDS[trend]]),
    ...signWords(entry),
    ...(isFreeOfSigns === true ? ["not sharp, tingling or numb any more"] : []),
  ];
  return `- ${time(hour, "d")}: ${words.join(", ")}`;
}

function signWords({ isSharp, isTingling, isNumb }: DiaryEntry): string[] {
  return [
    ...(isSharp ? ["sharp"] : []),
    ...(isTingling ? ["tingling on and off"] : []),
    ...(isNumb ? ["numb all the time"] : []),
  ];
}

/** The chart in words, for whoever does not see it. */
export function chartWords(entries: Diary): string {
  const [first, last] = [entries[0], entries.at(-1)];
  if (first === undefined || last === undefined) return "";
  const dayOf = ({ hour }: DiaryEntry) => Math.floor((hour - first.hour) / 24) + 1;
  const values = entries.map(({ soreness }) => soreness);
  const marked = entries.filter(isMarked).map((one) => `day ${dayOf(one)}`);
  const sharp = marked.length === 0 ? "" : ` Sharp or tingling on ${marked.slice(-MOST_MARKED).join(", ")}.`;
  return `Soreness from 0 to 10 over ${dayOf(last)} days, ${entries.length} check-ins: ${first.soreness} on day 1, ${last.soreness} on day ${dayOf(last)}; lowest ${Math.min(...values)}, highest ${Math.max(...values)}.${sharp}`;
}

/**
 * The diary that a message carries; null where it is no diary.
 *
 * @throws UserError when it is one, and cannot be read.
 */
export function readDiaryCard(components: readonly APIMessageTopLevelComponent[]): DiaryState | null {
  const ids = diaryIds(components);
  return ids.length === 0 ? null : decodeDiary(ids.map(({ state }) => state));
}

/** Whether a message is the diary of this person, readable or not. */
export function isDiaryOf(ownerId: string, components: readonly APIMessageTopLevelComponent[]): boolean {
  return diaryIds(components).some((id) => id.ownerId === ownerId);
}

function diaryIds(components: readonly APIMessageTopLevelComponent[]): CustomId[] {
  const inside = components.flatMap((one) => (one.type === ComponentType.Container ? one.components : [one]));
  const buttons = inside.flatMap((one) => (one.type === ComponentType.ActionRow ? one.components : []));
  return buttons
    .flatMap((one) =>
      "custom_id" in one && one.custom_id.includes(`:${COMMAND}:`) ? [decodeCustomId(one.custom_id)] : [],
    )
    .filter(({ command, action }) => command === COMMAND && ACTIONS.some((one) => one === action));
}

function time(hour: number, style: "d" | "D"): string {
  return `<t:${hour * HOUR_SECONDS}:${style}>`;
}

/** The private answer that leads to the diary. */
export function diaryLink(
  text: string,
  { channelId, messageId }: { channelId: string; messageId: string },
): MessageBody {
  const url = `https://discord.com/channels/@me/${channelId}/${messageId}`;
  return buildCard({
    level: 0,
    parts: [{ text }, { row: [{ type: ComponentType.Button, style: ButtonStyle.Link, label: "Open my diary", url }] }],
  });
}

/** What somebody agrees to before a diary begins. */
export function consentCard(ownerId: string): MessageBody {
  const agree = button(
    { label: "I agree, open my diary", look: "blue" },
    { command: COMMAND, action: "agree", ownerId, state: "" },
  );
  return buildCard({
    level: 0,
    parts: [
      { text: "## A diary of your soreness" },
      {
        text: "Check in once a day, and see how it goes. I also notice when it lasts too long, and tell you.",
      },
      {
        text: "**By opening it you agree** that what you note about your health (day, soreness, better or worse, sharp, tingling or numb) is kept in one message between you and me on Discord. I keep no copy. You can download or delete it at any time.",
      },
      { row: [agree] },
      { text: "-# Had a diary? Open a new one, then press *Bring back* with the file that you downloaded." },
    ],
  });
}
