import { spawnSync } from "node:child_process";
import { expect, test } from "vitest";

const lines = (input: readonly string[]) => {
  const { stdout, status, stderr } = spawnSync(process.execPath, ["src/ask.ts"], {
    input: input.join("\n"),
    encoding: "utf8",
  });
  expect([status, stderr]).toEqual([0, ""]);
  return stdout
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line) as Record<string, unknown>);
};

test("a line in, a line out: answers, refusals, and a line that is no question told by its number", () => {
  const answers = lines([
    '{"id": "a", "q": "who is cailer woolam"}',
    "not json",
    "",
    '{"id": 7}',
    '{"id": "b", "q": "how much protein do i need", "more": 1}',
  ]);
  expect(answers).toEqual([
    {
      id: "a",
      answered: true,
      sections: expect.arrayContaining(["shrugs-story"]),
      text: expect.stringContaining("## Cailer Woolam and his shrugs"),
    },
    { line: 2, error: expect.stringContaining("not a question") },
    { line: 4, error: expect.stringContaining("not a question") },
    { id: "b", answered: false, sections: [], text: expect.stringContaining("## I don't know that") },
  ]);
}, 30_000);
