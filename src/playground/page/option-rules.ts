import type { PageValue } from "../page-protocol.ts";
import type { CommandOption } from "../wire.ts";

const WHOLE_NUMBER = 4;
const NUMBER = 10;
const typeNames = [
  "",
  "",
  "",
  "text",
  "whole number",
  "true or false",
  "person",
  "channel",
  "role",
  "mention",
  "number",
  "file",
];

/** The kind of value an option takes, in a word or two. */
export function optionTypeName({ type, choices }: CommandOption): string {
  return (choices?.length ?? 0) > 0 ? "a choice" : (typeNames[type] ?? "value");
}

/**
 * Says what is wrong with an option's value, as Discord would; null when it may be sent.
 *
 * @param value What would be sent; undefined for nothing, or for text that stands for no value.
 * @param typed What stands in the field.
 */
export function complainAbout(option: CommandOption, value: PageValue | undefined, typed: string): string | null {
  const { name } = option;
  if (value === undefined) {
    if (typed !== "") return `${name}: choose one of the list.`;
    return option.required === true ? `${name}: this option is required.` : `${name}: give it a value or take it out.`;
  }
  if (typeof value === "string") {
    const { min_length: min = 0, max_length: max = 6_000 } = option as { min_length?: number; max_length?: number };
    return value.length < min || value.length > max ? `${name}: must be ${min} to ${max} characters long.` : null;
  }
  if (option.type !== WHOLE_NUMBER && option.type !== NUMBER) return null;
  if (typeof value !== "number" || Number.isNaN(value) || (option.type === WHOLE_NUMBER && !Number.isInteger(value))) {
    return `${name}: must be a ${optionTypeName(option)}.`;
  }
  const { min_value: low = -(2 ** 53), max_value: high = 2 ** 53 } = option as {
    min_value?: number;
    max_value?: number;
  };
  return value < low || value > high ? `${name}: must be from ${low} to ${high}.` : null;
}
