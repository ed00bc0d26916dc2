import { describe, expect, test } from "vitest";
import { doubtedWarnings, secondedHints, toldDays } from "#src/triage/heard.ts";
import type { Inputs, Rules } from "#src/triage/inputs.ts";
import { readersOfSentences } from "#src/triage/surer.ts";
import { shippedContent } from "../shipped-content.ts";

const { signs } = shippedContent();
const thresholds = { secondedFrom: 0.6, secondedAlarmFrom: 0.3, fewWordsAlarmFrom: 0.1 };

type Hearing = { readonly chance: number; readonly alarm: number; readonly words?: number };

function standing(id: string, { chance, alarm, words = 12 }: Hearing): boolean {
  const found = (name: string) => ({ id: name, quote: null, certainty: "said", repaired: [] });
  const heard = { opinion: { alarm, chanceOf: () => chance }, thresholds };
  const inputs = {
    reading: { findings: [found("ordinary-soreness")], hints: [found(id)], marked: { tokens: new Array(words) } },
  };
  return secondedHints(heard as never, inputs as unknown as Inputs, { signs } as unknown as Rules).length === 1;
}

test.each([
  ["stands where the second reader hears the same sign and fears a warning", "dark-urine", 0.7, 0.4, true],
  ["does not stand where it does not hear the sign", "dark-urine", 0.5, 0.9, false],
  ["of a warning does not stand where it fears none", "dark-urine", 0.9, 0.2, false],
  ["of what is no warning stands all the same", "brief-lightheaded", 0.9, 0.2, true],
])("a hint %s", (_, id, chance, alarm, isStanding) => {
  expect(standing(id, { chance, alarm })).toBe(isStanding);
});

test("a hint in a handful of words needs less fear than one in a longer text", () => {
  expect(standing("dark-urine", { chance: 0.9, alarm: 0.2, words: 2 })).toBe(true);
  expect(standing("dark-urine", { chance: 0.9, alarm: 0.2, words: 12 })).toBe(false);
  expect(standing("dark-urine", { chance: 0.9, alarm: 0.02, words: 2 })).toBe(false);
});

test.each([
  ["a warning in words that the second reader holds for nothing is", "dark-urine", 0.01, 0, true],
  ["one that it holds possible is not", "dark-urine", 0.05, 0, false],
  ["one that it holds for urgent, if for anything, is not", "dark-urine", 0.01, 0.1, false],
  ["a wish to die never is", "wants-to-die", 0.01, 0, false],
  ["what is no warning is not", "ordinary-soreness", 0.01, 0, false],
])("of signs in doubt: %s", (_, id, alarm, urgent, isDoubted) => {
  const found = { id, quote: null, certainty: "said", repaired: [] };
  const heard = { opinion: { alarm, urgent }, thresholds: { believedFrom: 0.03 } };
  const inputs = { reading: { findings: [found] } };
  const doubted = doubtedWarnings(heard as never, inputs as never, { signs } as never);
  expect(doubted).toEqual(isDoubted ? [found] : []);
});

describe("a length of time", () => {
  const limits = { askFrom: 0.05, complaintFrom: 0.4, lastingFrom: 0.2 };
  const told = (days: number, isFirmlyDated: boolean, alarm: number, likely: string | null): number | null => {
    const opinion = { alarm, chanceOf: (id: string) => (id === likely ? 0.9 : 0) };
    return toldDays({ opinion, thresholds: limits } as never, { reading: { days, isFirmlyDated } } as never);
  };

  test.each([
    ["in one clause with a soreness counts", 60, true, 0.01, "ordinary-soreness", 60],
    ["in one clause with what only sounds like a complaint does not", 3650, true, 0.01, null, null],
    ["in one clause with what may be one does", 60, true, 0.1, null, 60],
    ["apart from a fresh soreness is that of a habit", 60, false, 0.01, "ordinary-soreness", null],
    ["of days, apart from a soreness, is that of the soreness", 5, false, 0.01, "ordinary-soreness", 5],
    ["apart from a complaint that goes on counts", 60, false, 0.1, "long-lasting-pain", 60],
    ["apart from nothing heard does not count", 60, false, 0.1, null, null],
    ["in a text that is feared to be a warning counts", 60, false, 0.5, null, 60],
  ])("%s", (_, days, isFirm, alarm, likely, expected) => {
    expect(told(days, isFirm, alarm, likely)).toBe(expected);
  });

  test("in one sentence of a text that is not feared never counts: there it is that of a habit", () => {
    const opinion = { alarm: 0.99, chanceOf: () => 0.99 };
    const { unfeared } = readersOfSentences({ hear: () => opinion, thresholds: limits } as never);
    const heard = { opinion, thresholds: unfeared.thresholds };
    expect(toldDays(heard as never, { reading: { days: 400, isFirmlyDated: true } } as never)).toBeNull();
  });
});
