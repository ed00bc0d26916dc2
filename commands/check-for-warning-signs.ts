import { ApplicationCommandType, ApplicationIntegrationType, InteractionContextType } from "discord-api-types/v10";
import type { Command } from "#src/discord/command.ts";
import { UserError } from "#src/errors.ts";
import { buildCard } from "#src/replies/card.ts";
import { decodeChecked } from "#src/replies/checked-message.ts";
import { whyNotPost } from "#src/replies/may-post.ts";
import { checkMessage, postedAnswer } from "#src/replies/message-check.ts";
import type { ReadingServices } from "#src/replies/reading-flow.ts";

export default {
  data: {
    type: ApplicationCommandType.Message,
    name: "Check for warning signs",
    contexts: [InteractionContextType.Guild, InteractionContextType.BotDM, InteractionContextType.PrivateChannel],
    integration_types: [ApplicationIntegrationType.GuildInstall, ApplicationIntegrationType.UserInstall],
  },

  rules: ["channels"],

  execute(request, services) {
    const { target } = request;
    if (target === null) throw new Error("a message command came without its message");
    if (target.isByBot) throw new UserError("A bot wrote this message, so there is nobody's pain to check.");
    if (target.text.trim() === "") throw new UserError("There is no text in this message that I could read.");
    return checkMessage(request, services, target);
  },

  actions: {
    post(request, services) {
      const why = whyNotPost(request, services);
      if (why !== null) throw new UserError(why);
      const shown = request.message?.components ?? [];
      const authorId = request.ownerId ?? request.user.id;
      return postedAnswer(request, services, { ...decodeChecked(request.state, services), authorId, shown });
    },
    keep: () => ({ kind: "update", body: buildCard({ level: 0, parts: [{ text: "I posted nothing." }] }) }),
  },
} satisfies Command<ReadingServices>;
