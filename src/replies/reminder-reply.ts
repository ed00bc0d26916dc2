import type { APIButtonComponentWithCustomId } from "discord-api-types/v10";
import type { CustomId } from "#src/discord/custom-id.ts";
import type { MessageBody } from "#src/discord/reply.ts";
import type { SignCatalogue } from "#src/knowledge/signs.ts";
import { button, soreId } from "./button.ts";
import { buildCard } from "./card.ts";
import { encodeReading, NOTHING_READ } from "./reading-state.ts";
import { dayMark } from "./recheck-day.ts";

const MINUTE_MS = 60_000;
const DAY_MS = 24 * 60 * MINUTE_MS;

function reminderId(action: string, ownerId: string, state: string): CustomId {
  return { command: "reminder", action, ownerId, state };
}

/** The button under a card that says when to look again; it carries the day and nothing about why. */
export function reminderButton(at: Date, ownerId: string): APIButtonComponentWithCustomId {
  return button({ label: "Remind me" }, reminderId("set", ownerId, Math.floor(at.getTime() / MINUTE_MS).toString(36)));
}

/** The day that a reminder's button carries; null where it carries none. */
export function decodeReminderDay(state: string): Date | null {
  const minutes = /^[0-9a-z]{1,6}$/.test(state) ? Number.parseInt(state, 36) : Number.NaN;
  return Number.isNaN(minutes) ? null : new Date(minutes * MINUTE_MS);
}

/** Whether two days to look again count as one; nobody's time zone is known, so it is half a day that decides. */
export function isSameDay(one: Date, other: Date): boolean {
  return apart(one, other) < DAY_MS / 2;
}

/** What is open of reminders, for this person alone; `before` is what stood when it was asked for. */
export function reminderCard(dueAt: Date, ownerId: string, before: Date | null = null): MessageBody {
  const instead = before === null ? "" : ` ${whatStood(dueAt, before)}`;
  return buildCard({
    level: 0,
    parts: [
      { text: `**I'll write to you on ${dayMark(dueAt)}**, by direct message.${instead}` },
      { text: "-# I keep who and when, nothing about why, and delete it when it is sent." },
      { row: [button({ label: "Cancel the reminder" }, reminderId("cancel", ownerId, ""))] },
    ],
  });
}

function whatStood(dueAt: Date, before: Date): string {
  if (isSameDay(dueAt, before)) return "That was set already.";
  // Less than a day apart, both may be shown as one and the same date.
  if (apart(dueAt, before) < DAY_MS) return "It comes in place of the one before.";
  return `It takes the place of the one on ${dayMark(before)}.`;
}

function apart(one: Date, other: Date): number {
  return Math.abs(one.getTime() - other.getTime());
}

/** The direct message that shows that direct messages arrive. */
export function reminderTest(): MessageBody {
  return buildCard({
    level: 0,
    parts: [{ text: "Your reminder will come here. **/reminder** shows it, and cancels it." }],
  });
}

/** The reminder itself: it knows nothing about why it was wanted. */
export function reminderMessage(dueAt: Date, signs: SignCatalogue): MessageBody {
  const reading = encodeReading({ ...NOTHING_READ, visibility: "private" }, signs);
  return buildCard({
    level: 0,
    parts: [
      { text: "## Time to look again" },
      {
        text: `You asked me to remind you on ${dayMark(dueAt)}. Is it better, the same or worse? If anything is new or worries you, don't wait: tell me, or be seen.`,
      },
      { row: [button({ label: "Tell me how it is", look: "blue" }, soreId("more", null, reading))] },
      { text: "-# This reminder is deleted. There is no other one." },
    ],
  });
}
