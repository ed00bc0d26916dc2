import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  currentSpell,
  type Diary,
  type DiaryEntry,
  diaryAnswers,
  entryOfSigns,
  spellDays,
  spellTrend,
} from "#src/triage/diary.ts";
import { NOW, triage } from "./engine.ts";

const START = 498_000;

type Note = Partial<DiaryEntry> & { readonly day: number; readonly soreness: number };

/** A diary of notes, each on a day counted from the first. */
function diary(...notes: readonly Note[]): Diary {
  return notes.map(({ day, ...note }) => ({
    hour: START + Math.round(day * 24),
    trend: null,
    isSharp: false,
    isTingling: false,
    isNumb: false,
    alreadyDays: null,
    ...note,
  }));
}

/** Notes of the same soreness on these days. */
const steady = (soreness: number, ...days: readonly number[]) => days.map((day) => ({ day, soreness }));
const from = (first: number, last: number) => Array.from({ length: last - first + 1 }, (_, index) => first + index);

const decide = (of: Diary) => triage.assess({ text: null, answers: diaryAnswers(of), now: NOW });

describe("the soreness that is there now", () => {
  test.each<[string, Diary, number]>([
    ["nothing was noted", diary(), 0],
    ["one note", diary({ day: 0, soreness: 4 }), 1],
    ["the last note says it is gone", diary(...steady(4, 0, 1), { day: 2, soreness: 0 }), 0],
    ["it was gone before", diary(...steady(4, 0, 1), { day: 2, soreness: 0 }, ...steady(3, 3, 4)), 2],
    [
      "it is marked as new",
      diary(...steady(4, 0, 1), { day: 4, soreness: 4, trend: "new" }, { day: 5, soreness: 3 }),
      2,
    ],
    ["13 silent days lie between", diary(...steady(4, 0, 13)), 2],
    ["three silent weeks lie between", diary(...steady(4, 0, 21)), 1],
    [
      "after three silent weeks it is called the same",
      diary({ day: 0, soreness: 4 }, { day: 21, soreness: 4, trend: "same" }),
      2,
    ],
    [
      "numbness without soreness is the same",
      diary({ day: 0, soreness: 0, isNumb: true }, { day: 1, soreness: 0, trend: "same" }),
      2,
    ],
    [
      "no soreness is left of a numb one, and it is better",
      diary({ day: 0, soreness: 3, isNumb: true }, { day: 1, soreness: 0, trend: "better" }),
      0,
    ],
    ["no soreness is the same as none", diary({ day: 0, soreness: 3 }, { day: 1, soreness: 0, trend: "same" }), 0],
  ])("%s: %#", (_, of, length) => {
    expect(currentSpell(of)).toEqual(length === 0 ? [] : of.slice(-length));
  });
});

describe("how long it has lasted", () => {
  test.each<[string, Diary, number | null]>([
    ["one note does not say", diary({ day: 0, soreness: 4 }), null],
    ["unless the person does", diary({ day: 0, soreness: 4, alreadyDays: 10 }), 10],
    ["from the first note to the last", diary(...steady(4, 0, 3, 9)), 9],
    [
      "and what was there before the first",
      diary({ day: 0, soreness: 4, alreadyDays: 5 }, { day: 9.5, soreness: 4 }),
      14.5,
    ],
    [
      "what was there before an earlier one counts no more",
      diary({ day: 0, soreness: 0, alreadyDays: 60 }, ...steady(3, 1, 2)),
      1,
    ],
  ])("%s", (_, of, days) => {
    expect(spellDays(currentSpell(of))).toBe(days);
  });
});

describe("where it is heading", () => {
  const two = (before: number, now: number, trend: DiaryEntry["trend"], day = 1) =>
    diary({ day: 0, soreness: before }, { day, soreness: now, trend });

  test.each<[string, Diary, string | null]>([
    ["one note says nothing", diary({ day: 0, soreness: 4, trend: "worse" }), null],
    ["what is said counts", two(4, 4, "better"), "better"],
    ["worse is worse", two(4, 3, "worse"), "worse"],
    ["numbers that rise by two are worse, whatever is said", two(4, 6, "better"), "worse"],
    ["numbers that fall by two are better", two(6, 4, null), "better"],
    ["numbers that hardly move are the same", two(4, 5, null), "same"],
    [
      "the numbers of ten days count, not those of yesterday alone",
      diary(...steady(2, 0), ...steady(3, 2), ...steady(4, 4)),
      "worse",
    ],
    ["older numbers do not", diary(...steady(2, 0), ...steady(4, 11), { day: 12, soreness: 4, trend: "same" }), "same"],
    [
      "after two weeks better must show in the numbers",
      diary(...steady(5, ...from(0, 14)), { day: 15, soreness: 5, trend: "better" }),
      "same",
    ],
    [
      "and then it counts",
      diary(...steady(7, 0), ...steady(5, ...from(1, 14)), { day: 15, soreness: 5, trend: "better" }),
      "better",
    ],
  ])("%s", (_, of, trend) => {
    expect(spellTrend(currentSpell(of))).toBe(trend);
  });
});

describe("long-lasting soreness is noticed though nobody says so", () => {
  test.each<[string, Diary, number, string | null]>([
    ["nothing noted", diary(), 0, null],
    ["three days of 5", diary(...steady(5, ...from(0, 3))), 0, null],
    ["six days of 5", diary(...steady(5, ...from(0, 6))), 1, null],
    ["six days and rising", diary(...steady(3, ...from(0, 5)), { day: 6, soreness: 6 }), 2, "routine"],
    ["two weeks of 3", diary(...steady(3, ...from(0, 14))), 2, "routine"],
    ["two weeks, clearly easing", diary(...steady(7, ...from(0, 6)), ...steady(3, ...from(7, 14))), 1, null],
    ["six weeks, noted once a week, easing", diary(...steady(8, 0, 7, 14, 21, 28), ...steady(2, 35, 42)), 2, "prompt"],
    [
      "three days, but there for two weeks before",
      diary({ day: 0, soreness: 4, alreadyDays: 10 }, ...steady(4, 2, 5)),
      2,
      "routine",
    ],
    [
      "weeks, but always gone in between",
      diary(...from(0, 30).map((day) => ({ day, soreness: day % 4 === 0 ? 0 : 4 }))),
      0,
      null,
    ],
    ["gone after weeks", diary(...steady(4, ...from(0, 30)), { day: 31, soreness: 0 }), 0, null],
    ["sharp on the first day", diary({ day: 0, soreness: 3, isSharp: true }), 2, null],
    ["tingling on the first day", diary({ day: 0, soreness: 3, isTingling: true }), 2, "prompt"],
    ["numb all the time", diary({ day: 0, soreness: 3, isNumb: true }), 3, "same-day"],
    ["numb without any soreness", diary({ day: 0, soreness: 0, isTingling: true }), 2, "prompt"],
    ["9 of 10 on the first day", diary({ day: 0, soreness: 9 }), 1, null],
  ])("%s", (_, of, level, band) => {
    const decided = decide(of);
    expect(decided.level).toBe(level);
    if (band !== null) expect(decided.band).toBe(band);
  });

  const NUMB = { day: 0, soreness: 3, isNumb: true };
  const free = { isFreeOfSigns: true } as const;

  test.each<[string, Diary, number]>([
    ["it is the same two weeks later", diary(NUMB, { day: 14, soreness: 3, trend: "same" }), 3],
    ["it is worse", diary(NUMB, { day: 1, soreness: 4, trend: "worse" }), 3],
    ["it is better, which is no word of the numbness", diary(NUMB, { day: 1, soreness: 2, trend: "better" }), 3],
    ["nothing is said of how it goes", diary(NUMB, { day: 1, soreness: 3 }), 3],
    ["the soreness is gone, and it is the same", diary(NUMB, { day: 1, soreness: 0, trend: "same" }), 3],
    ["it stays so over many notes", diary(NUMB, ...from(1, 5).map((day) => ({ day, soreness: 2 }))), 3],
    ["only on and off by now", diary(NUMB, { day: 1, soreness: 3, trend: "better", isTingling: true }), 2],
    ["it was sharp", diary({ day: 0, soreness: 3, isSharp: true }, { day: 1, soreness: 3, trend: "same" }), 2],
    ["none of it any more", diary(NUMB, { day: 1, soreness: 3, trend: "same", ...free }), 0],
    [
      "none of it any more, and nothing said since",
      diary(NUMB, { day: 1, soreness: 3, trend: "better", ...free }, { day: 2, soreness: 3, trend: "same" }),
      0,
    ],
    ["it was gone, and this is new", diary(NUMB, { day: 1, soreness: 3, trend: "new" }), 0],
  ])("a sign that was noted stands until it is said to be gone: %s", (_, of, level) => {
    const decided = decide(of);
    expect(decided.level).toBe(level);
    const names = decided.findings.map(({ id }) => id);
    expect(names.includes("tingling-numbness-persistent")).toBe(level === 3);
  });

  const note = fc.record({
    gap: fc.integer({ min: 1, max: 24 * 30 }),
    soreness: fc.integer({ min: 0, max: 10 }),
    trend: fc.constantFrom(null, "better", "same", "worse", "new"),
    isSharp: fc.boolean(),
    isTingling: fc.boolean(),
    isNumb: fc.boolean(),
    isFreeOfSigns: fc.constantFrom(undefined, true),
    alreadyDays: fc.option(fc.integer({ min: 0, max: 90 })),
  });
  const anyDiary = fc.array(note, { maxLength: 40 }).map((notes) => {
    let hour = START;
    return notes.map(({ gap, ...rest }) => {
      hour += gap;
      return { ...rest, hour } as DiaryEntry;
    });
  });

  test("whatever the diary: no sign that stands, and no fortnight without easing, goes without a warning", () => {
    fc.assert(
      fc.property(anyDiary, (of) => {
        const spell = currentSpell(of);
        const last = spell.at(-1);
        const decided = decide(of);
        if (last === undefined) {
          expect(decided.level).toBe(0);
          return;
        }
        const isLasting = (spellDays(spell) ?? 0) >= 14 && spellTrend(spell) !== "better";
        const signs = entryOfSigns(spell);
        if (signs?.isNumb) expect(decided.level).toBe(3);
        if (signs !== null || isLasting) expect(decided.level).toBeGreaterThanOrEqual(2);
      }),
      { numRuns: 500 },
    );
  });
});
