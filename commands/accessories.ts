import {
  type APIApplicationCommandOptionChoice,
  ApplicationCommandOptionType,
  ApplicationIntegrationType,
  InteractionContextType,
} from "discord-api-types/v10";
import type { Command } from "#src/discord/command.ts";
import type { Reply } from "#src/discord/reply.ts";
import type { BaseRequest } from "#src/discord/request.ts";
import { UserError } from "#src/errors.ts";
import { EQUIPMENT, MUSCLES, type Muscle } from "#src/knowledge/accessory.ts";
import { accessoriesReply, accessoryReply, decodeListView, type ListView } from "#src/replies/accessories-reply.ts";
import { decodeFilter, forCause, forMuscle, readFilter } from "#src/replies/accessory-filter.ts";
import { findAccessory, suggestAccessories } from "#src/replies/find-accessory.ts";
import { ownAccessoryReply } from "#src/replies/own-accessories.ts";
import { placeFor, refuseToShow, removal, type Visibility, visibilityHere } from "#src/replies/place.ts";
import type { ReadingServices } from "#src/replies/reading-flow.ts";

const NAME = "accessories";

// Discord wants the choices when the command is registered, before any knowledge is read; a test compares the two.
const CAUSES = {
  "weak-upper-back": "A weak upper back",
  "trap-soreness": "Sore traps",
  "shoulder-spine-stability": "Keeping shoulders and spine steady",
  "newer-lifter": "You are a newer lifter",
} as const;

const FOR: readonly APIApplicationCommandOptionChoice<string>[] = [
  ...Object.entries(CAUSES).map(([id, name]) => ({ name, value: forCause(id) })),
  ...Object.entries(MUSCLES).map(([muscle, name]) => ({ name: `Muscle: ${name}`, value: forMuscle(muscle as Muscle) })),
];

export default {
  data: {
    name: NAME,
    description: "The eight upper back exercises of the article, with variations",
    contexts: [InteractionContextType.Guild, InteractionContextType.BotDM, InteractionContextType.PrivateChannel],
    integration_types: [ApplicationIntegrationType.GuildInstall, ApplicationIntegrationType.UserInstall],
    options: [
      {
        type: ApplicationCommandOptionType.String,
        name: "for",
        description: "Which reason for soreness, or which muscle",
        choices: [...FOR],
      },
      {
        type: ApplicationCommandOptionType.String,
        name: "equipment",
        description: "What you can train with",
        choices: Object.entries(EQUIPMENT).map(([value, name]) => ({ name, value })),
      },
      {
        type: ApplicationCommandOptionType.String,
        name: "exercise",
        description: "One exercise in detail",
        autocomplete: true,
      },
    ],
  },

  rules: ["channels", "visibility", "cooldown"],

  execute(request, services) {
    const { exercise, equipment } = request.options;
    const visibility = visibilityHere("public", services);
    if (typeof exercise === "string") return oneAs(visibility, { request, services, name: exercise });
    return listAs(visibility, {
      request,
      services,
      view: { filter: readFilter(request.options.for, equipment), page: 0 },
    });
  },

  autocomplete({ focused }, services) {
    const choices = suggestAccessories(services, focused.value).map(({ kind, accessory: { id, name } }) => ({
      name: kind === "own" ? `${name} (this server's)` : name,
      value: id,
    }));
    return { kind: "choices", choices };
  },

  actions: {
    list(request, services) {
      const view = { filter: decodeFilter(request.state), page: 0 };
      return listAs("private", { request, services, view });
    },
    page(request, services) {
      const reply = listAs("private", { request, services, view: decodeListView(request.state) });
      // In a private list the pages turn in place; a list in the channel stays as it is for everybody else.
      return request.message?.isPrivate ? { kind: "update", body: reply.body } : reply;
    },
    one: (request, services) => oneAs("private", { request, services, name: request.values[0] ?? request.state }),
    "show-list"(request, services) {
      refuseToShow(request, services);
      return listAs("public", { request, services, view: decodeListView(request.state) });
    },
    "show-one"(request, services) {
      refuseToShow(request, services);
      return oneAs("public", { request, services, name: request.state });
    },
    remove: removal,
  },
} satisfies Command<ReadingServices>;

type Asked = { readonly request: BaseRequest; readonly services: ReadingServices };

function listAs(visibility: Visibility, { request, services, view }: Asked & { readonly view: ListView }) {
  const body = accessoriesReply(services, view, placeFor(request, NAME, visibility, services));
  return { kind: "message", visibility, body } as const satisfies Reply;
}

function oneAs(visibility: Visibility, { request, services, name }: Asked & { readonly name: string }): Reply {
  const found = findAccessory(services, name);
  if (found === null) {
    throw new UserError("I know no exercise of that name. Choose one as you type, or use /accessories alone.");
  }
  const place = placeFor(request, NAME, visibility, services);
  const body =
    found.kind === "own"
      ? ownAccessoryReply(found.accessory, place)
      : accessoryReply(services.knowledge, found.accessory, place);
  return { kind: "message", visibility, body };
}
