import {
  ApplicationCommandOptionType,
  ApplicationIntegrationType,
  InteractionContextType,
} from "discord-api-types/v10";
import type { Command } from "#src/discord/command.ts";
import { UserError } from "#src/errors.ts";
import { placeFor, refuseToShow, removal } from "#src/replies/place.ts";
import { answerQuestion, entryAs, type QuestionServices, suggestAnswers } from "#src/replies/question-reply.ts";
import { decodeSectionView, sectionReply } from "#src/replies/section-reply.ts";

const NAME = "ask";
const LONGEST_QUESTION = 500;

export default {
  data: {
    name: NAME,
    description: "Ask about sore upper backs, deadlift form, warm-up, recovery and what the article says on them",
    contexts: [InteractionContextType.Guild, InteractionContextType.BotDM, InteractionContextType.PrivateChannel],
    integration_types: [ApplicationIntegrationType.GuildInstall, ApplicationIntegrationType.UserInstall],
    options: [
      {
        type: ApplicationCommandOptionType.String,
        name: "question",
        description: "In your own words, typos and slang are fine; or pick one of the suggestions",
        required: true,
        max_length: LONGEST_QUESTION,
        autocomplete: true,
      },
      {
        type: ApplicationCommandOptionType.Boolean,
        name: "private",
        description: "Only you see the answer",
      },
    ],
  },

  rules: ["channels", "visibility", "cooldown"],

  execute(request, services) {
    const { question } = request.options;
    if (typeof question !== "string" || question.trim() === "") {
      throw new UserError("Please type a question, such as: is a sore upper back normal?");
    }
    const visibility = request.options.private === true ? "private" : "public";
    return answerQuestion(request, services, { question, visibility });
  },

  autocomplete(request, services) {
    return { kind: "choices", choices: suggestAnswers(request, services) };
  },

  actions: {
    "show-section"(request, services) {
      refuseToShow(request, services);
      const place = placeFor(request, NAME, "public", services);
      const body = sectionReply(services, decodeSectionView(request.state), place);
      return { kind: "message", visibility: "public", body };
    },
    entry: (request, services) => entryAs("private", request, services),
    "show-entry"(request, services) {
      refuseToShow(request, services);
      return entryAs("public", request, services);
    },
    remove: removal,
  },
} satisfies Command<QuestionServices>;
