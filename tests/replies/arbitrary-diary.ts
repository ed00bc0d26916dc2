import fc from "fast-check";
import type { DiaryState } from "#src/replies/diary-state.ts";
import type { DiaryEntry } from "#src/triage/diary.ts";

export const AGREED = 498_000;

const entry = fc.record({
  gap: fc.oneof(fc.integer({ min: 1, max: 60 }), fc.integer({ min: 1, max: 2 ** 16 - 1 })),
  soreness: fc.integer({ min: 0, max: 10 }),
  trend: fc.constantFrom(null, "better", "same", "worse", "new"),
  isSharp: fc.boolean(),
  isTingling: fc.boolean(),
  isNumb: fc.boolean(),
  isFree: fc.boolean(),
  alreadyDays: fc.option(fc.integer({ min: 0, max: 254 })),
});

/** Diaries of so many entries, with short and long silences between them. */
export function arbitraryDiary(length: {
  readonly minLength?: number;
  readonly maxLength: number;
}): fc.Arbitrary<DiaryState> {
  return fc.array(entry, length).map((notes) => {
    let hour = AGREED;
    const entries = notes.map(({ gap, isFree, ...rest }) => {
      hour += gap;
      return { ...rest, ...(isFree ? { isFreeOfSigns: true } : {}), hour } as DiaryEntry;
    });
    return { agreedHour: AGREED, entries };
  });
}
