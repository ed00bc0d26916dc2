import { describe, expect, test } from "vitest";
import { isAllowedAt } from "#src/knowledge/section.ts";
import { button, soreId } from "#src/replies/button.ts";
import { buildCard } from "#src/replies/card.ts";
import { decodeSectionView, sectionReply } from "#src/replies/section-reply.ts";
import { knowledge, labels, nodes, PRIVATE, textOf, voiceOf } from "./examples.ts";

describe("the card builder", () => {
  test.each([1, 2, 3] as const)("refuses at level %i what must not be shown from level 1 up", (level) => {
    const text = { text: "Four rounds!", notWhile: 1 };
    const row = { row: [button({ label: "Circuit" }, soreId("section", null, ""))], notWhile: 1 };
    expect(() => buildCard({ level, parts: [text] })).toThrow("must not be shown");
    expect(() => buildCard({ level, parts: [row] })).toThrow("must not be shown");
    expect(textOf(buildCard({ level: 0, parts: [text, row] }))).toBe("Four rounds!");
  });

  test.each([...knowledge.accessories.values()].map((one) => [one.id, one] as const))(
    "lets nothing of %s onto a card of level 1",
    (_, { articleSays, notWhile }) => {
      expect(() => buildCard({ level: 1, parts: [{ text: articleSays, notWhile }] })).toThrow("must not be shown");
    },
  );

  test("leaves out spare parts where the card gets too long, the highest number first", () => {
    const long = (letter: string, spare?: number) => ({
      text: letter.repeat(1500),
      ...(spare === undefined ? {} : { spare }),
    });
    const text = textOf(buildCard({ level: 0, parts: [long("a"), long("b", 1), long("c", 2)] }));
    expect(text).toBe(`${"a".repeat(1500)}\n${"b".repeat(1500)}`);
  });

  test("never drops a part that is not spare: a card that cannot be sent is a bug", () => {
    const parts = [{ text: "a".repeat(2500) }, { text: "b".repeat(2500) }];
    expect(() => buildCard({ level: 3, parts })).toThrow("5000 characters");
  });

  test("refuses more than forty components", () => {
    const parts = Array.from({ length: 40 }, (_, index) => ({ text: String(index) }));
    expect(() => buildCard({ level: 0, parts })).toThrow("41 components");
  });

  test("puts at most five buttons in a row", () => {
    const row = [1, 2, 3, 4, 5, 6].map((one) => button({ label: String(one) }, soreId("more", null, String(one))));
    const rows = nodes(buildCard({ level: 0, parts: [{ row }] })).filter(({ type }) => type === 1);
    expect(rows).toHaveLength(2);
  });

  test("shows the level by colour, and none is green", () => {
    const colour = (level: 0 | 1 | 2 | 3) => nodes(buildCard({ level, parts: [{ text: "x" }] }))[0]?.accent_color;
    expect([0, 1, 2, 3].map((level) => colour(level as 0))).toEqual([0x005eb8, 0xffb81c, 0xed8b00, 0xd5281b]);
  });
});

describe("a section beside a reading", () => {
  const sections = [...knowledge.sections.values()].map((section) => [section.id, section] as const);

  test.each(sections)("%s holds back at level 1 what its content marks so", (id, section) => {
    if (!isAllowedAt(section, 1)) {
      expect(() => sectionReply(voiceOf(), { id, level: 1 }, PRIVATE)).toThrow("Please leave it until nothing hurts");
      return;
    }
    const text = textOf(sectionReply(voiceOf(), { id, level: 1 }, PRIVATE));
    for (const part of section.passages) {
      if (isAllowedAt(part, 1)) expect(text).toContain(part.text);
      else expect(text).not.toContain(part.text);
    }
  });

  test.each(sections)("%s leads at level 1 to no section that is held back", (id, section) => {
    if (!isAllowedAt(section, 1)) return;
    const shown = labels(sectionReply(voiceOf(), { id, level: 1 }, PRIVATE));
    for (const [, { title, notWhile }] of sections) if (notWhile !== null) expect(shown).not.toContain(title);
  });

  test.each(sections)(
    "%s shows at level 0 everything: text, claims as claims, what is not given, what is ours",
    (id, one) => {
      const text = textOf(sectionReply(voiceOf(), { id, level: 0 }, PRIVATE));
      for (const passage of one.passages) expect(text).toContain(passage.text);
      for (const claim of one.claims) expect(text).toContain(`${claim.by} says so, which is no proof: ${claim.says}`);
      for (const line of [...one.notGiven, ...one.ours, ...one.safety.map((note) => note.text)])
        expect(text).toContain(line);
      expect(text).toContain(knowledge.article.sourceLine);
    },
  );

  test("a level that is none counts as the highest", () => {
    expect(decodeSectionView("9breath")).toEqual({ id: "breath", level: 3 });
    expect(decodeSectionView("")).toEqual({ id: "", level: 3 });
  });

  test("a section that is gone gets a sentence", () => {
    expect(() => sectionReply(voiceOf(), { id: "gone", level: 0 }, PRIVATE)).toThrow("no longer there");
  });
});
