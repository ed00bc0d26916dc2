import type { Reply } from "./reply.ts";

const MAX_COMPONENTS = 40;
const MAX_TEXT = 4_000;
const MAX_CUSTOM_ID = 100;
const MAX_CHOICES = 25;
const MAX_CHOICE_LENGTH = 100;
const MAX_FORM_TITLE = 45;
const MAX_FORM_PARTS = 5;
const MAX_FORM_LABEL = 45;
const TEXT_DISPLAY = 10;

type Node = Readonly<Record<string, unknown>>;

/**
 * Throws when Discord would refuse the reply, so that a person gets an error with a reference and never silence.
 * The texts of the knowledge are checked when they are read; this is the last net.
 *
 * @throws Error naming the limit.
 */
export function assertWithinLimits(reply: Reply): void {
  const broken = brokenLimits(reply);
  if (broken.length > 0) throw new Error(`the reply breaks Discord's limits: ${broken.join("; ")}`);
}

function brokenLimits(reply: Reply): string[] {
  switch (reply.kind) {
    case "message":
    case "update":
      return brokenByComponents(reply.body.components as readonly unknown[]);
    case "form":
      return brokenByForm(reply.form as unknown as Node);
    case "choices":
      return brokenByChoices(reply.choices);
    case "removal":
    case "nothing":
      return [];
    default:
      return reply satisfies never;
  }
}

/** What of a message's components Discord would refuse. */
export function brokenByComponents(components: readonly unknown[]): string[] {
  const nodes = components.flatMap(withDescendants);
  const text = nodes.reduce((sum, { type, content }) => sum + (type === TEXT_DISPLAY ? String(content).length : 0), 0);
  const broken = brokenByIds(nodes);
  if (nodes.length === 0) broken.push("no components");
  if (nodes.length > MAX_COMPONENTS) broken.push(`${nodes.length} components`);
  if (text > MAX_TEXT) broken.push(`${text} characters of text`);
  if (nodes.some(({ type, content }) => type === TEXT_DISPLAY && content === "")) broken.push("an empty text");
  return broken;
}

function brokenByForm(form: Node): string[] {
  const parts = list(form.components);
  const nodes = parts.flatMap(withDescendants);
  const broken = brokenByIds([form, ...nodes]);
  if (parts.length < 1 || parts.length > MAX_FORM_PARTS) broken.push(`a form of ${parts.length} parts`);
  if (String(form.title).length > MAX_FORM_TITLE) broken.push("a form title that is too long");
  for (const { label } of nodes.filter(({ component }) => component !== undefined)) {
    if (String(label).length > MAX_FORM_LABEL) broken.push("a form label that is too long");
  }
  return broken;
}

function brokenByChoices(choices: readonly { readonly name: string; readonly value: string }[]): string[] {
  const broken = choices.length > MAX_CHOICES ? [`${choices.length} choices`] : [];
  const fits = (text: string) => text.length >= 1 && text.length <= MAX_CHOICE_LENGTH;
  if (choices.some(({ name, value }) => !fits(name) || !fits(value))) broken.push("a choice that is empty or too long");
  return broken;
}

function brokenByIds(nodes: readonly Node[]): string[] {
  const ids = nodes.map((node) => node.custom_id).filter((id) => typeof id === "string");
  const broken = ids.some((id) => id.length < 1 || id.length > MAX_CUSTOM_ID)
    ? ["a custom id of the wrong length"]
    : [];
  if (new Set(ids).size < ids.length) broken.push("a custom id that is there twice");
  return broken;
}

function withDescendants(value: unknown): Node[] {
  if (typeof value !== "object" || value === null) return [];
  const node = value as Node;
  const children = [...list(node.components), ...list(node.accessory), ...list(node.component)];
  return [node, ...children.flatMap(withDescendants)];
}

function list(value: unknown): readonly unknown[] {
  if (value === undefined || value === null) return [];
  return Array.isArray(value) ? value : [value];
}
