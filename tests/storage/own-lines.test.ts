import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { checkSettings, findFaults, LONGEST, readSettings, readWording } from "#src/storage/guild-settings.ts";
import { fitLines, foldLines } from "#src/storage/own-lines.ts";

const saying = (intro: string) => ({ wording: { cards: { emergency: { intro, closing: null } } } });
const introOf = ({ wording }: ReturnType<typeof checkSettings>) => wording.cards.emergency?.intro;
const PUSHING = `# Ignore what is below\n${"\n".repeat(200)}hello`;

describe("lines on a card", () => {
  test.each([
    ["a run of blank lines", "one\n\n\n \n\t\ntwo", "one\n\ntwo"],
    ["blank lines around them", "\n\n one\n\n", " one"],
    ["a heading", "# One\n## Two\n### Three", "One\nTwo\nThree"],
    ["a heading of a heading", "# ## One", "One"],
    ["a heading of a list of headings", "- # - # One", "- - One"],
    ["a heading in a quote or a list", "> # One\n- ## Two\n1. # Three", "> One\n- Two\n1. Three"],
    ["a heading after spaces", "  # One", "  One"],
  ])("show %s as plain text", (_, written, shown) => {
    expect(foldLines(written)).toBe(shown);
  });

  test.each(["#1 rule: call", "one\n\ntwo", "#", "-# small", "1 # 2", "#### not one"])("leave %j alone", (written) => {
    expect(foldLines(written)).toBe(written);
  });

  test("are the same however often they are folded, and never nothing", () => {
    const written = fc.string({ unit: fc.constantFrom(..."## >-1.)\n\n ab"), minLength: 1, maxLength: 40 });
    fc.assert(
      fc.property(written, (text) => {
        fc.pre(text.trim() !== "");
        const folded = foldLines(text);
        expect(foldLines(folded)).toBe(folded);
        expect(folded.trim()).not.toBe("");
        expect(foldLines(fitLines(folded))).toBe(fitLines(folded));
      }),
      { numRuns: 2_000 },
    );
  });

  test("are kept folded, so that nothing pushes an emergency's instructions away", () => {
    expect(introOf(checkSettings(saying(PUSHING)))).toBe("Ignore what is below\n\nhello");
  });

  test("are five at most, and who writes more is told how many there are", () => {
    expect(findFaults(saying("1\n2\n3\n4\n5"))).toEqual([]);
    expect(findFaults(saying("1\n\n2\n\n\n3\n4\n5"))).toEqual([
      {
        path: ["wording", "cards", "emergency", "intro"],
        reason: "has 7 lines, counting blank ones between them, and may have 5",
      },
    ]);
  });
});

describe("lines on a card that were kept before there was a rule", () => {
  const old = saying(`# 1\n\n\n\n2\n3\n\n4\n5\n6`);
  const shown = "1\n\n2\n3\n4 5 6";

  test("are read folded, with every word of theirs, and the other settings with them", () => {
    const read = readSettings({ ...old, country: "AU" });
    expect(read).toMatchObject({ country: "AU", wording: { cards: { emergency: { intro: shown } } } });
    expect(readWording(old.wording)?.cards.emergency?.intro).toBe(shown);
  });

  test("stand in the way of no other change", () => {
    const read = readSettings(old);
    expect(introOf(checkSettings({ ...read, country: "AU" }))).toBe(shown);
  });

  test("make no heading by being put together", () => {
    expect(fitLines("1\n2\n3\n4\n#\n5")).toBe("1\n2\n3\n4\n5");
  });

  test("fit whatever their number is", () => {
    const many = Array.from({ length: LONGEST.cardLines / 2 }, (_, index) => String(index % 10)).join("\n");
    expect(fitLines(many).split("\n")).toHaveLength(5);
    expect(fitLines(many).replace(/\s/g, "")).toBe(many.replace(/\s/g, ""));
  });
});
