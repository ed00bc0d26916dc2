import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { decodeCustomId, encodeCustomId } from "#src/discord/custom-id.ts";
import { UserError } from "#src/errors.ts";
import type { Cause } from "#src/knowledge/cause.ts";
import type { RiskFactor, Sign } from "#src/knowledge/signs.ts";
import {
  decodeReading,
  encodeReading,
  NOTHING_READ,
  type ReadingIds,
  type ReadingState,
  readingIds,
} from "#src/replies/reading-state.ts";
import { SINCE } from "#src/replies/soreness-choices.ts";
import type { Question } from "#src/triage/assessment.ts";
import { signs as few, knowledge, OWNER } from "./examples.ts";

const signIds = Array.from({ length: 108 }, (_, number) => `sign-${number}`);
const riskIds = Array.from({ length: 20 }, (_, index) => `risk-${108 + index}`);
const causeIds = Array.from({ length: 8 }, (_, number) => `cause-${number}`);
const numbered = (id: string) => ({ id, number: Number(id.replace(/\D/g, "")) });
/** Every number from 0 to 127 is taken, and there are as many reasons as have room. */
const full = {
  signs: new Map(signIds.map((id) => [id, numbered(id) as Sign])),
  risks: new Map(riskIds.map((id) => [id, numbered(id) as RiskFactor])),
  causes: new Map(causeIds.map((id) => [id, { id } as Cause])),
} satisfies ReadingIds;

const question: fc.Arbitrary<Question> = fc.oneof(
  fc.constantFrom<Question>({ kind: "feels" }, { kind: "since" }, { kind: "any-of-these" }),
  fc.constantFrom(...signIds).map((signId) => ({ kind: "sign" as const, signId })),
);
const marks = fc.array(fc.constantFrom("none", "present", "corrected", "absent", "unsure"), {
  minLength: 128,
  maxLength: 128,
});
const state: fc.Arbitrary<ReadingState> = fc
  .record({
    marks,
    level: fc.constantFrom(0, 1, 2, 3),
    band: fc.constantFrom(null, "routine", "prompt", "same-day", "emergency"),
    subject: fc.constantFrom("self", "other"),
    visibility: fc.constantFrom("public", "private"),
    hasLeftovers: fc.boolean(),
    feels: fc.constantFrom(null, "dull", "sharp", "burning", "tingling", "unsure"),
    trend: fc.constantFrom(null, "better", "same", "worse", "comes-and-goes"),
    durationDays: fc.option(fc.integer({ min: 0, max: 1022 })),
    questions: fc.array(question, { maxLength: 2 }),
    chosen: fc.constantFrom(null, "all", ...SINCE.map(({ days }) => days)),
    list: fc.constantFrom(null, "told", "unsure"),
    causes: fc.uniqueArray(fc.constantFrom(...causeIds), { maxLength: 3 }),
  })
  .map(({ marks: found, chosen, ...rest }) => {
    const marked = (ids: readonly string[], mark: string) => ids.filter((id) => found[numbered(id).number] === mark);
    return {
      ...rest,
      chosenDays: chosen === "all" ? rest.durationDays : chosen,
      present: marked(signIds, "present"),
      risks: marked(riskIds, "present"),
      corrected: [...marked(signIds, "corrected"), ...marked(riskIds, "corrected")],
      absent: marked(signIds, "absent"),
      unsure: marked(signIds, "unsure"),
    } as ReadingState;
  });

describe("a reading travels in a custom id", () => {
  test("any reading comes back as it was, and fits beside the longest owner and action", () => {
    fc.assert(
      fc.property(state, fc.constantFrom("correct", "report", "ninechars"), (reading, action) => {
        const id = encodeCustomId({
          command: "upperback-sore",
          action,
          ownerId: OWNER,
          state: encodeReading(reading, full),
        });
        expect(id.length).toBeLessThanOrEqual(100);
        expect(decodeReading(decodeCustomId(id).state, full)).toEqual(reading);
      }),
      { numRuns: 1000 },
    );
  });

  test("the fullest reading leaves room for the two letters of an answer", () => {
    const reading: ReadingState = {
      ...NOTHING_READ,
      level: 3,
      band: "emergency",
      subject: "other",
      visibility: "private",
      hasLeftovers: true,
      feels: "unsure",
      trend: "comes-and-goes",
      durationDays: 1022,
      chosenDays: 1022,
      unsure: signIds,
      list: "unsure",
      causes: causeIds.slice(-3),
      questions: [
        { kind: "sign", signId: "sign-107" },
        { kind: "sign", signId: "sign-106" },
      ],
    };
    const encoded = `y1${encodeReading(reading, full)}`;
    const id = encodeCustomId({ command: "upperback-sore", action: "answer", ownerId: OWNER, state: encoded });
    expect(id.length).toBeLessThanOrEqual(100);
  });

  test("an ordinary reading makes a short id", () => {
    expect(encodeReading(NOTHING_READ, few).length).toBe(1);
  });

  test("days beyond the room are held at its end, and part of a day counts as one", () => {
    const days = (durationDays: number) =>
      decodeReading(encodeReading({ ...NOTHING_READ, durationDays }, few), few).durationDays;
    expect(days(5000)).toBe(1022);
    expect(days(0.5)).toBe(1);
  });

  test("three of the reasons that fit are kept, in their order, and the article has no more than there is room for", () => {
    const ids = readingIds({ knowledge, signs: few });
    const all = [...knowledge.causes.keys()];
    const causes = (of: readonly string[]) =>
      decodeReading(encodeReading({ ...NOTHING_READ, causes: of }, ids), ids).causes;
    for (const id of all) expect(causes([id])).toEqual([id]);
    expect(causes(all.toReversed())).toEqual(all.toReversed().slice(0, 3));
  });

  test("a reason that the article has no more is left out", () => {
    const ids = readingIds({ knowledge, signs: few });
    const before = encodeReading({ ...NOTHING_READ, level: 1, causes: ["gone", "trap-soreness"] }, ids);
    expect(decodeReading(before, ids)).toMatchObject({ level: 1, causes: ["trap-soreness"] });
  });

  test("a sign that content has since dropped is left out, and the level stays", () => {
    const before = encodeReading({ ...NOTHING_READ, level: 2, present: ["sharp-pain", "tingling"] }, few);
    const without = { ...few, signs: new Map([...few.signs].filter(([id]) => id !== "tingling")) };
    expect(decodeReading(before, without)).toMatchObject({ level: 2, present: ["sharp-pain"] });
  });

  test.each(["", "1", "0abc", "2:;", "2 ", `2${"_".repeat(80)}`])("the text %j has expired", (text) => {
    expect(() => decodeReading(text, few)).toThrow(UserError);
  });

  test("no text whatever breaks anything: it is read, or has expired", () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        try {
          decodeReading(`2${text}`, few);
        } catch (error) {
          expect(error).toBeInstanceOf(UserError);
        }
      }),
    );
  });
});
