import * as spec from "discord-api-spec/zod";
import { z } from "zod";
import { commandListViolations } from "./command-violations.ts";
import { formViolations } from "./form-violations.ts";
import { messageViolations } from "./message-violations.ts";

type Json = Record<string, unknown>;
type Check = { readonly schema: z.core.$ZodType; readonly rules: (body: Json) => string[] };

const message = (isEdit: boolean) => (body: Json) => messageViolations(body, { isEdit });
const always = (schema: z.core.$ZodType, rules: Check["rules"]) => () => ({ schema, rules });
const routes: readonly (readonly [RegExp, (body: Json) => Check])[] = [
  [/^POST \/interactions\/[^/]+\/[^/]+\/callback$/, callbackCheck],
  [/^POST \/webhooks\/[^/]+\/[^/]+$/, always(spec.IncomingWebhookRequestPartialSchema, message(false))],
  [
    /^PATCH \/webhooks\/[^/]+\/[^/]+\/messages\/[^/]+$/,
    always(spec.IncomingWebhookUpdateRequestPartialSchema, message(true)),
  ],
  [/^POST \/channels\/[^/]+\/messages$/, always(spec.MessageCreateRequestSchema, message(false))],
  [/^PATCH \/channels\/[^/]+\/messages\/[^/]+$/, always(spec.MessageEditRequestPartialSchema, message(true))],
  [/^POST \/users\/@me\/channels$/, always(spec.CreatePrivateChannelRequestSchema, () => [])],
  [
    /^PUT \/applications\/[^/]+(\/guilds\/[^/]+)?\/commands$/,
    always(z.array(spec.ApplicationCommandUpdateRequestSchema), commandListViolations),
  ],
];

/**
 * What Discord would refuse of a request of ours: the published schemas, and the rules between fields that they leave
 * out. Empty when all is well.
 *
 * @param route Method and path without version, such as `POST /interactions/1/token/callback`.
 */
export function contractViolations(route: string, body: unknown): string[] {
  const path = route.replaceAll("%40", "@").replace(/\?.*$/, "");
  if (/^(GET|DELETE|PUT \/channels\/\d+\/(messages\/)?pins\/) ?/.test(path))
    return body === undefined ? [] : [`${path}: has a body`];
  const found = routes.find(([pattern]) => pattern.test(path));
  if (found === undefined) return [`${path}: is no route that a slash-command bot needs`];
  const { schema, rules } = found[1](body as Json);
  const read = z.safeParse(schema, widened(body));
  return [...(read.success ? [] : flatIssues(read.error.issues)), ...rules(body as Json)].map(
    (text) => `${path}: ${text}`,
  );
}

function callbackCheck(body: Json): Check {
  const data = (body.data ?? {}) as Json;
  switch (body.type) {
    case 1:
      return { schema: spec.PongInteractionCallbackRequestSchema, rules: () => [] };
    case 4:
      return {
        schema: spec.CreateMessageInteractionCallbackRequestSchema,
        rules: () => messageViolations(data, { isEdit: false }),
      };
    case 5:
      return { schema: spec.CreateMessageInteractionCallbackRequestSchema, rules: () => deferralViolations(data) };
    case 6:
      return {
        schema: spec.UpdateMessageInteractionCallbackRequestSchema,
        rules: () => (body.data === undefined ? [] : ["has data"]),
      };
    case 7:
      return {
        schema: spec.UpdateMessageInteractionCallbackRequestSchema,
        rules: () => messageViolations(data, { isEdit: true }),
      };
    case 8:
      return { schema: spec.ApplicationCommandAutocompleteCallbackRequestSchema, rules: () => choiceViolations(data) };
    case 9:
      return { schema: spec.ModalInteractionCallbackRequestSchema, rules: () => formViolations(data) };
    default:
      return { schema: z.never(), rules: () => [] };
  }
}

/** Only the private flag counts when deferring; Components V2 comes with the edit. */
function deferralViolations(data: Json): string[] {
  const flags = Number(data.flags ?? 0);
  return flags === 0 || flags === 64 ? [] : [`data/flags: a deferral takes no flags but 64, not ${flags}`];
}

function choiceViolations(data: Json): string[] {
  const choices = (data.choices ?? []) as { value: unknown }[];
  const long = choices.filter(({ value }) => typeof value === "string" && value.length > 100);
  return long.map(() => "data/choices: a value has more than 100 characters");
}

/** The schemas want a number where Discord sends and takes a string of digits. */
function widened(body: unknown): unknown {
  if (!Array.isArray(body)) return body;
  return body.map((command: Json) =>
    typeof command.default_member_permissions === "string"
      ? { ...command, default_member_permissions: Number(command.default_member_permissions) }
      : command,
  );
}

/** Of a union's branches the one that got furthest says what is wrong. */
function flatIssues(issues: readonly z.core.$ZodIssue[], above: readonly PropertyKey[] = []): string[] {
  return issues.flatMap((issue) => {
    const path = [...above, ...issue.path];
    if (issue.code !== "invalid_union" || issue.errors.length === 0)
      return [`${path.join("/")}: ${issue.message || issue.code}`];
    const branches = issue.errors.map((branch) => flatIssues(branch, path));
    return branches.toSorted((a, b) => deepest(b) - deepest(a))[0] ?? [];
  });
}

function deepest(violations: readonly string[]): number {
  return Math.max(0, ...violations.map((text) => text.split("/").length));
}
