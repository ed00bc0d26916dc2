import { performance } from "node:perf_hooks";
import type { Triage } from "#src/triage/triage.ts";
import type { LabelledText } from "./labelled-sets.ts";

const ROUNDS = 15;
const NOW = new Date("2026-11-22T12:00:00Z");

/** Microseconds that reading and deciding takes for a text of this many characters; the middle of many rounds. */
export function microsecondsFor(triage: Triage, texts: readonly LabelledText[], length: number): number {
  const sized = ofLength(texts, length);
  const round = (): number => {
    const start = performance.now();
    for (const text of sized) triage.assess({ text, now: NOW });
    return ((performance.now() - start) * 1000) / sized.length;
  };
  // The first rounds are slower than a bot that has run for a minute.
  for (let n = 0; n < 3; n++) round();
  return Array.from({ length: ROUNDS }, round).toSorted((a, b) => a - b)[Math.floor(ROUNDS / 2)] ?? 0;
}

/** Real messages joined and cut to one length. */
function ofLength(texts: readonly LabelledText[], length: number): readonly string[] {
  const all = texts.map(({ text }) => text).join("\n");
  return Array.from({ length: Math.min(100, Math.floor(all.length / length)) }, (_, i) =>
    all.slice(i * length, (i + 1) * length),
  );
}
