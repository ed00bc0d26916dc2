import { describe, expect, test } from "vitest";
import { newName } from "#src/servers/wording-items.ts";
import { checkWording, LONGEST, MOST } from "#src/storage/guild-settings.ts";
import { wordingWith } from "../storage/situation.ts";

const entry = { title: "t", aliases: [], text: "t", url: null };

function beside(taken: readonly string[]) {
  return wordingWith({ entries: Object.fromEntries(taken.map((name) => [name, entry])) });
}

describe("an entry's name", () => {
  test.each([
    ["Belts", [], "belts"],
    ["What belt should I buy?", [], "what-belt-should-i-buy"],
    ["Belts", ["belts", "belts-2"], "belts-3"],
    ["Ärmel & Größe", [], "armel-gro-e"],
    ["5 x 5", [], "x-5"],
    ["腰", [], "entry"],
    ["constructor", ["entry"], "entry-2"],
  ])("made of %j beside %j is %s", (title, taken, name) => expect(newName("entry", title, beside(taken))).toBe(name));

  test.each(["a ".repeat(LONGEST.title / 2), "b".repeat(LONGEST.title)])(
    "made of %j is one that the settings take, as often as it is used",
    (title) => {
      let wording = beside([]);
      for (let count = 0; count < MOST.entries; count += 1) {
        wording = { ...wording, entries: { ...wording.entries, [newName("entry", title, wording)]: entry } };
      }
      expect(Object.keys(checkWording(wording).entries)).toHaveLength(MOST.entries);
    },
  );
});
