import { existsSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { readWords } from "#src/triage/words.ts";
import { assess, content, signs } from "../triage/engine.ts";

/** Texts that development looks at; they belong to no one part of the project, so not every checkout has them. */
const DEV_TEXTS = "../shared/triage-dev.jsonl";
const hasDevTexts = existsSync(DEV_TEXTS);
const FEWEST_EXAMPLES = 2;
/** So many of the same words in a row are no accident. */
const WORDS_IN_A_ROW = 6;

const recognitions = [...content.recognitions.values()];

describe("the examples of every warning sign and risk factor hold", () => {
  describe.each(recognitions.map(({ id, examples }) => [id, examples] as const))("%s", (id, { matches, ignores }) => {
    const found = (text: string): readonly string[] => {
      const { findings, risks } = assess(text);
      return [...findings, ...risks].map((one) => one.id);
    };

    test("there are some of both kinds", () => {
      expect(matches.length).toBeGreaterThanOrEqual(FEWEST_EXAMPLES);
      expect(ignores.length).toBeGreaterThanOrEqual(FEWEST_EXAMPLES);
    });

    test.each(matches)("found in: %s", (text) => {
      expect(found(text)).toContain(id);
    });

    test.each(ignores)("not found in: %s", (text) => {
      expect(found(text)).not.toContain(id);
    });
  });

  test("no sentence stands twice among those that match", () => {
    const all = recognitions.flatMap(({ examples }) => examples.matches);
    expect(new Set(all).size).toBe(all.length);
  });
});

describe("the catalogue is whole", () => {
  test("it has the reference's 54 findings and 11 risk factors, a wish to die, and other emergencies", () => {
    expect(signs.signs.size).toBe(56);
    expect(signs.risks.size).toBe(11);
  });

  test("every sign that combinations name is a sign, a risk factor or a word class", () => {
    const raises = [...recognitions, ...content.riskRules.values()].flatMap(({ raised }) => raised);
    for (const name of raises.flatMap((raise) => raise.with)) {
      expect(signs.signs.has(name) || signs.risks.has(name) || name in content.words, name).toBe(true);
    }
  });

  test("every sign can be recognised by words, save those that only a length of time brings", () => {
    const byTime = new Set(["duration-watch"]);
    for (const { id, patterns, hints } of recognitions) {
      if (!byTime.has(id)) expect(patterns.length + hints.length, id).toBeGreaterThan(0);
    }
  });
});

const title = hasDevTexts
  ? "no text that development looks at stands in the content"
  : `no text that development looks at stands in the content (skipped: ${DEV_TEXTS} is not here)`;

test.skipIf(!hasDevTexts)(title, () => {
  const wordsOf = (text: string): readonly string[] => readWords(text).map(({ norm }) => norm);
  const lines = readFileSync(DEV_TEXTS, "utf8").trim().split("\n");
  const dev = lines.map((line) => wordsOf((JSON.parse(line) as { text: string }).text));
  const rows = new Set(dev.flatMap((words) => rowsOf(words)));
  const wholes = new Set(dev.filter((words) => words.length >= 3).map((words) => words.join(" ")));

  const examples = recognitions.flatMap(({ examples: { matches, ignores } }) => [...matches, ...ignores]);
  const phrases = [...Object.values(content.words), ...Object.values(content.cues)].flat();
  const shared = [...examples, ...phrases].filter((text) => {
    const words = wordsOf(text.replace(/!$/, ""));
    return wholes.has(words.join(" ")) || rowsOf(words).some((row) => rows.has(row));
  });
  expect(shared).toEqual([]);
});

function rowsOf(words: readonly string[]): readonly string[] {
  return words.slice(WORDS_IN_A_ROW - 1).map((_, i) => words.slice(i, i + WORDS_IN_A_ROW).join(" "));
}
