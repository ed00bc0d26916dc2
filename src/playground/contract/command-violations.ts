import { Locale } from "discord-api-types/v10";

type Json = Record<string, unknown>;

const NAME = /^[-_'\p{L}\p{N}\p{sc=Deva}\p{sc=Thai}]{1,32}$/u;
const CHAT_INPUT = 1;
const SUB_COMMANDS = new Set([1, 2]);
const LOCALES = new Set<string>(Object.values(Locale));

/** The rules of command registration that the published schemas leave out. */
export function commandListViolations(body: unknown): string[] {
  const commands = Array.isArray(body) ? (body as Json[]) : [];
  const keys = commands.map((command) => `${typeOf(command)}:${command.name}`);
  const violations = commands.flatMap(commandViolations);
  if (new Set(keys).size < keys.length) violations.push("two commands of one name");
  if (commands.filter((command) => typeOf(command) === CHAT_INPUT).length > 100)
    violations.push("more than 100 slash commands");
  return violations;
}

function commandViolations(command: Json): string[] {
  const options = list(command.options);
  const violations = [...itemViolations(command, typeOf(command) === CHAT_INPUT), ...optionListViolations(options)];
  if (totalLength(command) > 8_000) violations.push("more than 8000 characters in all");
  if (typeOf(command) !== CHAT_INPUT && command.description) violations.push("a menu command with a description");
  const contexts = (command.contexts ?? []) as number[];
  const installs = (command.integration_types ?? [0]) as number[];
  if (contexts.includes(2) && !installs.includes(1))
    violations.push("works between people without being installed by users");
  return violations.map((text) => `${command.name}: ${text}`);
}

function optionListViolations(options: readonly Json[]): string[] {
  const names = options.map(({ name }) => name);
  const firstOptional = options.findIndex(({ required }) => !required);
  const subs = options.filter(({ type }) => SUB_COMMANDS.has(Number(type))).length;
  const violations = options.flatMap(optionViolations);
  if (new Set(names).size < names.length) violations.push("two options of one name");
  if (firstOptional >= 0 && options.slice(firstOptional).some(({ required }) => required)) {
    violations.push("a required option after an optional one");
  }
  if (subs > 0 && subs < options.length) violations.push("a sub-command beside a plain option");
  return violations;
}

function optionViolations(option: Json): string[] {
  const choices = list(option.choices);
  const violations = [...itemViolations(option, true), ...optionListViolations(list(option.options))];
  if (option.autocomplete && option.choices) violations.push("both autocomplete and choices");
  if (choices.some(({ value }) => typeof value === "string" && value.length > 100))
    violations.push("a choice value of over 100 characters");
  if (new Set(choices.map(({ value }) => value)).size < choices.length) violations.push("two choices of one value");
  if (new Set(choices.map(({ name }) => name)).size < choices.length) violations.push("two choices of one name");
  return violations.map((text) => `${option.name}: ${text}`);
}

function itemViolations(item: Json, isTyped: boolean): string[] {
  const name = String(item.name);
  const violations: string[] = [];
  if (isTyped && (!NAME.test(name) || name !== name.toLowerCase())) violations.push("a name that Discord refuses");
  if (isTyped && !String(item.description ?? "").trim()) violations.push("no description");
  const keys = [item.name_localizations, item.description_localizations].flatMap((texts) => Object.keys(texts ?? {}));
  return [...violations, ...keys.filter((key) => !LOCALES.has(key)).map((key) => `the unknown locale ${key}`)];
}

/** Of translations the longest counts. */
function totalLength(item: Json): number {
  const longest = (text: unknown, translations: unknown) =>
    Math.max(...[text ?? "", ...Object.values(translations ?? {})].map((one) => String(one).length));
  const own = longest(item.name, item.name_localizations) + longest(item.description, item.description_localizations);
  const inside = [...list(item.options), ...list(item.choices)];
  return own + String(item.value ?? "").length + inside.reduce((sum, child) => sum + totalLength(child), 0);
}

function typeOf(command: Json): number {
  return Number(command.type ?? CHAT_INPUT);
}

function list(value: unknown): Json[] {
  return Array.isArray(value) ? (value as Json[]) : [];
}
