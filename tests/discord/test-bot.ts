import type { Command } from "#src/discord/command.ts";
import { commandKey } from "#src/discord/command-key.ts";
import { createDispatcher, type DispatcherOptions } from "#src/discord/dispatcher.ts";
import { createGateway, type Gateway } from "#src/discord/gateway.ts";
import { registerCommands } from "#src/discord/register.ts";
import { createRestResponder } from "#src/discord/rest-responder.ts";
import { routeRequest } from "#src/discord/route-request.ts";
import { type Clock, createClock } from "#src/operations/clock.ts";
import { createLog, type Log } from "#src/operations/log.ts";
import { contractViolations } from "#src/playground/contract/contract-violations.ts";
import type { LocalDiscord } from "#src/playground/local-discord.ts";

type TestBot<Services> = {
  readonly discord: LocalDiscord;
  readonly commands: readonly Command<Services>[];
  /** Left out where the commands ask no services. */
  readonly answering?: (parts: {
    readonly rest: Gateway["rest"];
    readonly log: Log;
  }) => Pick<DispatcherOptions, "answer" | "afterwards">;
  readonly clock?: Clock;
  readonly deferAfterMs?: number;
};

/** Connects a bot to a local Discord: the parts of the real one, with other commands. */
export async function startBot<Services>({
  discord,
  commands,
  answering,
  clock = createClock(0),
  ...limits
}: TestBot<Services>) {
  const lines: string[] = [];
  const log = createLog({ level: "debug", write: (line) => lines.push(line), readable: false });
  const gateway = createGateway({
    token: discord.token,
    apiUrl: discord.apiUrl,
    log,
    onInteraction: (raw) => void dispatcher.dispatch(raw),
    onEnd: (sentence) => lines.push(sentence),
  });
  const byKey = new Map(commands.map((command) => [commandKey(command.data.name), command]));
  const dispatcher = createDispatcher({
    ...(answering?.({ rest: gateway.rest, log }) ?? {
      answer: (request) => routeRequest(request, byKey, undefined as Services),
    }),
    responder: createRestResponder(gateway.rest),
    clock,
    log,
    ...limits,
  });
  const applicationId = await gateway.connect();
  await registerCommands({ rest: gateway.rest, applicationId, commands: commands.map(({ data }) => data), log });
  return { lines, gateway, dispatcher, stop: () => gateway.close() };
}

/** What of all requests so far breaks Discord's contract. */
export function brokenContract(discord: LocalDiscord): string[] {
  return discord.requests.flatMap(({ method, path, body }) => contractViolations(`${method} ${path}`, body));
}
