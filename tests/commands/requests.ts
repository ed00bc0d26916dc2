import { decodeCustomId } from "#src/discord/custom-id.ts";
import type { MessageBody, Reply } from "#src/discord/reply.ts";
import type {
  ActionRequest,
  AutocompleteRequest,
  BaseRequest,
  CommandRequest,
  OptionValue,
} from "#src/discord/request.ts";
import { asClicked, bodyOf, customId, NOW, OWNER } from "../replies/examples.ts";

export const STRANGER = "200";
export const MANAGE_MESSAGES = 1n << 13n;

const BASE: BaseRequest = {
  interactionId: "1",
  user: { id: OWNER, name: "lifter" },
  guildId: "10",
  channelId: "20",
  parentChannelId: null,
  context: "guild",
  locale: "en-US",
  memberPermissions: 0n,
  appPermissions: 0n,
  inThread: false,
  onlyUserInstalled: false,
  now: NOW,
};

/** A slash command as the owner types it in a server. */
export function typed(command: string, options: Record<string, OptionValue> = {}, base: Partial<BaseRequest> = {}) {
  return {
    ...BASE,
    ...base,
    kind: "command",
    command,
    subcommand: null,
    options,
    target: null,
  } satisfies CommandRequest;
}

/** An option while it is being typed. */
export function typing(command: string, name: string, value: string) {
  return {
    ...BASE,
    kind: "autocomplete",
    command,
    options: { [name]: value },
    focused: { name, value },
  } satisfies AutocompleteRequest;
}

type Action = (request: ActionRequest, services: never) => Reply | Promise<Reply>;
type Actions = Readonly<Record<string, Action>>;

/** Presses a button of a reply by its label, or chooses in a select by its placeholder. */
export function press<Services>(
  command: { readonly actions: object },
  on: { readonly reply: Reply | MessageBody; readonly isPrivate?: boolean; readonly values?: readonly string[] },
  { label, services, by = {} }: { label: string; services: Services; by?: Partial<BaseRequest> },
): Reply {
  const body = "kind" in on.reply ? bodyOf(on.reply) : on.reply;
  const isPrivate = on.isPrivate ?? ("visibility" in on.reply && on.reply.visibility === "private");
  return act(command, customId(body, label), services, {
    ...by,
    kind: "component",
    values: on.values ?? [],
    message: { id: "30", isPrivate, components: asClicked(body) },
  });
}

/** Sends a form back with these answers; `from` is the message whose button opened it. */
export function submit<Services>(
  command: { readonly actions: object },
  form: Reply,
  {
    fields,
    services,
    from,
    by = {},
  }: {
    fields: Record<string, string[]>;
    services: Services;
    from?: { readonly reply: Reply; readonly isPrivate?: boolean };
    by?: Partial<BaseRequest>;
  },
): Reply {
  if (form.kind !== "form") throw new Error(`expected a form, got a ${form.kind}`);
  const isPrivate =
    from?.isPrivate ?? (from !== undefined && "visibility" in from.reply && from.reply.visibility === "private");
  const message = from === undefined ? null : { id: "30", isPrivate, components: asClicked(bodyOf(from.reply)) };
  return act(command, form.form.custom_id, services, { ...by, kind: "form", fields, message });
}

function act(
  command: { readonly actions: object },
  id: string,
  services: unknown,
  rest: Partial<ActionRequest>,
): Reply {
  const { action, ownerId, state, command: name } = decodeCustomId(id);
  const handler = (command.actions as Actions)[action];
  if (handler === undefined) throw new Error(`${name} has no action ${action}`);
  const request = {
    ...BASE,
    command: name,
    action,
    ownerId,
    state,
    values: [],
    fields: {},
    message: null,
    kind: "component",
    ...rest,
  };
  return handler(request as ActionRequest, services as never) as Reply;
}
