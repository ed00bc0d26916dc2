import { UserError } from "#src/errors.ts";
import type { Command } from "./command.ts";
import type { Reply } from "./reply.ts";
import type { ActionRequest, AutocompleteRequest, CommandRequest } from "./request.ts";

/**
 * Finds what answers a request, and asks it.
 *
 * @throws UserError when the command or its button is not there any more.
 */
export function routeRequest<Services>(
  request: CommandRequest | AutocompleteRequest | ActionRequest,
  commands: ReadonlyMap<string, Command<Services>>,
  services: Services,
): Reply | Promise<Reply> {
  const command = commands.get(request.command);
  switch (request.kind) {
    case "command":
      if (command === undefined) throw new UserError("This command is gone. Reload Discord to see what there is now.");
      return command.execute(request, services);
    case "autocomplete":
      return command?.autocomplete?.(request, services) ?? { kind: "choices", choices: [] };
    case "component":
    case "form": {
      const actions = command?.actions ?? {};
      // The name comes from outside: only the command's own actions count, never what every object inherits.
      const act = Object.hasOwn(actions, request.action) ? actions[request.action] : undefined;
      if (act === undefined) throw new UserError("This message has expired. Please start again with the command.");
      return act(request, services);
    }
    default:
      return request satisfies never;
  }
}
