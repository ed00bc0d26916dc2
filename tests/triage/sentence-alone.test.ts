import { describe, expect, test } from "vitest";
import { loadContent } from "#src/load-content.ts";

const { triage } = loadContent("knowledge");
const assess = (text: string) => triage.assess({ text, now: new Date("2026-11-22T12:00:00Z") });

describe("a warning in one sentence is heard beside much innocent talk", () => {
  const talk = "Great week so far. Bench moved well and the new shoes arrived. Dinner was good.";
  test.each([
    ["My speech is slurred and my face is drooping.", "stroke-signs"],
    ["I passed out after my last deadlift.", "fainting-blackout"],
    ["My pee is brown since yesterday.", "dark-urine"],
  ])("%s", (sentence, sign) => {
    for (const text of [`${talk} ${sentence}`, `${sentence} ${talk}`]) {
      const { level, findings } = assess(text);
      expect(level, text).toBe(3);
      expect(findings.map(({ id }) => id)).toContain(sign);
    }
  });

  test("and its words are quoted where they stand in the whole text", () => {
    const text = `${talk} My speech is slurred and my face is drooping.`;
    const quotes = assess(text).findings.flatMap(({ quote }) => quote ?? []);
    expect(quotes.length).toBeGreaterThan(0);
    for (const { text: words, start, end } of quotes) expect(text.slice(start, end)).toBe(words);
  });

  test("also beside talk of somebody else, and then it is the writer's", () => {
    const ofWife = "My wife asks what deadlift means and why it has dead in it. She thinks plates are baby-safe.";
    const { level, subject } = assess(`${ofWife} My groin has been numb since yesterday.`);
    expect(level).toBe(3);
    expect(subject).toBe("self");
  });

  test("also where words of the next sentence seem to belong to it", () => {
    const { level, findings } = assess(
      "I get a stabbing pain in my ribs when I breathe in.\n\nDOMS in the abs, don't make me laugh pls. planks fri",
    );
    expect(level).toBe(3);
    expect(findings.map(({ id }) => id)).toContain("pain-on-breathing");
  });

  test("while innocent talk alone stays innocent", () => {
    expect(assess(talk).level).toBe(0);
  });
});
