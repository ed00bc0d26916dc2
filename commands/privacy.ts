import { ApplicationIntegrationType, InteractionContextType } from "discord-api-types/v10";
import type { Command } from "#src/discord/command.ts";
import { fileMessage } from "#src/replies/file-message.ts";
import { refuseStrangers } from "#src/replies/place.ts";
import { forgetQuestion, forgottenNotice, privacyCard } from "#src/replies/privacy-card.ts";
import type { Services } from "#src/services.ts";

export default {
  data: {
    name: "privacy",
    description: "Shows everything that I keep about you, to download or delete",
    contexts: [InteractionContextType.Guild, InteractionContextType.BotDM, InteractionContextType.PrivateChannel],
    integration_types: [ApplicationIntegrationType.GuildInstall, ApplicationIntegrationType.UserInstall],
  },

  async execute({ user, now }, { storage }) {
    const data = await storage.personalData.show(user.id, now);
    return { kind: "message", visibility: "private", body: privacyCard(data, 0) };
  },

  actions: {
    async page(request, { storage }) {
      refuseStrangers(request);
      const data = await storage.personalData.show(request.user.id, request.now);
      return { kind: "update", body: privacyCard(data, Number(request.state)) };
    },

    async download(request, { storage }) {
      refuseStrangers(request);
      const data = await storage.personalData.show(request.user.id, request.now);
      const file = { name: "my-data.json", text: `${JSON.stringify(data, null, 2)}\n` };
      return { kind: "message", visibility: "private", body: fileMessage("**All that I keep about you.**", file) };
    },

    forget(request) {
      refuseStrangers(request);
      return { kind: "update", body: forgetQuestion(request.user.id) };
    },

    async forgotten(request, { storage }) {
      refuseStrangers(request);
      return { kind: "update", body: forgottenNotice(await storage.personalData.erase(request.user.id)) };
    },
  },
} satisfies Command<Services>;
