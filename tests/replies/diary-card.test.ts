import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { UserError } from "#src/errors.ts";
import { chartWords, consentCard, diaryCard, isDiaryOf, lastingLine, readDiaryCard } from "#src/replies/diary-card.ts";
import { type DiaryState, MOST_ENTRIES } from "#src/replies/diary-state.ts";
import type { DiaryEntry } from "#src/triage/diary.ts";
import { STRANGER } from "../commands/requests.ts";
import { AGREED, arbitraryDiary } from "./arbitrary-diary.ts";
import { asClicked, labels, OWNER, textOf, violations } from "./examples.ts";

const note = (day: number, soreness: number, more: Partial<DiaryEntry> = {}): DiaryEntry => ({
  hour: AGREED + day * 24,
  soreness,
  trend: null,
  isSharp: false,
  isTingling: false,
  isNumb: false,
  alreadyDays: null,
  ...more,
});
const state = (...entries: DiaryEntry[]): DiaryState => ({ agreedHour: AGREED, entries });
const card = (of: DiaryState, level: 0 | 1 | 2 | 3 = 0, chart: Uint8Array | null = new Uint8Array(9)) =>
  diaryCard({ state: of, ownerId: OWNER, assessment: { level }, chart });

describe("the message that a diary lives in", () => {
  test("any diary can be sent, and read back from what Discord sends with a click", () => {
    fc.assert(
      fc.property(
        arbitraryDiary({ maxLength: MOST_ENTRIES }),
        fc.constantFrom(0, 1, 2, 3),
        fc.boolean(),
        (of, level, isDrawn) => {
          const body = card(of, level, isDrawn && of.entries.length > 0 ? new Uint8Array(9) : null);
          expect(violations({ kind: "message", visibility: "public", body })).toEqual([]);
          expect(readDiaryCard(asClicked(body))).toEqual(of);
        },
      ),
      { numRuns: 200 },
    );
  });

  test("is known by its owner", () => {
    const components = asClicked(card(state(note(0, 4))));
    expect(isDiaryOf(OWNER, components)).toBe(true);
    expect(isDiaryOf(STRANGER, components)).toBe(false);
    expect(isDiaryOf(OWNER, asClicked(consentCard(OWNER)))).toBe(false);
    expect(readDiaryCard(asClicked(consentCard(OWNER)))).toBeNull();
  });

  test("with a button gone it is still the diary, and says that it cannot be read", () => {
    const [container] = asClicked(card(state(note(0, 4)))) as unknown as [{ components: { components?: unknown[] }[] }];
    for (const part of container.components) part.components?.splice(0, 1);
    expect(isDiaryOf(OWNER, [container] as never)).toBe(true);
    expect(() => readDiaryCard([container] as never)).toThrow(UserError);
  });

  test("begins with how long it has lasted and what to do, and names the newest check-ins first", () => {
    const text = textOf(card(state(note(0, 3), note(9, 5, { trend: "worse", isSharp: true })), 2));
    expect(text.split("\n")).toEqual([
      "## Your soreness diary",
      "**Sore for about 9 days, getting worse.**",
      "**Stop training this, and be seen by a doctor or physio.** *What it means* says how soon.",
      `- <t:${(AGREED + 9 * 24) * 3600}:d>: 5 of 10, worse, sharp`,
      `- <t:${AGREED * 3600}:d>: 3 of 10`,
      expect.stringContaining("All of it stands in this message and nowhere else"),
    ]);
  });

  test("asks after a sign that the last check-in said nothing of, and after none that was answered", () => {
    const numb = note(0, 3, { isNumb: true });
    const asked = `You noted **numb all the time** on <t:${AGREED * 3600}:d>. Is it gone? Then press *Check in*`;
    expect(textOf(card(state(numb, note(1, 2, { trend: "better" })), 3))).toContain(asked);
    const answered = textOf(card(state(numb, note(1, 2, { trend: "same", isFreeOfSigns: true }))));
    expect(answered).not.toContain("Is it gone?");
    expect(answered).toContain("2 of 10, the same, not sharp, tingling or numb any more");
    expect(textOf(card(state(numb), 3))).not.toContain("Is it gone?");
  });

  test("empty it says what to do, and has its buttons already", () => {
    const body = card(state(), 0, null);
    expect(textOf(body)).toContain("Nothing is noted yet. Press **Check in** once a day");
    expect(labels(body)).toEqual(["Check in", "What it means", "Download", "Bring back", "Delete diary"]);
  });

  test("without a chart its words stand in its place, from the second check-in on", () => {
    expect(textOf(card(state(note(0, 3)), 0, null))).not.toContain("Picture");
    expect(textOf(card(state(note(0, 3), note(1, 4)), 0, null))).toContain(
      "-# Picture: Soreness from 0 to 10 over 2 days",
    );
  });

  test("says when it is full", () => {
    const full = state(...Array.from({ length: MOST_ENTRIES }, (_, day) => note(day, 3)));
    expect(textOf(card(full))).toContain("the oldest of 50 check-ins fall off");
    expect(textOf(card(state(note(0, 3))))).not.toContain("fall off");
  });
});

describe("what a diary says in words", () => {
  test.each<[string, DiaryEntry[]]>([
    ["**No soreness at your last check-in.**", [note(0, 4), note(1, 0)]],
    ["**Sore.** From the second check-in on I can say how it goes.", [note(0, 4)]],
    ["**Sore for about 10 days.**", [note(0, 4, { alreadyDays: 10 })]],
    ["**Sore for about 3 weeks, not changing.**", [note(0, 4), note(10, 4), note(21, 4, { trend: "same" })]],
  ])("%s", (line, entries) => {
    expect(lastingLine(entries)).toBe(line);
  });

  test("the chart's description tells what its line shows, and fits Discord's limit", () => {
    expect(chartWords([note(0, 3), note(2, 7, { isTingling: true }), note(5, 4)])).toBe(
      "Soreness from 0 to 10 over 6 days, 3 check-ins: 3 on day 1, 4 on day 6; lowest 3, highest 7. Sharp or tingling on day 3.",
    );
    const all = Array.from({ length: MOST_ENTRIES }, (_, day) => note(day * 2000, 3, { isSharp: true }));
    expect(chartWords(all).length).toBeLessThanOrEqual(1024);
  });
});
