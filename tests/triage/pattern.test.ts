import { describe, expect, test } from "vitest";
import { parsePattern } from "#src/triage/pattern.ts";
import { createReader } from "#src/triage/reading.ts";
import { NOW } from "./engine.ts";
import { tinyContent } from "./tiny-content.ts";

const WORDS = {
  cannot: ["cannot", "unable to"],
  feel: ["feel"],
  hand: ["hand"],
  arm: ["arm"],
  numb: ["numb", "dead"],
  filler: ["a", "the", "my", "is", "really"],
};

/** The words that a pattern found, or null. */
function quoteOf(pattern: string, text: string): string | null {
  return createReader(tinyContent(WORDS, { patterns: [pattern] }), [])(text, NOW).findings[0]?.quote?.text ?? null;
}

describe("order and gaps", () => {
  test.each<[pattern: string, text: string, quote: string | null]>([
    ["numb hand", "a numb hand", "numb hand"],
    ["numb hand", "hand numb", null],
    ["numb hand", "numb in one hand", null],
    // Filler words are no gap.
    ["hand numb", "hand is really numb", "hand is really numb"],
    ["numb .. hand", "numb down to one hand", "numb down to one hand"],
    ["numb .. hand", "hand goes numb", null],
    ["numb .. hand", "numb one two three four hand", "numb one two three four hand"],
    ["numb .. hand", "numb one two three four five hand", null],
    ["numb ..1 hand", "numb one two hand", null],
    ["numb ..2 hand", "numb one two hand", "numb one two hand"],
    ["numb & hand", "hand goes numb", "hand goes numb"],
    ["numb & hand", "numb goes hand", "numb goes hand"],
    ["numb & hand", "hand 1 2 3 4 5 6 numb", "hand 1 2 3 4 5 6 numb"],
    ["numb & hand", "hand 1 2 3 4 5 6 7 numb", null],
    ["numb &1 hand", "hand goes all numb", null],
    ["numb hand|arm", "numb arm", "numb arm"],
    ["numb|feel .. arm", "feel it down one arm", "feel it down one arm"],
    ["cannot .. feel & hand|arm", "cannot feel the arm", "cannot feel the arm"],
    ["cannot .. feel & hand|arm", "my hand, unable to feel it", "hand, unable to feel"],
    ["cannot .. feel & hand|arm", "feel the arm, cannot", null],
    ["numb", "it is dead", "dead"],
  ])("%s in %j: %j", (pattern, text, quote) => {
    expect(quoteOf(pattern, text)).toBe(quote);
  });

  test("a comma makes the way one word longer, a dash three", () => {
    expect(quoteOf("numb ..1 hand", "numb one, hand")).toBeNull();
    expect(quoteOf("numb ..2 hand", "numb one, hand")).toBe("numb one, hand");
    expect(quoteOf("numb ..3 hand", "numb one - hand")).toBeNull();
    expect(quoteOf("numb ..4 hand", "numb one - hand")).toBe("numb one - hand");
  });

  test("two short sentences still speak of one thing, long ones do not", () => {
    expect(quoteOf("hand & numb", "Left hand. Numb.")).toBe("hand. Numb");
    expect(quoteOf("hand & numb", "My hand was on that old bar. So I went home numb.")).toBeNull();
  });

  test("another mention is tried where the nearest one leads nowhere", () => {
    expect(quoteOf("numb .. hand .. feel", "numb one two hand x hand one two three four feel")).not.toBeNull();
  });
});

describe("a plain word in a pattern stands for itself", () => {
  test("without a class of that name", () => {
    expect(quoteOf("knuckle .. numb", "each knuckle turns numb")).toBe("knuckle turns numb");
  });
});

describe("a look-alike beside a sign explains it away", () => {
  const reader = createReader(
    tinyContent({ ...WORDS, slept: ["slept on"] }, { patterns: ["numb .. arm"], lookAlikes: ["slept"] }),
    [],
  );

  test("near it", () => {
    const { findings, ignored } = reader("numb right arm, slept on it", NOW);
    expect(findings).toEqual([]);
    expect(ignored).toMatchObject([{ id: "it", reason: "look-alike" }]);
  });

  test("not in another sentence", () => {
    expect(reader("numb right arm. slept on a train", NOW).findings).toHaveLength(1);
  });

  test("not beyond a but", () => {
    expect(reader("numb right arm but slept on a train", NOW).findings).toHaveLength(1);
    expect(reader("slept on a train but numb right arm", NOW).findings).toHaveLength(1);
  });

  test("a second, unexplained mention still counts", () => {
    const text = "numb arm, slept on it. then at the gym today out of the blue another numb arm";
    expect(reader(text, NOW).findings).toHaveLength(1);
  });
});

describe("a wrong pattern says what is wrong", () => {
  const isClass = (name: string): boolean => name in WORDS;

  test.each([
    ["numb .. knee", 'pattern "numb .. knee" names the unknown word class "knee"'],
    ["hand|knee", 'pattern "hand|knee" names the unknown word class "knee"'],
    ["numb ..", 'pattern "numb .." ends without a word class'],
    ["numb &", 'pattern "numb &" ends without a word class'],
  ])("%s", (source, message) => {
    expect(() => parsePattern(source, isClass)).toThrow(message);
  });

  test("an empty one, too", () => {
    expect(() => parsePattern("  ", isClass)).toThrow(/pattern/);
  });

  test("the reader names the sign as well", () => {
    expect(() => createReader(tinyContent(WORDS, { patterns: ["numb .. body-part"] }), [])).toThrow(
      'it: pattern "numb .. body-part" names the unknown word class "body-part"',
    );
  });

  test.each(["hints", "lookAlikes"] as const)("in %s as well", (field) => {
    expect(() => createReader(tinyContent(WORDS, { [field]: ["body-part"] }), [])).toThrow("it: pattern");
  });
});
