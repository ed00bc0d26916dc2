// Prints how well triage reads every labelled set; bench/triage/README.md says what the figures mean.
// npm run bench:triage -- [another-set.jsonl] [--misses set|file] [--held-out] [--cost] [--company] [--without-last]

import { performance } from "node:perf_hooks";
import { parseArgs } from "node:util";
import { Complaints } from "#src/knowledge/complaints.ts";
import { loadKnowledge } from "#src/knowledge/load-knowledge.ts";
import { loadReading } from "#src/knowledge/load-reading.ts";
import type { SecondReaderWeights } from "#src/knowledge/second-reader-weights.ts";
import { createTriage, type Triage } from "#src/triage/triage.ts";
import { buildReader, examplesOf } from "../../scripts/train-second-reader.ts";
import { type Baseline, keywordBaseline } from "./baselines.ts";
import { hiddenByCompany } from "./company.ts";
import { microsecondsFor } from "./cost.ts";
import { trainWithout } from "./held-out.ts";
import { type LabelledSet, type LabelledText, readSet, SETS } from "./labelled-sets.ts";
import { missesByKind, missesBySign, printMisses } from "./misses.ts";
import { MEASURES, type Outcome } from "./scores.ts";
import { tableOf } from "./table.ts";

type Named = Pick<LabelledSet, "name" | "counts"> & {
  readonly isSeen: boolean | null;
  readonly texts: readonly LabelledText[];
};

/** Sets that no lifter could have written: bare phrases of the clinical reference, and questions about the article. */
const NO_MESSAGES = new Set(["reference", "questions"]);
/** Written by somebody who knew the rules: always trained on, never scored as unseen. */
const ONLY_TEACHES = new Set(["p"]);
const HELD_OUT_GROUPS = 5;
/** Written after texts of other sets, which they would give away. */
const AFTER_OTHERS = /^neighbours-/;

const { values: flags, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    misses: { type: "string" },
    "held-out": { type: "boolean" },
    cost: { type: "boolean" },
    company: { type: "boolean" },
    "without-last": { type: "boolean" },
  },
});

// Measured before anything else has warmed the engine up.
const atStart = performance.now();
const complaints = new Complaints("knowledge");
const loaded = loadReading("knowledge", complaints);
complaints.throwIfAny();
if (loaded === null) throw new Error("the reading content is missing");
const { signs, reading } = loaded;
const causes = [...loadKnowledge("knowledge").causes.values()];
const afterReading = performance.now();
const triageWith = (secondReader: SecondReaderWeights | null): Triage =>
  createTriage({ signs, reading: { ...reading, secondReader }, causes });
const triage = triageWith(reading.secondReader);
const afterCompiling = performance.now();
triage.assess({ text: "sore traps since yesterday, no numbness", now: new Date() });
const afterFirst = performance.now();

const sets: readonly Named[] = [
  ...SETS.filter(({ use }) => use !== "last" || flags["without-last"] !== true).map((set) => ({
    name: set.name,
    isSeen: set.use === "train",
    counts: set.counts,
    texts: readSet(set),
  })),
  ...positionals.map((file) => ({
    name: file.replace(/^.*\//, ""),
    isSeen: null,
    counts: 1,
    texts: readSet({ file }),
  })),
];
const messages = sets.filter(({ name }) => !NO_MESSAGES.has(name));
const seen = messages.filter(({ isSeen }) => isSeen === true).flatMap(({ texts }) => texts);

const assessed = (one: Triage, texts: readonly LabelledText[]): readonly Outcome[] =>
  texts.map((text) => {
    // No more than that of each: an assessment holds all that was read until its reason is asked for.
    const { level, band, asks } = one.assess({ text: text.text, now: new Date(text.now) });
    return { text, answer: { level, band, asks } };
  });
const guessed = (baseline: Baseline, texts: readonly LabelledText[]): readonly Outcome[] =>
  texts.map((text) => ({ text, answer: baseline(text.text) }));

function say(line = ""): void {
  process.stdout.write(`${line}\n`);
}

if (flags.misses !== undefined) {
  const chosen = flags.misses.includes(".")
    ? readSet({ file: flags.misses })
    : (sets.find(({ name }) => name === flags.misses)?.texts ?? []);
  printMisses(chosen, triage, say);
} else if (flags.cost === true) {
  printCost();
} else if (flags.company === true) {
  printCompany();
} else {
  printScores();
  printCompany();
  if (flags["held-out"] === true) await printHeldOut();
  printCost();
}

function printScores(): void {
  const phrases = readSet({ file: "bench/triage/sets/reference.jsonl" });
  const rulesAlone = triageWith(null);
  const unseen = messages.filter(({ isSeen }) => isSeen === false).flatMap(({ texts }) => texts);
  const markOf = ({ isSeen }: Named): string =>
    isSeen === null ? "given" : isSeen ? "SEEN in training" : "not trained on";

  say("Triage on every labelled set. SEEN sets taught the second reader: their figures flatter it.");
  say(
    tableOf(
      sets.map((set) => ({
        name: `${set.name} (${set.texts.length}, ${markOf(set)})`,
        outcomes: assessed(triage, set.texts),
      })),
    ),
  );
  for (const { name, short, must, goal, best } of MEASURES) {
    const sign = best === "least" ? "≤" : "≥";
    say(`  ${short.padEnd(10)} ${name}: must ${sign} ${must} %, goal ${sign} ${goal} %`);
  }

  const parts = [["seen messages", seen] as const, ["messages not trained on", unseen] as const].filter(
    ([, texts]) => texts.length > 0,
  );
  const given = sets.filter(({ isSeen }) => isSeen === null).map(({ name, texts }) => [name, texts] as const);
  for (const [name, texts] of [...parts, ...given]) {
    say(`\n${name}: what each part buys, beside baselines made from the reference's phrases`);
    say(
      tableOf([
        { name: "keyword list", outcomes: guessed(keywordBaseline(phrases, "nothing"), texts) },
        {
          name: "keyword list, six-word negation window",
          outcomes: guessed(keywordBaseline(phrases, "negated"), texts),
        },
        { name: "rules alone", outcomes: assessed(rulesAlone, texts) },
        { name: "rules and second reader", outcomes: assessed(triage, texts) },
      ]),
    );
    const outcomes = assessed(triage, texts);
    say(`\n${name}: misses by kind`);
    for (const line of missesByKind(outcomes)) say(`  ${line}`);
    say(`${name}: warnings found below their level, by sign, most first`);
    for (const line of missesBySign(outcomes)) say(`  ${line}`);
  }
}

function printCompany(): void {
  say("\nShort warnings that were found when they stood alone, and that everyday company hides (not trained on)");
  const unseen = messages.filter(({ isSeen }) => isSeen === false).flatMap(({ texts }) => texts);
  for (const { company, found, lost, unasked } of hiddenByCompany(triage, unseen))
    say(`  ${company.padEnd(40)} ${lost} of ${found} below level 2, ${unasked} without asking`);
}

/** Each writer's texts, read by a second reader that saw neither that writer nor two others; one training for three. */
async function printHeldOut(): Promise<void> {
  const shipped = reading.secondReader;
  if (shipped === null) return;
  const training = sets.filter(({ name, isSeen }) => isSeen === true && !AFTER_OTHERS.test(name));
  const reader = buildReader();
  const examples = training.flatMap((set) => examplesOf(set.texts, reader, set.counts));
  const writers = training.filter(({ name }) => !NO_MESSAGES.has(name) && !ONLY_TEACHES.has(name));
  const rows = [];
  for (let group = 0; group < HELD_OUT_GROUPS; group++) {
    const held = writers.filter((_, i) => i % HELD_OUT_GROUPS === group);
    const weights = await trainWithout(new Set(held.flatMap(({ texts }) => texts)), examples, shipped);
    const unseeing = triageWith(weights);
    for (const { name, texts } of held)
      rows.push({ name: `${name} (${texts.length})`, outcomes: assessed(unseeing, texts) });
  }
  say("\nLeave writers out, three at a time: the second reader never saw whom it is scored on (the rules' words did)");
  say(tableOf([...rows, { name: "all writers", outcomes: rows.flatMap(({ outcomes }) => outcomes) }]));
}

function printCost(): void {
  const short = microsecondsFor(triage, seen, 300);
  const long = microsecondsFor(triage, seen, 2000);
  say("\nCost on this machine");
  say(`  300 characters: ${short.toFixed(0)} µs (goal 150)   2,000 characters: ${long.toFixed(0)} µs (goal 1,500)`);
  say(`  growth from 300 to 2,000 characters: ${(long / short).toFixed(1)} times (linear: 6.7)`);
  const compiling = afterCompiling - afterReading;
  const first = afterFirst - afterCompiling;
  say(
    `  first use: ${(compiling + first).toFixed(0)} ms (goal 30): compiling ${compiling.toFixed(0)}, first text ${first.toFixed(1)}`,
  );
  say(`  reading and checking the content before that, once at start: ${(afterReading - atStart).toFixed(0)} ms`);
}
