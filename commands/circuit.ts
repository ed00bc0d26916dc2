import {
  ApplicationCommandOptionType,
  ApplicationIntegrationType,
  InteractionContextType,
} from "discord-api-types/v10";
import type { Command } from "#src/discord/command.ts";
import type { Reply } from "#src/discord/reply.ts";
import type { ActionRequest, BaseRequest } from "#src/discord/request.ts";
import { type CircuitServices, circuitCard } from "#src/replies/circuit-reply.ts";
import { type CircuitState, decodeCircuit } from "#src/replies/circuit-state.ts";
import { placeFor, refuseToShow, removal, type Visibility, visibilityHere } from "#src/replies/place.ts";
import { suggestedExercises } from "#src/replies/suggested-exercises.ts";

const NAME = "circuit";

// Discord wants the choices when the command is registered, before any knowledge is read; a test compares the two.
const CAUSES = {
  "weak-upper-back": "A weak upper back",
  "trap-soreness": "Sore traps",
  "shoulder-spine-stability": "Keeping shoulders and spine steady",
  "newer-lifter": "You are a newer lifter",
} as const;

export default {
  data: {
    name: NAME,
    description: "The article's warm-up circuit: choose exercises and follow it round by round",
    contexts: [InteractionContextType.Guild, InteractionContextType.BotDM, InteractionContextType.PrivateChannel],
    integration_types: [ApplicationIntegrationType.GuildInstall, ApplicationIntegrationType.UserInstall],
    options: [
      {
        type: ApplicationCommandOptionType.String,
        name: "for",
        description: "Which reason for soreness the exercises should answer",
        choices: Object.entries(CAUSES).map(([value, name]) => ({ name, value })),
      },
      {
        type: ApplicationCommandOptionType.Boolean,
        name: "private",
        description: "Only you see it",
      },
    ],
  },

  rules: ["channels", "visibility", "cooldown"],

  execute(request, services) {
    const visibility = request.options.private === true ? "private" : "public";
    const exercises = suggestedExercises(services, request.options.for);
    return newCard(request, services, { state: { exercises, done: null, startedAt: 0 }, visibility });
  },

  actions: {
    pick(request, services) {
      const state = decodeCircuit(request.state, services.knowledge);
      const exercises = [...services.knowledge.accessories.keys()].filter((id) => request.values.includes(id));
      return next(request, services, exercises.length === 0 ? state : { ...state, exercises });
    },
    start(request, services) {
      const state = decodeCircuit(request.state, services.knowledge);
      return next(request, services, { ...state, startedAt: Math.floor(request.now.getTime() / 1000) });
    },
    done: (request, services) => next(request, services, decodeCircuit(request.state, services.knowledge)),
    undo: (request, services) => next(request, services, decodeCircuit(request.state, services.knowledge)),
    show(request, services) {
      refuseToShow(request, services);
      const state = decodeCircuit(request.state, services.knowledge);
      return newCard(request, services, { state, visibility: "public" });
    },
    remove: removal,
  },
} satisfies Command<CircuitServices>;

/** The clicked card one step on; for anybody but its owner a circuit of their own, from the start. */
function next(request: ActionRequest, services: CircuitServices, state: CircuitState): Reply {
  if (request.user.id !== request.ownerId) {
    return newCard(request, services, { state: { ...state, done: null, startedAt: 0 }, visibility: "private" });
  }
  const visibility = request.message?.isPrivate === false ? "public" : "private";
  const place = placeFor(request, NAME, visibility, services);
  return { kind: "update", body: circuitCard(state, { ...services, place, now: request.now }) };
}

function newCard(
  request: BaseRequest,
  services: CircuitServices,
  { state, visibility: wished }: { readonly state: CircuitState; readonly visibility: Visibility },
): Reply {
  const visibility = visibilityHere(wished, services);
  const place = placeFor(request, NAME, visibility, services);
  return { kind: "message", visibility, body: circuitCard(state, { ...services, place, now: request.now }) };
}
