import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { decodeCustomId, encodeCustomId } from "#src/discord/custom-id.ts";
import { UserError } from "#src/errors.ts";
import { decodeDiary, diaryDigest, encodeDiary, MOST_ENTRIES } from "#src/replies/diary-state.ts";
import { AGREED, arbitraryDiary } from "./arbitrary-diary.ts";
import { OWNER } from "./examples.ts";

describe("a diary travels in the custom ids of its buttons", () => {
  test("any diary of up to 50 entries comes back as it was, beside the longest owner and action", () => {
    fc.assert(
      fc.property(arbitraryDiary({ maxLength: MOST_ENTRIES }), (state) => {
        const ids = encodeDiary(state).map((part, index) =>
          encodeCustomId({ command: "check-in", action: `${index}`.repeat(5), ownerId: OWNER, state: part }),
        );
        expect(ids.every((id) => id.length <= 100)).toBe(true);
        expect(decodeDiary(ids.map((id) => decodeCustomId(id).state).reverse())).toEqual(state);
      }),
      { numRuns: 500 },
    );
  });

  test("it holds more than 40 entries, and the oldest fall off", () => {
    expect(MOST_ENTRIES).toBeGreaterThanOrEqual(40);
    fc.assert(
      fc.property(arbitraryDiary({ minLength: MOST_ENTRIES + 1, maxLength: 90 }), (state) => {
        expect(decodeDiary(encodeDiary(state)).entries).toEqual(state.entries.slice(-MOST_ENTRIES));
      }),
    );
  });

  test("what lies before a silence of more than seven years falls off", () => {
    const one = { soreness: 1, trend: null, isSharp: false, isTingling: false, isNumb: false, alreadyDays: null };
    const entries = [AGREED, AGREED + 70_000, AGREED + 70_024].map((hour) => ({ ...one, hour }));
    expect(decodeDiary(encodeDiary({ agreedHour: AGREED, entries })).entries).toEqual(entries.slice(1));
  });

  test("an entry more or less, or changed, changes the digest", () => {
    fc.assert(
      fc.property(arbitraryDiary({ minLength: 1, maxLength: 40 }), fc.nat(), (state, at) => {
        const { entries } = state;
        const index = at % entries.length;
        const changed = entries.map((one, n) => (n === index ? { ...one, soreness: (one.soreness + 1) % 11 } : one));
        const digests = [entries, entries.slice(0, -1), changed].map((of) => diaryDigest({ ...state, entries: of }));
        expect(new Set(digests).size).toBe(3);
      }),
    );
  });

  test("one that was written before signs could be said to be gone is read as it was", () => {
    const numb = { soreness: 3, trend: "same", isSharp: true, isTingling: false, isNumb: true, alreadyDays: 5 };
    const better = { soreness: 2, trend: "better", isSharp: false, isTingling: false, isNumb: true, alreadyDays: null };
    expect(decodeDiary(["01bdhku", "14.2.Ql", "25Bty8A", "3AAw3yE", "4hHkB"])).toEqual({
      agreedHour: AGREED,
      entries: [
        { ...numb, hour: AGREED + 10 },
        { ...better, hour: AGREED + 50 },
      ],
    });
  });

  test("a missing, doubled, foreign or broken part is told, never guessed", () => {
    fc.assert(
      fc.property(
        arbitraryDiary({ minLength: 1, maxLength: 20 }),
        fc.nat({ max: 4 }),
        fc.string(),
        (state, at, junk) => {
          const parts = encodeDiary(state);
          const others = parts.filter((_, index) => index !== at);
          for (const broken of [others, [...others, others[0] ?? ""], [...others, `${at}${junk}`]]) {
            if (broken.at(-1) === parts[at]) continue;
            expect(() => decodeDiary(broken)).toThrow(UserError);
          }
        },
      ),
    );
    expect(() => decodeDiary([])).toThrow(UserError);
  });
});
