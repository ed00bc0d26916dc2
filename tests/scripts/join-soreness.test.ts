import { expect, test } from "vitest";
import type { LabelledText } from "../../bench/triage/labelled-sets.ts";
import { joinSoreness } from "../../scripts/join-soreness.ts";

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

const SORE = labelled("Quads are cooked.", 0, ["ordinary-soreness"]);
const URGENT = labelled("I lost my speech for a minute", 3, ["stroke-signs"]);
const texts = [SORE, URGENT, labelled("one trap only", 1, ["one-sided-pinpoint"]), labelled("chalk is cheap", 0, [])];

test("messages are joined with a soreness, the same ones each time", () => {
  const joined = joinSoreness(texts);
  expect(joined.length).toBeGreaterThan(0);
  expect(joinSoreness(texts)).toEqual(joined);
  for (const { text } of joined) expect(text.toLowerCase()).toContain("quads are cooked");
});

test("they keep the label of the message, and the soreness is among its findings", () => {
  const urgent = joinSoreness(texts).filter(({ text }) => text.includes("lost my speech"));
  expect(urgent.length).toBeGreaterThan(0);
  for (const { level, band, findings } of urgent) {
    expect([level, band]).toEqual([3, "emergency"]);
    expect(findings).toEqual(["stroke-signs", "ordinary-soreness"]);
  }
});

test("no soreness is joined with another one", () => {
  for (const { id } of joinSoreness(texts)) expect(id).not.toBe(SORE.id);
});
