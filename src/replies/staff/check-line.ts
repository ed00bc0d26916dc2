/** What a check found: all well, worth a look, broken, or what nobody could tell. */
export type Verdict = "fine" | "look" | "broken" | "unknown";

/** One thing that was checked, what was found, and what to do about it. */
export type CheckLine = { readonly what: string; readonly verdict: Verdict; readonly found: string };

// A sign alone says nothing to whoever cannot see it.
const MARKS = {
  fine: "✅ Fine",
  look: "⚠️ Worth a look",
  broken: "❌ Broken",
  unknown: "❔ Not known",
} as const satisfies Record<Verdict, string>;

/** Writes a check as one paragraph. */
export function checkText({ what, verdict, found }: CheckLine): string {
  return `${MARKS[verdict]} · **${what}**: ${found}`;
}

/** Says in one sentence what all checks found together. */
export function summaryOf(lines: readonly CheckLine[]): string {
  const count = (verdict: Verdict) => lines.filter((line) => line.verdict === verdict).length;
  const parts = [
    [count("broken"), "broken"],
    [count("look"), "worth a look"],
    [count("unknown"), "not known"],
  ] as const;
  const found = parts.filter(([times]) => times > 0).map(([times, words]) => `${times} ${words}`);
  return found.length === 0
    ? `All ${lines.length} checks are fine.`
    : `Of ${lines.length} checks: ${found.join(", ")}.`;
}
