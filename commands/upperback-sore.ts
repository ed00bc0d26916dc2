import {
  ApplicationCommandOptionType,
  ApplicationIntegrationType,
  InteractionContextType,
} from "discord-api-types/v10";
import type { Command } from "#src/discord/command.ts";
import type { Reply } from "#src/discord/reply.ts";
import type { ActionRequest } from "#src/discord/request.ts";
import { emergencyList } from "#src/replies/emergency-list.ts";
import { placeFor, refuseToShow, removal, visibilityHere } from "#src/replies/place.ts";
import {
  amend,
  answerFirst,
  answerQuestion,
  askMore,
  askWhatWasWrong,
  correct,
  emptyForm,
  type ReadingServices,
  showReading,
} from "#src/replies/reading-flow.ts";
import { decodeReading } from "#src/replies/reading-state.ts";
import { decodeSectionView, sectionReply } from "#src/replies/section-reply.ts";
import { chosenAnswers, FEELS, SINCE, TRENDS } from "#src/replies/soreness-choices.ts";
import { isEmpty, LONGEST_DESCRIPTION, readTriageForm } from "#src/replies/triage-form.ts";

const NAME = "upperback-sore";

const choicesOf = (choices: readonly { readonly value: string; readonly label: string }[]) =>
  choices.map(({ value, label }) => ({ name: label, value }));

export default {
  data: {
    name: NAME,
    description: "Sore upper back from deadlifts? Find out what it may be, and what means: be seen.",
    contexts: [InteractionContextType.Guild, InteractionContextType.BotDM, InteractionContextType.PrivateChannel],
    integration_types: [ApplicationIntegrationType.GuildInstall, ApplicationIntegrationType.UserInstall],
    options: [
      {
        type: ApplicationCommandOptionType.String,
        name: "describe",
        description: "In your own words: where it is, what it feels like, since when",
        max_length: LONGEST_DESCRIPTION,
      },
      {
        type: ApplicationCommandOptionType.String,
        name: "feels",
        description: "What it feels like",
        choices: choicesOf(FEELS),
      },
      {
        type: ApplicationCommandOptionType.String,
        name: "since",
        description: "How long it has been there",
        choices: choicesOf(SINCE),
      },
      {
        type: ApplicationCommandOptionType.String,
        name: "trend",
        description: "Where it is heading",
        choices: choicesOf(TRENDS),
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
    const { describe, feels, since, trend } = request.options;
    const visibility = visibilityHere(request.options.private === true ? "private" : "public", services);
    const text = typeof describe === "string" && describe.trim() !== "" ? describe : null;
    const answers = chosenAnswers({ feels, since, trend });
    if (isEmpty({ text, answers })) return emptyForm(request, services, visibility);
    return answerFirst(request, services, { text, answers, visibility });
  },

  actions: {
    report(request, services) {
      const { visibility } = decodeReading(request.state, services.signs);
      return answerFirst(request, services, { ...readTriageForm(request, services.signs), visibility });
    },
    more: askMore,
    amend,
    answer: answerQuestion,
    wrong: askWhatWasWrong,
    correct,
    show: showReading,
    section: (request, services) => sectionAs("private", request, services),
    "show-section"(request, services) {
      refuseToShow(request, services);
      return sectionAs("public", request, services);
    },
    numbers: (request, services) => ({
      kind: "message",
      visibility: "private",
      body: numbersPage(0, request, services),
    }),
    page: (request, services) => ({ kind: "update", body: numbersPage(Number(request.state), request, services) }),
    remove: removal,
  },
} satisfies Command<ReadingServices>;

function numbersPage(page: number, { user }: ActionRequest, { knowledge, settings }: ReadingServices) {
  return emergencyList(knowledge.emergencyNumbers, { page, ownerId: user.id, country: settings.country });
}

function sectionAs(visibility: "public" | "private", request: ActionRequest, services: ReadingServices): Reply {
  const place = placeFor(request, NAME, visibility, services);
  const body = sectionReply(services, decodeSectionView(request.state), place);
  return { kind: "message", visibility, body };
}
