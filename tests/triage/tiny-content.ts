import type { ReadingContent, Recognition } from "#src/knowledge/reading-content.ts";

const NO_DURATIONS: ReadingContent["durations"] = {
  numbers: new Map(),
  units: new Map(),
  vague: new Map(),
  anchors: new Map(),
  dates: new Map(),
  monthParts: new Map(),
  unrelatedBefore: [],
  unrelatedAfter: [],
  restarts: [],
  onset: [],
};

/** Content of a few word classes and one sign, "it", so that a test shows a step by itself. */
export function tinyContent(
  words: Readonly<Record<string, readonly string[]>>,
  sign: Partial<Pick<Recognition, "patterns" | "hints" | "lookAlikes">>,
): ReadingContent {
  const it: Recognition = {
    id: "it",
    patterns: [],
    hints: [],
    lookAlikes: [],
    raised: [],
    staysUrgent: false,
    examples: { matches: [], ignores: [] },
    ...sign,
  };
  return {
    words,
    cues: {},
    durations: NO_DURATIONS,
    durationTable: [],
    noviceDays: 7,
    recognitions: new Map([["it", it]]),
    riskRules: new Map(),
    commonWords: new Set(),
    secondReader: null,
  };
}
