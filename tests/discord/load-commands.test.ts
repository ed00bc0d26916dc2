import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeEach, describe, expect, test } from "vitest";
import { commandDataSchema } from "#src/discord/command-schema.ts";
import { loadCommands } from "#src/discord/load-commands.ts";
import { contractViolations } from "#src/playground/contract/contract-violations.ts";

let folder: string;
const folders: string[] = [];
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "commands-"));
  folders.push(folder);
});
afterAll(() => {
  for (const one of folders) rmSync(one, { recursive: true });
});

const good = `export default { data: { name: "look", description: "Looks", contexts: [0], integration_types: [0] }, execute() {} };`;
const write = (file: string, text: string) => writeFileSync(join(folder, file), text);

test("each file of the folder is a command, anything but TypeScript is passed over", async () => {
  write("look.ts", good);
  write("README.md", "# Commands");
  expect([...(await loadCommands(folder)).keys()]).toEqual(["look"]);
});

test.each([
  ["oops.ts", "export const data = 1;", "commands/oops.ts: it does not export a command"],
  ["see.ts", good, 'commands/see.ts: its command is named "look", but the file "see"'],
  ["look.ts", good.replace("execute() {}", "execute: 1"), "commands/look.ts: execute must be a function"],
  ["look.ts", good.replace("Looks", ""), "commands/look.ts: data.description must not be empty"],
  [
    "look.ts",
    good.replace("execute() {}", "execute() {}, autocomplete() {}"),
    "autocomplete must be there if and only if",
  ],
  ["look.ts", good.replace("execute() {}", 'execute() {}, actions: { "a:b": () => {} }'), "actions"],
])("%s is refused and named: %#", async (file, text, complaint) => {
  write(file, text);
  await expect(loadCommands(folder)).rejects.toThrow(complaint);
});

test("a message command's file is named after it, in kebab case", async () => {
  const menu = good.replace('name: "look", description: "Looks"', 'type: 3, name: "Look at this"');
  write("look-at-this.ts", menu);
  expect([...(await loadCommands(folder)).keys()]).toEqual(["look-at-this"]);
  write("look.ts", menu);
  await expect(loadCommands(folder)).rejects.toThrow('its command is named "look-at-this", but the file "look"');
});

test("more message commands than Discord takes are refused", async () => {
  const menu = good.replace('name: "look", description: "Looks"', 'type: 3, name: "Look"');
  const letters = [..."abcdefghijklmnop"];
  for (const letter of letters) write(`look-${letter}.ts`, menu.replace("Look", `Look ${letter}`));
  await expect(loadCommands(folder)).rejects.toThrow("there are 16 message commands; Discord takes 15");
});

describe("what Discord would refuse is refused before", () => {
  const data = { name: "look", description: "Looks", contexts: [0], integration_types: [0] };
  const option = { type: 3, name: "what", description: "What" };

  test.each<[string, object]>([
    ["an upper-case name", { name: "Look" }],
    ["a description on a message command", { type: 3, name: "Look at this" }],
    ["a command on a person, which nothing reads", { type: 2, name: "Look at them", description: undefined }],
    ["a message command named in kebab case", { type: 3, name: "look-at-this", description: undefined }],
    ["a name of 33 letters", { name: "x".repeat(33) }],
    ["a description of 101 characters", { description: "x".repeat(101) }],
    ["26 options", { options: Array.from({ length: 26 }, (_, n) => ({ ...option, name: `o${n}` })) }],
    [
      "26 choices",
      { options: [{ ...option, choices: Array.from({ length: 26 }, (_, n) => ({ name: `${n}`, value: `${n}` })) }] },
    ],
    ["a required option after an optional one", { options: [option, { ...option, name: "b", required: true }] }],
    ["two options of one name", { options: [option, option] }],
    [
      "choices beside autocomplete",
      { options: [{ ...option, autocomplete: true, choices: [{ name: "a", value: "a" }] }] },
    ],
    ["an unknown locale", { description_localizations: { xx: "Sieht" } }],
    ["a misspelt field", { descripton: "Looks" }],
    ["no word on where it works", { contexts: undefined }],
    ["working between people without their installing it", { contexts: [2] }],
    [
      "8001 characters",
      {
        options: Array.from({ length: 25 }, (_, n) => ({
          ...option,
          name: `o${n}`,
          choices: Array.from({ length: 4 }, (_, m) => ({ name: `${m}`.repeat(90), value: `${m}` })),
        })),
      },
    ],
  ])("%s", (_, change) => {
    expect(commandDataSchema.safeParse({ ...data, ...change }).success).toBe(false);
  });

  const inside = { type: 1, name: "closer", description: "Looks closer" };

  test("subcommands with options of their own are taken", () => {
    const options = [
      {
        ...inside,
        options: [
          { ...option, required: true },
          { ...option, name: "where" },
        ],
      },
    ];
    expect(commandDataSchema.safeParse({ ...data, options }).success).toBe(true);
  });

  test.each<[string, unknown[]]>([
    ["a subcommand beside an option", [inside, option]],
    ["two subcommands of one name", [inside, inside]],
    ["a group of subcommands, which nothing reads", [{ ...inside, type: 2, options: [inside] }]],
    [
      "a subcommand whose required option comes last",
      [{ ...inside, options: [option, { ...option, name: "b", required: true }] }],
    ],
  ])("%s is refused", (_, options) => {
    expect(commandDataSchema.safeParse({ ...data, options }).success).toBe(false);
  });
});

test("the bot's own commands load, and Discord would take them", async () => {
  const commands = await loadCommands(fileURLToPath(new URL("../../commands", import.meta.url)));
  expect([...commands.keys()]).toEqual(
    expect.arrayContaining(["accessories", "check-for-warning-signs", "circuit", "upperback-sore"]),
  );
  const data = [...commands.values()].map((command) => command.data);
  expect(contractViolations("PUT /applications/1/commands", data)).toEqual([]);
});
