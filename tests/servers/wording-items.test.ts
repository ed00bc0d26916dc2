import { describe, expect, test } from "vitest";
import { fieldsOfKind } from "#src/replies/staff/wording-form.ts";
import { ITEM_KINDS } from "#src/replies/staff/wording-item.ts";
import { fieldsOf, newName, withItem, wordingFaults } from "#src/servers/wording-items.ts";
import { checkWording, LONGEST, MOST } from "#src/storage/guild-settings.ts";
import { shippedContent } from "../shipped-content.ts";
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

describe("the help under a field", () => {
  const { knowledge } = shippedContent();
  const url = "https://example.org/x";
  const worded = wordingWith({
    cards: { one: { intro: "Hello.", closing: "Bye." } },
    sectionNotes: { one: "A note." },
    links: { one: { label: "There", url } },
    accessories: { one: { name: "Rows", muscles: ["lats"], equipment: ["band"], url } },
    entries: { one: { title: "Belts", aliases: ["belt"], text: "Here.", url } },
  });
  const saysSo = ITEM_KINDS.flatMap((kind) =>
    fieldsOfKind(kind, { knowledge })
      .filter(({ help = "" }) => /Empty removes it|May be left empty/.test(help))
      .map(({ name }) => ({ kind, name })),
  );

  test("says of some fields that they may be empty", () => {
    expect(saysSo).toContainEqual({ kind: "note", name: "text" });
  });

  test.each(saysSo)("says of $kind › $name that it may be empty, and it may", ({ kind, name }) => {
    const item = { kind, id: "one" };
    const emptied = withItem(item, { ...fieldsOf(item, worded), [name]: "" }, worded);
    expect(wordingFaults(emptied)).toEqual([]);
    expect(fieldsOf(item, emptied)[name]).toBe("");
  });
});
