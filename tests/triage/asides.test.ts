import { describe, expect, test } from "vitest";
import { withoutAsides } from "#src/triage/asides.ts";
import { assess, NOW, read, signs } from "./engine.ts";

const restOf = (text: string): string | null => withoutAsides(read(text, NOW), signs);

describe("what is said by the way is left out", () => {
  test.each([
    ["my legs are sore from squats and I passed out", "and I passed out"],
    ["My quads are sore since yesterday. My pee is brown.", "My pee is brown."],
    ["I coughed up blood, traps sore from shrugs", "I coughed up blood,"],
    ["can't feel my left hand since friday, also my lats are stiff", "can't feel my left hand since friday,"],
    ["peeing brown, been lifting 5 years", "peeing brown,"],
    ["hey guys, struggling to breathe, any tips?", "struggling to breathe,"],
    ["meet in 3 weeks, my groin is numb", "my groin is numb"],
    ["coughing blood. slept badly, work was mad", "coughing blood."],
    ["My quads are sore since yesterday. Pinky tingles all day.", "Pinky tingles all day."],
    ["crushing chest pain and I can't breathe, I am 25", "crushing chest pain and I can't breathe,"],
    ["31m, 90 kg, coughing blood", "coughing blood"],
    ["no fever, no cough, just numb in the groin", "just numb in the groin"],
    ["no sharp pain but my chest feels tight", "but my chest feels tight"],
    ["no fever or anything, coughing blood", "coughing blood"],
    ["Coughing blood. Who has the key for the hall on Sunday?", "Coughing blood."],
    ["Coughed up a clot. Last year I tore my pec, all healed.", "Coughed up a clot."],
    [
      "I own a dull back since the heatwave. Last year I tore my pec, all healed.",
      "I own a dull back since the heatwave.",
    ],
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

describe("nothing is left out", () => {
  test.each([
    ["where nothing else is told", "my legs are sore, my traps are sore"],
    ["where it is all that is told", "Last year I tore my pec, all healed."],
    ["where a soreness has no place and may explain what stands beside it", "tight, just sore from benching"],
    ["where the clause tells of more", "my legs are sore and numb"],
    ["where only the writer is told of", "31m, 90 kg"],
    ["where what is denied is all there is", "no fever, no numbness"],
    ["where a denial belongs to a story", "the bar went behind me, not a scratch, everyone clapped"],
    ["where a denial asserts", "no feeling in my left foot, squatting anyway"],
    ["where a number tells of something else", "my hand tingles, i am 16 weeks pregnant"],
    ["where the group is asked about the complaint", "my hand tingles. who else gets numb hands?"],
    ["where somebody asks about themselves", "my hand tingles. who can tell me what I should do?"],
    ["where only a risk factor stands beside", "i'm 22 weeks pregnant and my traps are sore from rows"],
  ])("%s", (_, text) => {
    expect(restOf(text)).toBeNull();
  });
});

describe("a warning is heard beside what is said by the way", () => {
  const ASIDES = [
    "my legs are sore from squats",
    "sore traps from shrugs",
    "my quads are stiff since yesterday",
    "been lifting 5 years",
    "hey guys, any tips",
    "I am 25",
    "31m, 90 kg",
  ];
  const URGENT = [
    "my pee looks like cola",
    "I passed out after my deadlift",
    "I coughed up blood this morning",
    "my groin has been numb since yesterday",
    "I can't feel my left hand since friday",
    "my speech was slurred for a minute",
  ];
  const pairs = URGENT.flatMap((urgent) => ASIDES.map((aside) => [urgent, aside] as const));

  test.each(pairs)("%s; %s", (urgent, aside) => {
    for (const text of [`${urgent}, ${aside}`, `${aside} and ${urgent}`, `${aside}. ${urgent}`])
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
