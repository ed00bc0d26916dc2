import { DiscordAPIError, HTTPError } from "discord.js";
import { expect, test } from "vitest";
import { createLog } from "#src/operations/log.ts";

function createTestLog(readable = false) {
  const lines: string[] = [];
  return { log: createLog({ level: "debug", readable, write: (line) => lines.push(line) }), lines };
}

const url = "https://discord.com/api/v10/interactions/1/SECRET-TOKEN/callback";
const body = { body: { data: { content: "my bladder hurts" } }, files: undefined };

test.each<[string, unknown]>([
  [
    "a refusal of Discord's",
    new DiscordAPIError({ code: 10062, message: "Unknown interaction" }, 10062, 404, "POST", url, body),
  ],
  ["a failure of Discord's", new HTTPError(500, "Server Error", "POST", url, body)],
  [
    "an error with everything attached",
    Object.assign(new Error("it failed"), { url, requestBody: body, cause: new Error("bladder") }),
  ],
  ["a syntax error, which quotes its input", new SyntaxError('Unexpected token in "my bladder hurts"')],
  ["an error that quotes", new Error('cannot read "my bladder hurts"')],
  ["an error with an address", new Error(`fetch of ${url} failed`)],
  ["a thrown text", "my bladder hurts"],
])("of %s neither token nor words reach the log", (_, error) => {
  const { log, lines } = createTestLog();
  log.error("It failed", { error });
  expect(lines).toHaveLength(1);
  expect(lines[0]).not.toMatch(/SECRET-TOKEN|bladder/);
});

test("of an error its kind, code, status and place are kept", () => {
  const { log, lines } = createTestLog();
  log.error("It failed", {
    error: new DiscordAPIError({ code: 10062, message: "Unknown interaction" }, 10062, 404, "POST", url, body),
  });
  expect(JSON.parse(lines[0] ?? "")).toMatchObject({
    level: "error",
    msg: "It failed",
    error: { code: 10062, status: 404, method: "POST", message: "Unknown interaction" },
  });
  expect(lines[0]).toContain("log.test.ts");
});

test("a field that is not on the list is left out, whoever sneaks it in", () => {
  const { log, lines } = createTestLog();
  log.info("Answered", { command: "echo", content: "my bladder hurts" } as never);
  expect(JSON.parse(lines[0] ?? "")).toMatchObject({ command: "echo" });
  expect(lines[0]).not.toContain("bladder");
});

test.each([false, true])(
  "a line stays one line and steers no terminal, whatever is in it (readable: %s)",
  (readable) => {
    const { log, lines } = createTestLog(readable);
    log.info("Answered", { command: "a\nb\u001b[31m" });
    expect(lines[0]?.trimEnd()).not.toMatch(/\p{Cc}/u);
  },
);

test("a person in a terminal reads a sentence", () => {
  const { log, lines } = createTestLog(true);
  log.warn("The command is slow", { command: "echo", added: ["a", "b"] });
  expect(lines[0]).toMatch(/^\d\d:\d\d:\d\d warn: The command is slow command=echo added=a,b\n$/);
});
