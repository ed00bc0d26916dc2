import { describe, expect, test } from "vitest";
// This import stands first: it counts only what is loaded after it.
import { countSteps } from "./count-steps.ts";
import { assess } from "./engine.ts";

const LONG = 2000;

const HOSTILE: readonly (readonly [what: string, unit: string])[] = [
  ["negations", "no "],
  ["one sign", "numb "],
  ["one place", "chest "],
  ["places and signs", "chest pain numb hand "],
  ["signs in a list that is denied", "no numb, "],
  ["what-ifs", "if i "],
  ["other people", "my wife "],
  ["the past", "last year "],
  ["lengths", "3 weeks "],
  ["short sentences", "a. "],
  ["apostrophes", "'’"],
  ["a stretched word", "o"],
  ["nothing but marks", "?!"],
  ["half a link", "<@"],
  ["combining marks", "a\u0301"],
  ["likenesses", "feels like "],
  ["unknown words", "qzxv wkjh "],
  ["mistyped words", "tinglign sholder "],
];

const stepsFor = (text: string): Promise<number> => countSteps("/src/triage/", () => void assess(text));
const repeated = (unit: string, length: number): string =>
  unit.repeat(Math.ceil(length / unit.length)).slice(0, length);

describe("a hostile text of 2,000 characters costs work in proportion to its length", () => {
  test("steps are counted at all, and are the same each time", async () => {
    // Words are looked up once and kept.
    await stepsFor("my left hand is numb");
    const first = await stepsFor("my left hand is numb");
    expect(first).toBeGreaterThan(100);
    expect(await stepsFor("my left hand is numb")).toBe(first);
  });

  test.each(HOSTILE)("%s", async (_, unit) => {
    const half = await stepsFor(repeated(unit, LONG / 2));
    const whole = await stepsFor(repeated(unit, LONG));
    expect(whole).toBeLessThan(2.5 * half + 5000);
    expect(whole).toBeLessThan(1_000_000);
  });
});
