import { describe, expect, test } from "vitest";
import { decide } from "#src/triage/decide.ts";
import type { Heard } from "#src/triage/heard.ts";
import { content, NOW, read, signs } from "./engine.ts";

const rules = { signs, reading: content, secondReader: null };

/** A second reader that is sure of a warning, though not of an urgent one, and of which. */
function hearing(sign: string, urgent = 0.01): Heard {
  if (content.secondReader === null) throw new Error("no second reader is shipped");
  const opinion = { watch: 0.99, alarm: 0.99, urgent, emergency: 0.01, sign, because: ["niggle"] };
  return {
    opinion: { ...opinion, chanceOf: (id) => (id === sign ? 0.99 : 0) },
    thresholds: content.secondReader.thresholds,
  };
}

const decided = (text: string, heard: Heard) =>
  decide({ reading: read(text, NOW), answers: {}, earlier: null }, rules, heard);

describe("a warning that only the second reader hears", () => {
  test.each([
    ["alone has its own level", "something is there again", "between-blades-no-cause", 2],
    ["beside a risk factor is weighed with it", "I am 61. something is there again", "between-blades-no-cause", 3],
    ["is weighed with what is told beside it", "it has been at it for hours, on the couch", "palpitations", 3],
    ["that is graver than it is sure of is no ground for more", "something is odd with him", "stroke-signs", 2],
  ] as const)("%s", (_, text, sign, level) => {
    const { level: found, asks } = decided(text, hearing(sign));
    expect(found).toBe(level);
    if (level === 3) expect(asks).toBe(true);
  });
});

describe("a text that the second reader holds for urgent", () => {
  const sure = hearing("stroke-signs", 0.6);
  const heard: Heard = { ...sure, thresholds: { ...sure.thresholds, urgentFrom: 0.5, unreadUrgentFrom: 0.9 } };

  test("is urgent where a pattern hints at a sign", () => {
    expect(decided("words come out wrong today", heard).level).toBe(3);
  });

  test("is a reason to be seen, and asked about, where no pattern read anything", () => {
    const { level, asks } = decided("something is odd with him", heard);
    expect(level).toBe(2);
    expect(asks).toBe(true);
  });
});
