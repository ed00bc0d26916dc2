import { expect, test } from "vitest";
import { leaveWordsOut } from "../../scripts/leave-words-out.ts";
import { seeded } from "../../scripts/seeded-order.ts";

const TEXT =
  "My left calf isn't sore but hot since the flight, never had that in 20 years of squats and no fever at all";
const shortened = Array.from({ length: 50 }, (_, seed) => leaveWordsOut(TEXT, seeded(seed)) ?? "");

test("some words are missing, not always the same ones, and the others keep their order", () => {
  expect(new Set(shortened).size).toBeGreaterThan(20);
  for (const text of shortened) {
    const words = TEXT.split(" ");
    for (const word of text.trim().split(/\s+/)) {
      const at = words.indexOf(word);
      expect(at, `${word} in ${text}`).toBeGreaterThanOrEqual(0);
      words.splice(0, at + 1);
    }
  }
});

test.each(["My", "isn't", "but", "never", "had", "20", "no"])("%j stays, since it turns what is said", (word) => {
  for (const text of shortened) expect(text.split(/\s+/)).toContain(word);
});

test("a message of a few words is left as it is", () => {
  expect(leaveWordsOut("cannot feel my foot since monday", seeded(1))).toBeNull();
});
