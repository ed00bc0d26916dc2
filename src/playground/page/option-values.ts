import type { CommandOption } from "../wire.ts";
import type { App } from "./app.ts";

export type OptionValue = {
  readonly name: string;
  readonly value: string | number | boolean;
  readonly detail?: string;
};

const SHOWN = 25;

/** Lists what an option may be set to, filtered by what is typed; empty for free text and numbers. */
export function suggestValues(app: App, option: CommandOption, typed: string): OptionValue[] {
  const query = typed.toLowerCase();
  return allValues(app, option)
    .filter(({ name }) => name.toLowerCase().includes(query))
    .slice(0, SHOWN);
}

/** Tells whether an option's value must come from the list. */
export function isPickOnly({ type, choices }: CommandOption): boolean {
  return (choices?.length ?? 0) > 0 || (type >= 5 && type <= 9);
}

function allValues(app: App, { type, choices }: CommandOption): OptionValue[] {
  const { people, roles, places } = app.snapshot;
  const users = people.map(({ id, name, about }) => ({ name: `@${name}`, value: id, detail: about }));
  const roleValues = roles.map(({ id, name }) => ({
    name: name.startsWith("@") ? name : `@${name}`,
    value: id,
    detail: "Role",
  }));
  switch (type) {
    case 5:
      return [
        { name: "True", value: true },
        { name: "False", value: false },
      ];
    case 6:
      return users;
    case 7:
      return places
        .filter(({ isDirect }) => !isDirect)
        .map(({ id, name, topic }) => ({ name: `#${name}`, value: id, detail: topic }));
    case 8:
      return roleValues;
    case 9:
      return [...users, ...roleValues];
    default:
      return (choices ?? []).map(({ name, value }) => ({ name, value }));
  }
}
