import { expect, test } from "vitest";
import type { LabelledText } from "../../bench/triage/labelled-sets.ts";
import { joinAsides } from "../../scripts/join-asides.ts";

const labelled = (text: string, level: 0 | 1 | 2 | 3, findings: readonly string[]): LabelledText => ({
  id: text,
  text,
  level,
  accept: [level],
  band: level === 3 ? "emergency" : null,
  findings: [...findings],
  subject: "self",
  now: "2026-11-22T12:00:00Z",
});

const SORE = "Quads are cooked.";
const ASIDES = ["hey guys", "any tips?"];
const texts = [
  labelled(SORE, 0, ["ordinary-soreness"]),
  labelled("I lost my speech for a minute", 3, ["stroke-signs"]),
  labelled("one trap only", 1, ["one-sided-pinpoint"]),
];
const joined = joinAsides(texts, ASIDES);
const has = ({ text }: LabelledText, piece: string): boolean => text.toLowerCase().includes(piece.toLowerCase());
const isAside = (one: LabelledText): boolean => ASIDES.some((aside) => has(one, aside));

test("each message has a soreness or an aside beside it, and the same ones each time", () => {
  expect(joined.length).toBeGreaterThan(0);
  for (const one of joined) expect(isAside(one) || has(one, "quads are cooked"), one.text).toBe(true);
  expect(joinAsides(texts, ASIDES)).toEqual(joined);
});

test("they keep the label of the message, and a soreness beside it is among the findings", () => {
  const urgent = joined.filter((one) => has(one, "lost my speech"));
  expect(urgent.some(isAside)).toBe(true);
  for (const one of urgent) {
    expect([one.level, one.band]).toEqual([3, "emergency"]);
    expect(one.findings).toEqual(has(one, "quads") ? ["stroke-signs", "ordinary-soreness"] : ["stroke-signs"]);
  }
});

test("no soreness is joined with another one", () => {
  for (const one of joined.filter(({ id }) => id === SORE)) expect(isAside(one), one.text).toBe(true);
});
