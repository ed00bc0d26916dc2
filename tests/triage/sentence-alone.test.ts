import { describe, expect, test } from "vitest";
import type { Assessment } from "#src/triage/assessment.ts";
import type { Reading } from "#src/triage/reading.ts";
import { hearSentences } from "#src/triage/sentence-alone.ts";
import { shippedContent } from "../shipped-content.ts";
import { NOW, read } from "./engine.ts";

const { triage, signs } = shippedContent();
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

  test("while innocent talk alone stays innocent", () => {
    expect(assess(talk).level).toBe(0);
  });
});

describe("a sentence that hints at something graver", () => {
  const URGENT = "My groin has been numb since yesterday.";
  const text = `She cannot lift plates. ${URGENT}`;
  const sentences = [quoteIn("She cannot lift plates."), quoteIn(URGENT)];
  const whole: Assessment = { ...assess("traps sore since yesterday's rows"), subject: "other" };
  const hintAt = (words: string) => ({
    sentences,
    marked: read(text, NOW).marked,
    findings: [],
    hints: [{ id: "saddle-numbness", quote: quoteIn(words), certainty: "said" as const, repaired: [] }],
  });
  const hear = (hinted: ReturnType<typeof hintAt>, of: Assessment["subject"]) =>
    hearSentences(whole, hinted as unknown as Reading, true, signs, (sentence) => ({
      ...assess(sentence),
      subject: of,
    }));

  function quoteIn(words: string) {
    const start = text.indexOf(words);
    return { text: words, start, end: start + words.length };
  }

  test("is the writer's where the text tells of somebody else", () => {
    const { level, subject, findings } = hear(hintAt("groin has been numb"), "self");
    expect(level).toBe(3);
    expect(subject).toBe("self");
    expect(findings.map(({ id }) => id)).toEqual(["saddle-numbness"]);
  });

  test("adds nothing to what a text tells of somebody else", () => {
    expect(hear(hintAt("groin has been numb"), "other")).toEqual(whole);
  });

  test.each([
    ["is not heard in a text that gives no ground for fear, unless it tells of the writer", false, "The", 0],
    ["tells of the writer", false, "My", 3],
    ["is heard in any other text, whomever it tells of", true, "The", 3],
  ] as const)("%s", (_, isFeared, whose, level) => {
    const reading = read(`${whose} groin has been numb since yesterday. The bus was late.`, NOW);
    const soreness = assess("traps sore since yesterday's rows");
    expect(hearSentences(soreness, reading, isFeared, signs, () => assess(URGENT)).level).toBe(level);
  });

  test("is heard where the words of the hint begin in another sentence", () => {
    expect(hear(hintAt("plates. My groin has been numb"), "self").level).toBe(3);
  });
});
