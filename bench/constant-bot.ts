import { ApplicationIntegrationType, ComponentType, InteractionContextType } from "discord-api-types/v10";
import { readConfig } from "#src/config.ts";
import type { Command } from "#src/discord/command.ts";
import { createDispatcher } from "#src/discord/dispatcher.ts";
import { createGateway } from "#src/discord/gateway.ts";
import { registerCommands } from "#src/discord/register.ts";
import { createRestResponder } from "#src/discord/rest-responder.ts";
import { routeRequest } from "#src/discord/route-request.ts";
import { createClock } from "#src/operations/clock.ts";
import { createLog } from "#src/operations/log.ts";
import { stopOnSignal } from "#src/operations/shutdown.ts";

// Spotter's own way from Discord to a command and back, with a command that thinks nothing.
const constant = {
  data: {
    name: "constant",
    description: "Always the same answer",
    contexts: [InteractionContextType.Guild],
    integration_types: [ApplicationIntegrationType.GuildInstall],
  },
  execute: () => ({
    kind: "message",
    visibility: "public",
    body: { components: [{ type: ComponentType.TextDisplay, content: "Sore is not broken." }] },
  }),
} satisfies Command<null>;

const { discordToken, discordApiUrl, logLevel } = readConfig(process.env);
const log = createLog({ level: logLevel });
const gateway = createGateway({
  token: discordToken ?? "",
  apiUrl: discordApiUrl,
  log,
  onInteraction: (raw) => void dispatcher.dispatch(raw),
  onEnd(sentence) {
    console.error(sentence);
    process.exit(1);
  },
});
const commands = new Map([[constant.data.name, constant]]);
const dispatcher = createDispatcher({
  answer: (request) => routeRequest(request, commands, null),
  responder: createRestResponder(gateway.rest),
  clock: createClock(0),
  log,
});
stopOnSignal(() => gateway.close(), log);
const applicationId = await gateway.connect();
await registerCommands({ rest: gateway.rest, applicationId, commands: [constant.data], log });
