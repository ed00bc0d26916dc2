import { describe, expect, test } from "vitest";
import { statsCard } from "#src/replies/staff/stats-card.ts";
import { textBar } from "#src/replies/staff/text-bar.ts";
import { isWeek, weekAfter } from "#src/replies/staff/weeks.ts";
import type { WeekCount } from "#src/storage/counts.ts";
import { labels, textOf, violations } from "../examples.ts";

const thisWeek = "2026-11-23";
const oldestKept = "2025-11-17";

function cardOf(counts: readonly WeekCount[], newest = thisWeek) {
  return statsCard({ counts, newest, week: newest, thisWeek, oldestKept });
}

describe("a bar", () => {
  test.each([
    [0, 0, "`░░░░░░░░░░` **0**"],
    [0, 9, "`░░░░░░░░░░` **0**"],
    [1, 1_000, "`█░░░░░░░░░` **1**"],
    [500, 1_000, "`█████░░░░░` **500**"],
    [1_000, 1_000, "`██████████` **1,000**"],
  ])("of %i beside %i is %s", (number, largest, bar) => expect(textBar(number, largest)).toBe(bar));
});

describe("a week", () => {
  test.each([
    ["2026-11-23", true],
    ["2026-11-24", false],
    ["2026-13-01", false],
    ["0", false],
    ["", false],
    ["2026-11-23T00:00:00Z", false],
  ])("%s: %s", (text, isOne) => expect(isWeek(text)).toBe(isOne));

  test("is followed and preceded by others, across years", () => {
    expect(weekAfter("2025-12-29", 1)).toBe("2026-01-05");
    expect(weekAfter("2026-01-05", -2)).toBe("2025-12-22");
  });
});

describe("the counts", () => {
  const count = (week: string, command: string, level: number | null, times: number) => ({
    week,
    command,
    level,
    times,
  });

  test("of no use say so, with nothing to turn to", () => {
    const body = cardOf([]);
    expect(textOf(body)).toContain("Nobody asked anything");
    expect(labels(body)).toEqual(["Questions without an answer"]);
  });

  test("stand by command, and in it by level", () => {
    const text = textOf(
      cardOf([
        count(thisWeek, "ask", null, 3),
        count(thisWeek, "upperback-sore", 0, 5),
        count(thisWeek, "upperback-sore", 1, 4),
        count(thisWeek, "upperback-sore", 2, 2),
        count(thisWeek, "upperback-sore", 3, 1),
        count("2026-11-16", "ask", 0, 9),
      ]),
    );
    expect(text).toContain("**12** · /upperback-sore: 5 ordinary, 4 watch, 2 be seen, 1 urgent");
    expect(text).toContain("**3** · /ask");
    expect(text).toContain("**3** · no reading");
    expect(text).toContain("**9** · 16 Nov 2026");
  });

  test("lead back to the first week that is kept, and no further", () => {
    const old = [count("2025-11-17", "ask", null, 1)];
    expect(labels(cardOf(old))).toEqual(["Earlier weeks", "Questions without an answer"]);
    const first = cardOf(old, "2025-12-22");
    expect(labels(first)).toEqual(["Later weeks", "Questions without an answer"]);
    expect(textOf(first)).toContain("**1** · 17 Nov 2025");
    expect(textOf(first)).not.toContain("10 Nov 2025");
  });

  test("of every command at every level fit a message that Discord takes", () => {
    const commands = Array.from({ length: 12 }, (_, index) => `${"c".repeat(29)}-${index + 10}`);
    const counts = commands.flatMap((command) =>
      [0, 1, 2, 3, null].map((level) => count(thisWeek, command, level, 99_999)),
    );
    expect(violations({ kind: "message", visibility: "private", body: cardOf(counts) })).toEqual([]);
  });
});
