import type { RESTPostAPIApplicationCommandsJSONBody } from "discord-api-types/v10";
import type { Reply } from "./reply.ts";
import type { ActionRequest, AutocompleteRequest, CommandRequest } from "./request.ts";

type Answer = Reply | Promise<Reply>;

/**
 * One file of `commands/`: what people can type, and what answers them.
 *
 * `actions` names the command's buttons, selects and forms; the name stands in their custom ids.
 */
export type Command<Services> = {
  readonly data: RESTPostAPIApplicationCommandsJSONBody;
  execute(request: CommandRequest, services: Services): Answer;
  autocomplete?(request: AutocompleteRequest, services: Services): Answer;
  readonly actions?: Readonly<Record<string, (request: ActionRequest, services: Services) => Answer>>;
};
