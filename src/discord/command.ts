import type { RESTPostAPIApplicationCommandsJSONBody } from "discord-api-types/v10";
import type { Reply } from "./reply.ts";
import type { ActionRequest, AutocompleteRequest, CommandRequest } from "./request.ts";

type Answer = Reply | Promise<Reply>;

/** What a server may rule on for a command: where it is used, who sees its answers, how often it is answered. */
export type HouseRule = "channels" | "visibility" | "cooldown";

/**
 * One file of `commands/`: what people can type, and what answers them.
 *
 * `actions` names the command's buttons, selects and forms; the name stands in their custom ids.
 */
export type Command<Services> = {
  readonly data: RESTPostAPIApplicationCommandsJSONBody;
  /** The rules of a server that the command keeps to; absent means none. */
  readonly rules?: readonly HouseRule[];
  /** The operator's switch without which Discord is not told of the command. */
  readonly onlyWith?: "CHECK_IN";
  execute(request: CommandRequest, services: Services): Answer;
  autocomplete?(request: AutocompleteRequest, services: Services): Answer;
  readonly actions?: Readonly<Record<string, (request: ActionRequest, services: Services) => Answer>>;
};
