import type { Reply } from "#src/discord/reply.ts";
import type { ActionRequest, CommandRequest } from "#src/discord/request.ts";
import type { Services } from "#src/services.ts";
import { staffServer } from "./staff-only.ts";

/** What staff works with, where and when: every part gets the server from the interaction, never from an id. */
export type StaffServices = Services & { readonly guildId: string; readonly now: Date };

type Handler<Request> = (request: Request, services: StaffServices) => Reply | Promise<Reply>;

/** One part of /spotter: what its subcommand opens, and its buttons, selects and forms. */
export type StaffPart = {
  readonly open: Handler<CommandRequest>;
  readonly actions: Readonly<Record<string, Handler<ActionRequest>>>;
};

/** Lets only those who may manage the server reach a handler. */
export function forStaff<Request extends CommandRequest | ActionRequest>(handler: Handler<Request>) {
  return (request: Request, services: Services): Reply | Promise<Reply> =>
    handler(request, { ...services, guildId: staffServer(request), now: request.now });
}
