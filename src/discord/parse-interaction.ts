import type { APIMessageTopLevelComponent } from "discord-api-types/v10";
import { ApplicationCommandOptionType, ApplicationCommandType, InteractionType } from "discord-api-types/v10";
import type { z } from "zod";
import { baseOf } from "./base-request.ts";
import { commandKey } from "./command-key.ts";
import { decodeCustomId } from "./custom-id.ts";
import type {
  RawCommandData,
  RawComponentData,
  RawFormPart,
  RawMessage,
  RawOption,
  RawUpload,
} from "./interaction-schema.ts";
import { commandSchema, componentSchema, envelopeSchema, formSchema } from "./interaction-schema.ts";
import { MalformedInteraction } from "./malformed-interaction.ts";
import type {
  ActionRequest,
  AutocompleteRequest,
  ChosenChannel,
  ClickedMessage,
  CommandRequest,
  TargetMessage,
  Upload,
} from "./request.ts";

/** The least that an answer needs: whom it goes to. */
export type Envelope = {
  readonly id: string;
  readonly applicationId: string;
  readonly token: string;
  readonly type: number;
};

/** The check that Discord makes of an HTTPS endpoint. */
export type PingRequest = { readonly kind: "ping" };

export type Request = PingRequest | CommandRequest | AutocompleteRequest | ActionRequest;

const PRIVATE = 1 << 6;

/**
 * Reads whom an answer to a raw interaction goes to.
 *
 * @throws MalformedInteraction when it cannot be answered at all.
 */
export function parseEnvelope(raw: unknown): Envelope {
  const { id, application_id, token, type } = parse(envelopeSchema, raw);
  return { id, applicationId: application_id, token, type };
}

/**
 * Reads a raw interaction, as the gateway or an HTTPS request brings it; fields we do not know are let through.
 *
 * @throws MalformedInteraction when something is missing.
 * @throws UserError when a custom id is of an older version.
 */
export function parseInteraction(raw: unknown, now: Date): Request {
  const { type } = parseEnvelope(raw);
  switch (type) {
    case InteractionType.Ping:
      return { kind: "ping" };
    case InteractionType.ApplicationCommand:
      return parseCommand(raw, now);
    case InteractionType.ApplicationCommandAutocomplete:
      return parseAutocomplete(raw, now);
    case InteractionType.MessageComponent:
      return parseComponent(raw, now);
    case InteractionType.ModalSubmit:
      return parseForm(raw, now);
    default:
      throw new MalformedInteraction(["type"]);
  }
}

function parseCommand(raw: unknown, now: Date): CommandRequest {
  const read = parse(commandSchema, raw);
  return {
    kind: "command",
    ...baseOf(read, now),
    command: commandKey(read.data.name),
    subcommand: subcommandOf(read.data)?.name ?? null,
    options: valuesOf(optionsOf(read.data)),
    target: targetOf(read.data),
  };
}

function targetOf({ type, target_id: id, resolved }: RawCommandData): TargetMessage | null {
  if (type !== ApplicationCommandType.Message) return null;
  const message = resolved?.messages?.[id ?? ""];
  if (message === undefined) throw new MalformedInteraction(["data.resolved.messages"]);
  const { author, content, webhook_id } = message;
  return {
    id: message.id,
    authorId: author.id,
    // What came through a webhook has an author too, but nobody who could own an answer.
    isByBot: author.bot === true || webhook_id != null,
    text: content ?? "",
  };
}

function parseAutocomplete(raw: unknown, now: Date): AutocompleteRequest {
  const read = parse(commandSchema, raw);
  const options = optionsOf(read.data);
  const focused = options.find((option) => option.focused);
  if (focused === undefined) throw new MalformedInteraction(["data.options"]);
  return {
    kind: "autocomplete",
    ...baseOf(read, now),
    command: commandKey(read.data.name),
    options: valuesOf(options),
    focused: { name: focused.name, value: String(focused.value) },
  };
}

function parseComponent(raw: unknown, now: Date): ActionRequest {
  const read = parse(componentSchema, raw);
  return {
    kind: "component",
    ...baseOf(read, now),
    ...decodeCustomId(read.data.custom_id),
    values: read.data.values ?? [],
    chosenChannels: chosenChannels(read.data),
    fields: {},
    uploads: {},
    message: clickedMessage(read.message),
  };
}

function parseForm(raw: unknown, now: Date): ActionRequest {
  const read = parse(formSchema, raw);
  const fields = fieldsOf(read.data.components);
  return {
    kind: "form",
    ...baseOf(read, now),
    ...decodeCustomId(read.data.custom_id),
    values: [],
    chosenChannels: [],
    fields,
    uploads: uploadsOf(fields, read.data.resolved?.attachments ?? {}),
    message: read.message ? clickedMessage(read.message) : null,
  };
}

function subcommandOf({ options }: RawCommandData) {
  return options?.find(({ type }) => type === ApplicationCommandOptionType.Subcommand) ?? null;
}

function optionsOf(data: RawCommandData): readonly RawOption[] {
  const subcommand = subcommandOf(data);
  return (subcommand === null ? data.options : subcommand.options) ?? [];
}

function valuesOf(options: readonly RawOption[]): CommandRequest["options"] {
  return Object.fromEntries(options.flatMap(({ name, value }) => (value === undefined ? [] : [[name, value]])));
}

/** A field that was left empty has no values: a missing answer is unknown, never a no. */
function fieldsOf(parts: readonly RawFormPart[]): ActionRequest["fields"] {
  const fields = parts.flatMap(({ component, components }) => [
    ...(component ? [component] : []),
    ...(components ?? []),
  ]);
  return Object.fromEntries(
    fields.map(({ custom_id, value, values }) => [
      custom_id,
      values ?? (value == null || value === "" ? [] : [String(value)]),
    ]),
  );
}

/** Any other select brings no channels. */
function chosenChannels({ values, resolved }: RawComponentData): ChosenChannel[] {
  const channels = resolved?.channels ?? {};
  return (values ?? []).flatMap((id) => {
    const raw = Object.hasOwn(channels, id) ? channels[id] : undefined;
    if (raw === undefined) return [];
    return [{ id, appPermissions: raw.app_permissions == null ? null : BigInt(raw.app_permissions) }];
  });
}

/** A field that takes files has their ids as its values. */
function uploadsOf(
  fields: ActionRequest["fields"],
  files: Readonly<Record<string, RawUpload>>,
): ActionRequest["uploads"] {
  const found = Object.entries(fields).map(([name, ids]): [string, Upload[]] => {
    const raw = ids.flatMap((id) => (Object.hasOwn(files, id) ? (files[id] ?? []) : []));
    return [name, raw.map(({ id, filename, size, url }) => ({ id, name: filename, size, url }))];
  });
  return Object.fromEntries(found.filter(([, uploads]) => uploads.length > 0));
}

function clickedMessage({ id, flags, components }: RawMessage): ClickedMessage {
  return {
    id,
    isPrivate: ((flags ?? 0) & PRIVATE) !== 0,
    // Our own message as Discord sent it back; only its text and custom ids are read, each with a check.
    components: (components ?? []) as unknown as APIMessageTopLevelComponent[],
  };
}

function parse<Shape extends z.ZodType>(schema: Shape, raw: unknown): z.infer<Shape> {
  const read = schema.safeParse(raw);
  if (read.success) return read.data;
  throw new MalformedInteraction(read.error.issues.map(({ path }) => path.join(".") || "interaction"));
}
