import { ApplicationIntegrationType, InteractionContextType } from "discord-api-types/v10";
import type { Command } from "#src/discord/command.ts";
import type { MessageBody, Reply } from "#src/discord/reply.ts";
import type { ActionRequest } from "#src/discord/request.ts";
import { UserError } from "#src/errors.ts";
import { noticeCard } from "#src/replies/notice-card.ts";
import { refuseStrangers } from "#src/replies/place.ts";
import { dayMark } from "#src/replies/recheck-day.ts";
import { decodeReminderDay, isSameDay, reminderCard, reminderTest } from "#src/replies/reminder-reply.ts";
import type { Services } from "#src/services.ts";

// A card's day is days away; anything later was not written by a card.
const LONGEST_MS = 31 * 24 * 60 * 60 * 1000;

export default {
  data: {
    name: "reminder",
    description: "Shows the reminder that you asked for, and cancels it",
    contexts: [InteractionContextType.Guild, InteractionContextType.BotDM, InteractionContextType.PrivateChannel],
    integration_types: [ApplicationIntegrationType.GuildInstall, ApplicationIntegrationType.UserInstall],
  },

  async execute({ user }, { storage }) {
    const open = await storage.reminders.find(user.id);
    const body =
      open === null
        ? noticeCard("You have no open reminder. A card that names a day to check again has a button for one.")
        : reminderCard(open.dueAt, user.id);
    return privately(body);
  },

  actions: {
    async set(request, services) {
      refuseStrangers(request);
      const { user, now, interactionId } = request;
      const dueAt = dayOf(request);
      if (!services.settings.reminders)
        throw new UserError(`Reminders are switched off on this server. ${note(dueAt)}`);
      // Asked first: where nothing can be saved, nobody is written to.
      const before = (await services.storage.reminders.find(user.id))?.dueAt ?? null;
      // What stands has had its test message.
      if (before !== null && before > now && isSameDay(before, dueAt))
        return privately(reminderCard(before, user.id, before));
      if (!(await takesMessages(request, services))) {
        throw new UserError(
          `I can't write to you: your direct messages are closed to me. ${note(dueAt)} Or switch *Direct Messages* on in the *Privacy Settings* of a server that we share, and press the button again.`,
        );
      }
      await services.storage.reminders.set({ userId: user.id, dueAt, interactionId, at: now });
      return privately(reminderCard(dueAt, user.id, before));
    },

    async cancel(request, { storage }) {
      refuseStrangers(request);
      const wasOpen = await storage.reminders.cancel(request.user.id);
      return {
        kind: "update",
        body: noticeCard(wasOpen ? "Cancelled, and deleted." : "There was no open reminder any more."),
      };
    },
  },
} satisfies Command<Services>;

function privately(body: MessageBody): Reply {
  return { kind: "message", visibility: "private", body };
}

function dayOf({ state, now }: ActionRequest): Date {
  const dueAt = decodeReminderDay(state);
  if (dueAt === null || dueAt.getTime() - now.getTime() > LONGEST_MS) {
    throw new UserError("This message has expired. Please start again with /upperback-sore.");
  }
  if (dueAt <= now) throw new UserError("That day has come already. How is it now? /upperback-sore listens.");
  return dueAt;
}

function note(dueAt: Date): string {
  return `Please note the day yourself: ${dayMark(dueAt)}.`;
}

/** Discord tells only by a message whether one arrives; whoever writes to the bot directly has shown it already. */
async function takesMessages(
  { user, context, interactionId }: ActionRequest,
  { directMessages }: Services,
): Promise<boolean> {
  if (context === "bot-dm") return true;
  const direct = await directMessages.open(user.id);
  return (await direct?.post(reminderTest(), `t${interactionId}`)) != null;
}
