import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { readDiaryFile, writeDiaryFile } from "#src/diary/diary-file.ts";
import { UserError } from "#src/errors.ts";
import { AGREED, arbitraryDiary } from "../replies/arbitrary-diary.ts";

const HOUR_MS = 3_600_000;
const now = new Date((AGREED + 100) * HOUR_MS);
const entry = {
  at: "2026-10-01T10:00:00.000Z",
  soreness: 4,
  trend: null,
  sharp: false,
  tingling: false,
  numb: false,
  alreadyDays: null,
};
const fileOf = (change: object, ...entries: object[]) =>
  JSON.stringify({ spotterDiary: 1, agreedAt: "2026-10-01T09:00:00.000Z", entries, ...change });

describe("a diary's file", () => {
  test("any diary comes back as it was", () => {
    fc.assert(
      fc.property(arbitraryDiary({ maxLength: 50 }), (state) => {
        const later = new Date(((state.entries.at(-1)?.hour ?? AGREED) + 1) * HOUR_MS);
        expect(readDiaryFile(writeDiaryFile(state), later)).toEqual(state);
      }),
    );
  });

  test.each<[string, string, string]>([
    ["no JSON", "soreness: 4", "it is no JSON"],
    ["another file", "[]", "the file"],
    ["a newer version", fileOf({ spotterDiary: 2 }), "newer version"],
    ["an impossible soreness", fileOf({}, { ...entry, soreness: 11 }), "entries › 0 › soreness"],
    ["a trend that is none", fileOf({}, entry, { ...entry, trend: "up" }), "entries › 1 › trend: must be better"],
    ["a time that is none", fileOf({}, { ...entry, at: "yesterday" }), "must be a time such as"],
    ["a time to come", fileOf({}, { ...entry, at: "2030-01-01T00:00:00.000Z" }), "lies in the future"],
    ["a time before there were bots", fileOf({}, { ...entry, at: "1970-01-01T00:00:00.000Z" }), "too long ago"],
    ["one hour twice", fileOf({}, entry, entry), "two entries are of the same hour"],
    ["a key that does not belong", fileOf({}, { ...entry, note: "secret" }), "entries › 0"],
    ["a hostile key", fileOf({}).replace('"spotterDiary"', '"__proto__": {"a": 1}, "spotterDiary"'), "the file"],
    ["too many entries", fileOf({}, ...Array.from({ length: 1001 }, () => entry)), "entries"],
  ])("with %s is refused with the reason, and nothing changes", (_, text, reason) => {
    expect(() => readDiaryFile(text, now)).toThrow(UserError);
    expect(() => readDiaryFile(text, now)).toThrow(reason);
    expect(() => readDiaryFile(text, now)).toThrow("Nothing was changed");
  });
});
