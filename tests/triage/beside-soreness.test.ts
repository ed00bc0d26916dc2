import { describe, expect, test } from "vitest";
import { withoutSoreness } from "#src/triage/beside-soreness.ts";
import { assess, NOW, read, signs } from "./engine.ts";

const restOf = (text: string): string | null => withoutSoreness(read(text, NOW), signs);

describe("a soreness at a place of its own is left out", () => {
  test.each([
    ["my legs are sore from squats and I passed out", "and I passed out"],
    ["My quads are sore since yesterday. My pee is brown.", "My pee is brown."],
    ["I coughed up blood, traps sore from shrugs", "I coughed up blood,"],
    ["can't feel my left hand since friday, also my lats are stiff", "can't feel my left hand since friday,"],
  ])("%s", (text, rest) => {
    expect(restOf(text)?.trim()).toBe(rest);
  });

  test("and all other words keep their offsets", () => {
    const text = "my legs are sore from squats, and I passed out";
    const rest = restOf(text) as string;
    expect(rest).toHaveLength(text.length);
    expect(rest.indexOf("passed")).toBe(text.indexOf("passed"));
  });
});

describe("it stays", () => {
  test.each([
    ["where nothing else is told", "my legs are sore, my traps are sore"],
    ["where it has no place and may explain what stands beside it", "tight, just sore from benching"],
    ["where its clause tells of more", "my legs are sore and numb"],
    ["where only a risk factor stands beside it", "i'm 22 weeks pregnant and my traps are sore from rows"],
  ])("%s", (_, text) => {
    expect(restOf(text)).toBeNull();
  });
});

describe("a warning is heard beside soreness", () => {
  const SORENESS = ["my legs are sore from squats", "sore traps from shrugs", "my quads are stiff since yesterday"];
  const URGENT = [
    "my pee looks like cola",
    "I passed out after my deadlift",
    "I coughed up blood this morning",
    "my groin has been numb since yesterday",
    "I can't feel my left hand since friday",
    "my speech was slurred for a minute",
  ];
  const pairs = URGENT.flatMap((urgent) => SORENESS.map((sore) => [urgent, sore] as const));

  test.each(pairs)("%s; %s", (urgent, sore) => {
    for (const text of [`${urgent}, ${sore}`, `${sore} and ${urgent}`, `${sore}. ${urgent}`])
      expect(assess(text).level, text).toBe(3);
  });

  test("and its words are quoted where they stand", () => {
    const text = "My quads are stiff since yesterday. I coughed up blood this morning.";
    const { findings, durationDays } = assess(text);
    const quote = findings.find(({ id }) => id === "coughing-blood")?.quote;
    expect(quote).not.toBeNull();
    expect(text.slice(quote?.start, quote?.end)).toBe(quote?.text);
    expect(durationDays).toBe(1);
  });
});
