type Json = Record<string, unknown>;

const EPHEMERAL = 1 << 6;
const V2 = 1 << 15;
const V2_TYPES = new Set([9, 10, 11, 12, 13, 14, 17]);
const SELECTS = new Set([3, 5, 6, 7, 8]);
const LINK = 5;
const PREMIUM = 6;

/** The rules between a message's fields that the published schemas leave out, and our own: no pings, ever. */
export function messageViolations(body: Json, { isEdit }: { isEdit: boolean }): string[] {
  const nodes = list(body.components).flatMap(withDescendants);
  const isV2 = (Number(body.flags ?? 0) & V2) !== 0;
  return [
    ...mentionViolations(body, nodes, isEdit),
    ...(isV2 ? v2Violations(body, nodes) : plainViolations(body, nodes, isEdit)),
    ...nodes.flatMap(componentViolations),
    ...idViolations(nodes),
    ...fileViolations(body, nodes),
  ];
}

/** A component and everything in it. */
export function withDescendants(node: Json): Json[] {
  const children = [...list(node.components), ...one(node.accessory), ...one(node.component)];
  return [node, ...children.flatMap(withDescendants)];
}

/** The rules that one component must keep, in a message or a form. */
export function componentViolations(node: Json): string[] {
  const type = Number(node.type);
  if (type === 1) return rowViolations(list(node.components));
  if (type === 2) return buttonViolations(node);
  return SELECTS.has(type) || type === 21 || type === 22 ? selectViolations(node) : [];
}

/** Discord tells answers apart by custom id: one may be there once. */
export function idViolations(nodes: readonly Json[]): string[] {
  const ids = nodes.map(({ custom_id }) => custom_id).filter((id) => id !== undefined);
  return ids.filter((id, index) => ids.indexOf(id) !== index).map((id) => `the custom id ${id} is there twice`);
}

/** Every ping is off, but for one role that a new public message may name once. */
function mentionViolations(body: Json, nodes: readonly Json[], isEdit: boolean): string[] {
  const { parse, roles, ...others } = (body.allowed_mentions ?? {}) as Json;
  const isSilent = Array.isArray(parse) && parse.length === 0 && Object.keys(others).length === 0;
  if (!isSilent) return ["allowed_mentions does not switch every ping off"];
  if (roles === undefined) return [];
  const [role, ...more] = Array.isArray(roles) ? (roles as unknown[]) : [];
  const isPrivate = (Number(body.flags ?? 0) & EPHEMERAL) !== 0;
  if (typeof role !== "string" || more.length > 0) return ["allowed_mentions names other than one role"];
  if (isEdit || isPrivate) return ["a role is pinged in an edit or a private message"];
  const texts = nodes.flatMap(({ content }) => (typeof content === "string" ? [content] : []));
  const named = texts.join("\n").split(`<@&${role}>`).length - 1;
  return named === 1 ? [] : [`the pinged role is named ${named} times, not once`];
}

function v2Violations(body: Json, nodes: readonly Json[]): string[] {
  const text = nodes.reduce((sum, { content }) => sum + (typeof content === "string" ? content.length : 0), 0);
  const violations = ["content", "embeds", "poll", "sticker_ids"]
    .filter((field) => body[field] !== undefined && body[field] !== null)
    .map((field) => `${field} beside Components V2`);
  if (nodes.length === 0) violations.push("no components");
  if (nodes.length > 40) violations.push(`${nodes.length} components in all, 40 are allowed`);
  if (text > 4_000) violations.push(`${text} characters of text in all, 4000 are allowed`);
  return violations;
}

function plainViolations(body: Json, nodes: readonly Json[], isEdit: boolean): string[] {
  const violations: string[] = [];
  const embeds = list(body.embeds);
  if (nodes.some(({ type }) => V2_TYPES.has(Number(type)))) violations.push("Components V2 without their flag");
  if (list(body.components).length > 5) violations.push("more than 5 rows");
  if (String(body.content ?? "").length > 2_000) violations.push("more than 2000 characters of content");
  if (embeds.reduce((sum, embed) => sum + embedLength(embed), 0) > 6_000)
    violations.push("more than 6000 characters of embeds");
  const isEmpty = !body.content && embeds.length === 0 && nodes.length === 0 && list(body.attachments).length === 0;
  if (isEmpty && !isEdit) violations.push("an empty message");
  return violations;
}

function embedLength(embed: Json): number {
  const parts = [embed.title, embed.description, (embed.footer as Json)?.text, (embed.author as Json)?.name];
  const fields = list(embed.fields).flatMap(({ name, value }) => [name, value]);
  return [...parts, ...fields].reduce<number>((sum, part) => sum + String(part ?? "").length, 0);
}

function rowViolations(children: readonly Json[]): string[] {
  const buttons = children.filter(({ type }) => type === 2).length;
  if (children.length === 0) return ["an empty row"];
  if (buttons > 0 && buttons < children.length) return ["a button and a select in one row"];
  return buttons === 0 && children.length > 1 ? ["two selects in one row"] : [];
}

function buttonViolations({ style, url, custom_id, label, emoji, sku_id }: Json): string[] {
  if (style === PREMIUM) return sku_id === undefined ? ["a premium button without its article"] : [];
  const violations: string[] = [];
  if (style === LINK && typeof url !== "string") violations.push("a link button without an address");
  if (style === LINK && custom_id !== undefined) violations.push("a link button with a custom id");
  if (style !== LINK && typeof custom_id !== "string") violations.push("a button without a custom id");
  if (style !== LINK && url !== undefined) violations.push("a button with both an action and an address");
  if (!label && emoji === undefined) violations.push("a button with neither label nor emoji");
  return violations;
}

function selectViolations({ options, min_values, max_values, default_values }: Json): string[] {
  const values = list(options).map(({ value }) => value);
  const max = Number(max_values ?? (options === undefined ? 1 : values.length));
  const violations: string[] = [];
  if (new Set(values).size < values.length) violations.push("two options of one value");
  if (Number(min_values ?? 1) > max) violations.push("min_values above max_values");
  if (options !== undefined && max_values !== undefined && max > values.length)
    violations.push("max_values above the options");
  if (list(default_values).length > max) violations.push("more default values than max_values");
  return violations;
}

/**
 * A picture that a component names must travel along, and what travels along must be named. An edit may keep a file of
 * before by its id alone; what that one is called cannot be seen here.
 */
function fileViolations(body: Json, nodes: readonly Json[]): string[] {
  const text = JSON.stringify(nodes);
  const attachments = list(body.attachments);
  const isKeeping = attachments.some(({ filename }) => filename === undefined);
  const named = new Set([...text.matchAll(/attachment:\/\/([^"\\]+)/g)].map(([, name]) => name));
  const sent = new Set(attachments.flatMap(({ filename }) => (filename === undefined ? [] : [String(filename)])));
  return [
    ...[...named]
      .filter((name = "") => !isKeeping && !sent.has(name))
      .map((name) => `attachment://${name} does not travel along`),
    ...[...sent].filter((name) => !named.has(name)).map((name) => `the file ${name} is shown nowhere`),
  ];
}

function list(value: unknown): Json[] {
  return Array.isArray(value) ? (value as Json[]) : [];
}

function one(value: unknown): Json[] {
  return value === undefined || value === null ? [] : [value as Json];
}
