import type { RESTPostAPIApplicationCommandsJSONBody } from "discord-api-types/v10";
import { expect, test } from "vitest";
import { compareCommands } from "#src/discord/command-difference.ts";
import { inviteLink } from "#src/discord/invite-link.ts";
import { registerCommands } from "#src/discord/register.ts";
import { createLog } from "#src/operations/log.ts";

const look: RESTPostAPIApplicationCommandsJSONBody = {
  name: "look",
  description: "Looks",
  contexts: [0, 1],
  integration_types: [0],
  options: [{ type: 3, name: "what", description: "What", choices: [{ name: "A", value: "a" }] }],
};

/** As Discord gives a command back: with ids and every default, some of them null. */
const theirs = {
  ...look,
  id: "5",
  application_id: "1",
  version: "7",
  type: 1,
  contexts: [1, 0],
  nsfw: false,
  dm_permission: true,
  default_member_permissions: null,
  name_localizations: null,
  description_localizations: null,
  options: [
    {
      type: 3,
      name: "what",
      description: "What",
      required: false,
      name_localizations: null,
      description_localizations: null,
      choices: [{ name: "A", name_localizations: null, value: "a" }],
    },
  ],
};

test("what Discord adds to its copy is no difference", () => {
  expect(compareCommands([look], [theirs])).toEqual({ added: [], removed: [], changed: [] });
});

test.each<[string, object]>([
  ["a description", { ...look, description: "Sees" }],
  ["an option", { ...look, options: [] }],
  ["a choice", { ...look, options: [{ ...theirs.options[0], choices: [{ name: "A", value: "b" }] }] }],
  ["a required option", { ...look, options: [{ ...theirs.options[0], required: true }] }],
  ["a translation", { ...look, description_localizations: { de: "Sieht" } }],
  ["a place", { ...look, contexts: [0] }],
  ["who may use it", { ...look, default_member_permissions: "8" }],
  ["a limit", { ...look, options: [{ ...theirs.options[0], max_length: 5 }] }],
])("%s that changed is one", (_, command) => {
  expect(compareCommands([command as typeof look], [theirs])).toEqual({ added: [], removed: [], changed: ["look"] });
});

function fakeRest(known: unknown[]) {
  const puts: unknown[] = [];
  const queries: string[] = [];
  const rest = {
    get: async (_: string, options?: { query?: URLSearchParams }) => {
      queries.push(String(options?.query));
      return known;
    },
    put: async (_: string, options?: { body?: unknown }) => puts.push(options?.body),
  };
  const lines: string[] = [];
  const log = createLog({ level: "info", readable: false, write: (line) => lines.push(line) });
  const register = () => registerCommands({ rest: rest as never, applicationId: "1", commands: [look], log });
  return { register, puts, queries, lines };
}

test("nothing is written when nothing changed, translations included in the question", async () => {
  const { register, puts, queries } = fakeRest([theirs]);
  expect(await register()).toBe(false);
  expect(puts).toEqual([]);
  expect(queries).toEqual(["with_localizations=true"]);
});

test("commands that the folder does not know are named before they are overwritten", async () => {
  const { register, puts, lines } = fakeRest([{ ...theirs, name: "old" }]);
  expect(await register()).toBe(true);
  expect(puts).toEqual([[look]]);
  expect(lines[0]).toContain('"level":"warn"');
  expect(lines[0]).toContain('"unknown":["old"]');
  expect(lines[1]).toContain('"added":["look"]');
});

test("the invite asks for slash commands and for no permission", () => {
  expect(inviteLink("42")).toBe(
    "https://discord.com/oauth2/authorize?client_id=42&scope=bot+applications.commands&permissions=0",
  );
});
