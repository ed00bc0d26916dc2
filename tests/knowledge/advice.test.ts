import { describe, expect, test } from "vitest";
import { ADVICE_IDS, type Advice } from "#src/knowledge/advice.ts";
import { getAdvice } from "#src/knowledge/knowledge.ts";
import { adviceIdFor } from "#src/replies/advice-card.ts";
import { shippedContent } from "../shipped-content.ts";

const { knowledge, triage } = shippedContent();
const cards = ADVICE_IDS.map((id) => getAdvice(knowledge, id));

function wording(card: Advice): string {
  const texts = (["self", "other"] as const).flatMap((whom) => [
    card.heading[whom],
    card.said?.[whom] ?? "",
    card.saidPrivately?.[whom] ?? "",
    ...card.bullets[whom],
    card.body[whom],
  ]);
  return [card.call ?? "", ...texts].join("\n");
}

// After the reference's list of what a warning never says.
const NEVER: readonly (readonly [string, RegExp])[] = [
  ["a diagnosis", /sounds like|it'?s just|pinched nerve|\bdoms\b|a strain\b|torn\b|herniat/i],
  ["all clear", /nothing serious|you'?re fine|you are fine|100 ?%|no red flags?|safe to train|nothing to worry/i],
  ["delay", /walk it off|wait (a few|some|and see)|give it (a few|some)/i],
  ["odds", /\bodds\b|chances are|unlikely|most likely|\d+ in \d+|per ?cent|%/i],
  ["medicine", /ibuprofen|paracetamol|painkiller|aspirin|naproxen|\bmg\b|tablet/i],
  ["handling a bad spot", /stretch|massage|foam.?roll|crack (it|your)/i],
  ["a cure by water", /drink water|hydrat/i],
  ["blame", /bad form|your fault|ego lift/i],
  ["macho", /no pain,? no gain|weakness leaving|push through|toughen|man up/i],
  ["scare", /you could die|might die|deadly|paraly[sz]|killer/i],
  ["a clinician's pose", /as a doctor|i diagnose|my diagnosis|in my medical/i],
  ["one country's number for all", /\b911\b|\b999\b|\b112\b/],
];

describe("a warning never says", () => {
  test.each(NEVER)("%s", (_, words) => {
    for (const card of cards) expect(wording(card), card.id).not.toMatch(words);
    const { lists, closing } = knowledge.safetyNet;
    const items = Object.values(lists).flatMap((list) => list.items);
    expect([...items, closing].join("\n")).not.toMatch(words);
  });

  test("anything with an emoji", () => {
    for (const card of cards) expect(wording(card), card.id).not.toMatch(/\p{Extended_Pictographic}/u);
  });

  test("article advice to train on", () => {
    for (const card of cards) {
      expect(wording(card), card.id).not.toMatch(/every (time|gym)|circuit|25 reps|shrug|\b405\b|keep moving|\barch/i);
    }
  });
});

describe("the cards", () => {
  test("there is one for each level and band, and for the answers without a level", () => {
    expect(cards.map(({ id, level, band }) => [id, level, band])).toEqual([
      ["emergency", 3, "emergency"],
      ["same-day", 3, "same-day"],
      ["prompt", 2, "prompt"],
      ["routine", 2, "routine"],
      ["watch", 1, null],
      ["ordinary", 0, null],
      ["not-understood", null, null],
      ["nothing-reported", null, null],
      ["crisis", null, null],
    ]);
  });

  test.each(ADVICE_IDS)("the example of %s is answered with that card", (id) => {
    const { example } = getAdvice(knowledge, id);
    expect(adviceIdFor(triage.assess({ text: example, now: new Date("2026-11-22T12:00:00Z") }))).toBe(id);
  });

  test("a warning's heading is the action", () => {
    const warnings = cards.filter(({ level }) => level !== null && level > 0);
    for (const { heading } of warnings) expect(heading.self).toMatch(/^(Call|Get|Stop|Ease off)/);
  });

  test("a card about somebody else speaks of them", () => {
    for (const { id, heading } of cards) expect(heading.other, id).toContain("{{subject}}");
    for (const { id, heading, bullets, body } of cards) {
      expect([heading.self, ...bullets.self, body.self].join(" "), id).not.toContain("{{subject}}");
    }
  });

  test("the emergency numbers come right under the heading where they may be needed now", () => {
    const withNumbers = cards.filter(({ call }) => call?.includes("{{numbers}}"));
    expect(withNumbers.map(({ id }) => id)).toEqual(["emergency", "same-day", "crisis"]);
  });

  test("a warning that quotes also has a line for when the words are nobody else's business", () => {
    for (const card of cards.filter(({ level }) => level !== null && level > 0)) {
      expect(card.said, card.id).not.toBeNull();
      expect(card.saidPrivately?.self, card.id).toMatch(/only you can see/);
      expect(card.saidPrivately?.self, card.id).not.toContain("{{quotes}}");
    }
  });

  test("a wish to die is never quoted, and leads to people", () => {
    const crisis = getAdvice(knowledge, "crisis");
    expect(wording(crisis)).not.toContain("{{quotes}}");
    expect(wording(crisis)).toContain("findahelpline.com");
  });

  test("ordinary soreness is said to fit often, and not to be certain", () => {
    const ordinary = getAdvice(knowledge, "ordinary");
    expect(ordinary.heading.self).toMatch(/often fits/);
    expect(ordinary.body.self).toMatch(/can't be sure/);
    expect(ordinary.safetyNet).toBe("not-ordinary-if");
  });

  test("everybody with pain is shown what means help now, but for those already told to call", () => {
    const shown = cards.filter(({ safetyNet }) => safetyNet === "get-help-now").map(({ id }) => id);
    expect(shown).toEqual(["prompt", "routine", "watch", "not-understood"]);
    const items = knowledge.safetyNet.lists["get-help-now"].items.join(" ");
    for (const sign of [/chest/, /breath/, /faint/, /groin/, /pee or poo/, /weak arm or leg/, /fever/]) {
      expect(items).toMatch(sign);
    }
  });

  test("whoever is to be seen today is told when to call instead, and of nothing that can wait for the day", () => {
    expect(getAdvice(knowledge, "same-day").safetyNet).toBe("call-now");
    const { heading, items } = knowledge.safetyNet.lists["call-now"];
    expect(heading).toMatch(/emergency number/);
    for (const sign of [/chest/, /breath/, /faint/, /face/, /headache/, /stiff neck/])
      expect(items.join(" ")).toMatch(sign);
    expect(items.join(" ")).not.toMatch(/breathing in|dark|\bpee\b/);
  });
});
