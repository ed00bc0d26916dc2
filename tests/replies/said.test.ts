import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { assessmentReply } from "#src/replies/assessment-reply.ts";
import { cleanWords } from "#src/replies/clean-words.ts";
import { NO_WORDS, readWords } from "#src/replies/said.ts";
import { asClicked, assessment, bodyOf, finding, PRIVATE, signs, sources } from "./examples.ts";

const readable = fc
  .oneof(
    fc.string({ unit: "grapheme", maxLength: 120 }),
    fc.constantFrom(") (tingling that comes and goes)", "“a” (x)"),
  )
  .filter((words) => cleanWords(words, 80) !== "");

describe("the words on a card are read back from the click", () => {
  test("each with the sign that it was read as, whatever was written", () => {
    fc.assert(
      fc.property(readable, readable, readable, (sharp, tingling, unread) => {
        const of = assessment({
          kind: "see-someone",
          level: 2,
          band: "prompt",
          findings: [finding("sharp-pain", sharp), finding("tingling", tingling, 500)],
          leftovers: [{ text: unread, start: 1000, end: 1001 }],
        });
        const card = bodyOf(assessmentReply(of, sources(of, { place: PRIVATE })));
        const words = readWords(asClicked(card), signs);
        expect(words.quotes.get("sharp-pain")).toBe(cleanWords(sharp, 80));
        expect(words.quotes.get("tingling")).toBe(cleanWords(tingling, 80));
        expect(words.unread).toEqual([cleanWords(unread, 80)]);
      }),
      { numRuns: 500 },
    );
  });

  test("and written again they are the same card", () => {
    const of = assessment({
      kind: "see-someone",
      level: 2,
      band: "prompt",
      findings: [finding("sharp-pain", "**kinda** sharp_ish [x](y)")],
      leftovers: [{ text: "a fork > in my scapula", start: 60, end: 80 }],
    });
    const first = bodyOf(assessmentReply(of, sources(of)));
    const later = { ...of, findings: [finding("sharp-pain")], leftovers: [] };
    const words = readWords(asClicked(first), signs);
    expect(bodyOf(assessmentReply(later, sources(of, { words })))).toEqual(first);
  });

  test("a card without such texts, or none at all, gives no words", () => {
    expect(readWords([], signs)).toEqual(NO_WORDS);
    expect(readWords([{ type: 10, content: "“sharp” (sharp (stabbing) pain)" }], signs)).toEqual(NO_WORDS);
  });

  test("words of a sign whose name has changed since are let go", () => {
    const card = [{ type: 10, id: 1001, content: "You said: “sharp” (an old name)" } as const];
    expect(readWords(card, signs).quotes.size).toBe(0);
  });
});
