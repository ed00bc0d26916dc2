import { describe, expect, test } from "vitest";
import { entryFor } from "#src/replies/question-reply.ts";
import { withQuestion } from "#src/servers/entry-for-question.ts";
import { withItem } from "#src/servers/wording-items.ts";
import { checkWording, DEFAULT_SETTINGS, LONGEST, MOST } from "#src/storage/guild-settings.ts";
import { shippedContent } from "../shipped-content.ts";

const { search } = shippedContent();
const written = { title: "Rack two", aliases: "", text: "They hang there.", url: "" };

describe("the entry that was written for a question", () => {
  test.each([
    "what belt should I buy",
    "do you sell chalk, and which one?",
    "when does the gym open on sundays in july and august",
    "which lifting belt would you buy for somebody who has never worn one and only pulls twice a week in the morning",
  ])("is found by %j under any title", (question) => {
    const fields = withQuestion(written, question);
    const wording = checkWording(withItem({ kind: "entry", id: "e" }, fields, DEFAULT_SETTINGS.wording));
    expect(entryFor(question, { search, settings: { ...DEFAULT_SETTINGS, wording } })?.id).toBe("e");
  });

  test("keeps the other words that it has", () => {
    expect(withQuestion({ ...written, aliases: "belt\nbelts" }, "which belt?").aliases).toBe(
      "belt\nbelts\nwhich belt?",
    );
  });

  test.each([
    ["title", { ...written, title: "Which belt" }],
    ["other words", { ...written, aliases: "which BELT!" }],
  ])("does not get it twice where it stands in its %s", (_, fields) => {
    expect(withQuestion(fields, "which belt?")).toEqual(fields);
  });

  test("gets whole words of one that is longer than a name may be", () => {
    const aliases = withQuestion(written, "belt ".repeat(40).trim()).aliases ?? "";
    expect(aliases.length).toBeLessThanOrEqual(LONGEST.alias);
    expect(aliases).toMatch(/^belt( belt)+$/);
  });

  test.each([
    ["there are as many other words as there may be", "which belt", MOST.aliases],
    ["no text of a server may hold it", "which belt](x)", 0],
  ])("goes without it where %s", (_, question, count) => {
    const aliases = Array.from({ length: count }, (_, index) => `word ${index}`).join("\n");
    expect(withQuestion({ ...written, aliases }, question)).toEqual({ ...written, aliases });
  });
});
