import { describe, expect, test } from "vitest";
import { askAboutClauses } from "#src/triage/clause-alone.ts";
import { assess, NOW, read, signs } from "./engine.ts";

const CALM = assess("traps sore since yesterday's rows");
const alone = { read: (clause: string) => read(clause, NOW), assess: (clause: string) => assess(clause) };
const asked = (text: string) => askAboutClauses(CALM, read(text, NOW), signs, alone);

describe("a warning that one clause tells in full", () => {
  test.each([
    ["I read the article and my pee is brown", "dark-urine"],
    ["watched a movie last night and I passed out", "fainting-blackout"],
    ["saw a video on form, I can't pee since yesterday", "bladder-bowel-change"],
    ["bought new plates, my left hand is numb", "tingling-numbness-persistent"],
    ["saw a video on form and I want to die", "wants-to-die"],
    ["gym was fun till a guy collapsed", "fainting-blackout"],
    ["love this place, but she can't breathe", "breathlessness"],
  ])("is asked about in %j, whatever stands beside it", (text, sign) => {
    const { asks, kind, questions } = asked(text);
    expect([asks, kind]).toEqual([true, "not-understood"]);
    expect(questions).toContainEqual({ kind: "sign", signId: sign });
  });

  test("is told to be what was not understood, so that later answers do not call it nothing", () => {
    const text = "gym was fun till a guy collapsed";
    const [left, ...others] = asked(text).leftovers;
    expect(others).toEqual([]);
    expect(left).toEqual({ text: "a guy collapsed", start: 17, end: 32 });
    expect(text.slice(left?.start, left?.end)).toBe(left?.text);
  });

  test("is not, where the whole text is a warning or asked about already", () => {
    const warned = assess("I passed out during my last set");
    expect(askAboutClauses(warned, read("I read it and my pee is brown", NOW), signs, alone)).toBe(warned);
    const unsure = { ...CALM, asks: true };
    expect(askAboutClauses(unsure, read("I read it and my pee is brown", NOW), signs, alone)).toBe(unsure);
  });
});

describe("nothing is asked for", () => {
  test.each([
    ["a clause of which more is told", "back home now, I passed out on the sofa with the telly on"],
    ["a clause of nobody", "read the article, my dog can't pee"],
    [
      "a clause of somebody else in a longer text",
      "in the film we saw on friday at the old cinema by the river there is a scene with a lifter, he collapsed",
    ],
    ["a soreness", "read the article, my traps are sore"],
    ["a denial", "read the article, I never passed out"],
  ])("%s", (_, text) => {
    expect(asked(text)).toBe(CALM);
  });
});
