import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { DEFAULT_SETTINGS } from "#src/storage/guild-settings.ts";
import { type Change, findChanges, findOverlapping, mergeChanges } from "#src/storage/settings-changes.ts";
import { arbitrarySettings } from "./arbitrary-settings.ts";

const entry = (text: string) => ({ title: "Chalk", text });
const notes = (sectionNotes: Readonly<Record<string, unknown>>) => ({ wording: { sectionNotes } });

describe("changes between two documents", () => {
  test.each<[string, unknown, unknown, Change[]]>([
    ["nothing", { a: [1, { b: 2, c: 3 }] }, { a: [1, { c: 3, b: 2 }] }, []],
    ["a value", { a: { b: 1 } }, { a: { b: 2 } }, [{ path: ["a", "b"], before: 1, after: 2 }]],
    ["a list, as one value", { a: [1] }, { a: [1, 2] }, [{ path: ["a"], before: [1], after: [1, 2] }]],
    [
      "a new entry, whole",
      notes({}),
      notes({ x: entry("a") }),
      [{ path: ["wording", "sectionNotes", "x"], before: undefined, after: entry("a") }],
    ],
    [
      "an entry gone, whole",
      notes({ x: "a" }),
      notes({}),
      [{ path: ["wording", "sectionNotes", "x"], before: "a", after: undefined }],
    ],
  ])("%s", (_, before, after, changes) => expect(findChanges(before, after)).toEqual(changes));

  test("touch the same place where one is inside the other", () => {
    const change = (path: string): Change => ({ path: path.split("."), before: 1, after: 2 });
    expect(findOverlapping([change("a.b"), change("a.c"), change("d")], [change("a.b.x"), change("d")])).toEqual([
      change("a.b"),
      change("d"),
    ]);
  });

  test("made to an entry that somebody deleted bring it back whole", () => {
    const base = notes({ x: entry("a"), y: "y" });
    expect(mergeChanges(base, notes({ x: entry("b"), y: "y" }), notes({ y: "y" }))).toEqual(
      notes({ x: entry("b"), y: "y" }),
    );
  });

  test("merged into what they were made from give what was made", () => {
    fc.assert(
      fc.property(arbitrarySettings, arbitrarySettings, (base, mine) => {
        expect(mergeChanges(base, mine, base)).toEqual(mine);
      }),
    );
  });

  test("merged where nobody else changed the same keep both sides", () => {
    fc.assert(
      fc.property(arbitrarySettings, arbitrarySettings, arbitrarySettings, (base, mine, theirs) => {
        const yours = findChanges(base, mine);
        const others = findChanges(base, theirs);
        const merged = mergeChanges(base, mine, theirs);
        // Each of mine stands as I wanted it, each of theirs that I did not touch as they wanted it.
        const left = findChanges(mine, merged);
        expect(findOverlapping(left, yours)).toEqual([]);
        const untouched = others.filter((other) => findOverlapping([other], yours).length === 0);
        expect(findOverlapping(untouched, findChanges(theirs, merged))).toEqual([]);
      }),
    );
  });

  test("are none between settings and themselves", () => {
    fc.assert(
      fc.property(arbitrarySettings, (one) => {
        expect(findChanges(one, structuredClone(one))).toEqual([]);
      }),
    );
    expect(findChanges(DEFAULT_SETTINGS, DEFAULT_SETTINGS)).toEqual([]);
  });
});
