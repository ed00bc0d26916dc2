import { execFileSync } from "node:child_process";
import { describe, expect, test } from "vitest";
import { assessLine, explain } from "#src/assess-line.ts";
import { NOW, signs, triage } from "./triage/engine.ts";

const line = (fields: unknown, number = 1) => assessLine(JSON.stringify(fields), number, triage);

describe("a good line gets its reading", () => {
  test("with every field of the contract and no other", () => {
    expect(line({ id: "a1", text: "my pee looks like cola", now: "2026-11-22T12:00:00Z" })).toEqual({
      id: "a1",
      level: 3,
      band: "same-day",
      asks: false,
      findings: [{ id: "dark-urine", quote: "pee looks like cola" }],
      ignored: [],
      causes: [],
      durationDays: null,
    });
  });

  test.each([["seven"], [7], [""]])("the id comes back as it was: %j", (id) => {
    expect(line({ id, text: "sore" })).toMatchObject({ id });
  });

  test("risk factors stand among the findings", () => {
    expect(line({ id: 1, text: "osteoporosis, and my back is sore", now: "2026-11-22T12:00:00Z" })).toMatchObject({
      level: 2,
      findings: expect.arrayContaining([{ id: "risk-osteoporosis", quote: "osteoporosis" }]),
    });
  });

  test("what was set aside comes with words and reason", () => {
    expect(line({ id: 1, text: "no blood in my pee, just sore traps" })).toMatchObject({
      ignored: expect.arrayContaining([
        { id: "dark-urine", quote: expect.stringContaining("blood"), reason: "negated" },
      ]),
    });
  });

  test("weekdays are counted from now, whatever its time zone", () => {
    const since = (now: string) => line({ id: 1, text: "my traps have been sore since tuesday", now });
    expect(since("2026-11-22T12:00:00Z")).toMatchObject({ durationDays: 5 });
    expect(since("2026-11-25T12:00:00+01:00")).toMatchObject({ durationDays: 1 });
  });

  test("now may be left out", () => {
    expect(line({ id: 1, text: "dull ache in my traps for 3 weeks" })).toMatchObject({ level: 2, durationDays: 21 });
  });

  test("fields that are not ours are let through", () => {
    expect(line({ id: 1, text: "sore traps", level: 3, author: "x" })).toMatchObject({ id: 1, level: 0 });
  });

  test("an empty text is answered, too", () => {
    expect(line({ id: 1, text: "" })).toMatchObject({ level: 0, findings: [] });
  });
});

describe("a bad line gets an error with its number", () => {
  test.each([
    ["no JSON", "{oops"],
    ["an empty object", "{}"],
    ["no object", "[]"],
    ["null", "null"],
    ["no text", '{"id":1}'],
    ["a text that is none", '{"id":1,"text":5}'],
    ["an id that is none", '{"id":null,"text":"sore"}'],
    ["a day without time", '{"id":1,"text":"sore","now":"2026-11-22"}'],
    ["no date", '{"id":1,"text":"sore","now":"yesterday"}'],
  ])("%s", (_, bad) => {
    expect(assessLine(bad, 42, triage)).toEqual({ line: 42, error: expect.any(String) });
  });

  test("it does not repeat what was written", () => {
    const answer = JSON.stringify(assessLine('{"id":1,"txt":"a secret"}', 1, triage));
    expect(answer).not.toContain("secret");
  });
});

// Each starts a process of its own.
describe("the command line", { timeout: 30_000 }, () => {
  const run = (input: string, ...args: readonly string[]): string =>
    execFileSync(process.execPath, ["src/assess.ts", ...args], { input, encoding: "utf8" });

  test("goes on after a bad line, skips empty ones and counts all of them", () => {
    const input = ['{"id":"a","text":"my pee looks like cola"}', "", "oops", '{"id":"b","text":"sore traps"}'].join(
      "\n",
    );
    const lines = run(input).trim().split("\n");
    expect(lines.map((one) => JSON.parse(one) as unknown)).toMatchObject([
      { id: "a", level: 3 },
      { line: 3, error: expect.any(String) },
      { id: "b", level: 0 },
    ]);
  });

  test("has nothing to say to nothing", () => {
    expect(run("")).toBe("");
  });

  test("explains a reading", () => {
    expect(run("", "--explain", "my pee looks like cola")).toContain("+ dark-urine");
  });
});

describe("an explanation for whoever writes knowledge", () => {
  const shown = (text: string): string => explain(text, NOW, { triage, signs });

  test("names level, rule, signs with their words, length and trend", () => {
    const lines = shown("my pee looks like cola. dull ache for 3 weeks, getting worse");
    expect(lines).toMatch(/^level 3 \(same-day\), urgent, for self\nbecause /);
    expect(lines).toMatch(/^\+ dark-urine \(.*\): "pee looks like cola", said$/m);
    expect(lines).toMatch(/^lasting 21 days, worse$/m);
  });

  test("names what was set aside and why", () => {
    expect(shown("no blood in my pee, just sore traps")).toMatch(/^- dark-urine: ".*blood.*" set aside as negated$/m);
  });

  test("names what could not be read and what would be asked", () => {
    expect(shown("my neck does a weird thing")).toMatch(/^\? would ask /m);
  });
});
