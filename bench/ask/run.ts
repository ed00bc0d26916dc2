import { readFileSync } from "node:fs";
import { loadKnowledge } from "#src/knowledge/load-knowledge.ts";
import { loadSearchContent } from "#src/knowledge/search/load-search-content.ts";
import { createSearch, type Search } from "#src/knowledge/search/search.ts";
import type { SearchContent } from "#src/knowledge/search/search-content.ts";
import { createSpeller } from "#src/triage/spelling.ts";

// Prints how well search answers sets of questions; bench/ask/README.md says what the figures mean.
// Run by hand: node scripts/launch.mjs bench/ask/run.ts [--misses] [--leave-out] [another-set.jsonl ...]

type Question = { readonly id: string; readonly q: string; readonly sections: readonly string[] };
type Result = Question & { readonly found: readonly string[] };

const FOLDS = 10;
const ROUNDS = 10;

function readSet(file: string): Question[] {
  const lines = readFileSync(file, "utf8").split("\n");
  return lines.filter((line) => line.trim() !== "").map((line) => JSON.parse(line) as Question);
}

function askAll(search: Search, questions: readonly Question[]): Result[] {
  return questions.map((question) => ({ ...question, found: search.find(question.q).sections }));
}

function isRight({ sections, found }: Result, among: number): boolean {
  return found.slice(0, among).some((id) => sections.includes(id));
}

function percent(part: number, whole: number): string {
  return whole === 0 ? "-" : `${((100 * part) / whole).toFixed(1)} %`;
}

function print(name: string, results: readonly Result[], showMisses: boolean): void {
  const answerable = results.filter(({ sections }) => sections.length > 0);
  const unanswerable = results.filter(({ sections }) => sections.length === 0);
  const refused = (some: readonly Result[]) => some.filter(({ found }) => found.length === 0).length;
  const right = (among: number) => answerable.filter((result) => isRight(result, among)).length;
  console.log(
    [
      name,
      `hit@1 ${percent(right(1), answerable.length)}`,
      `hit@3 ${percent(right(3), answerable.length)} of ${answerable.length}`,
      `refused ${percent(refused(unanswerable), unanswerable.length)} of ${unanswerable.length}`,
      `refused by mistake ${refused(answerable)}`,
    ].join("  "),
  );
  if (!showMisses) return;
  for (const result of results) {
    const { id, q, sections, found } = result;
    const isMissed = sections.length === 0 ? found.length > 0 : !isRight(result, 1);
    if (isMissed)
      console.log(`  ${id} ${q}\n    wanted ${sections.join(" or ") || "refusal"}, got ${found.slice(0, 3)}`);
  }
}

/** Takes every tenth question of the content out, asks it, and goes on with the next tenth. */
function leaveOut(content: SearchContent): Result[] {
  const all: Question[] = [
    ...[...content.asked].flatMap(([id, asked]) => asked.map((q) => ({ id, q, sections: [id] }))),
    ...content.notCovered.flatMap(({ topic, asked }) => asked.map((q) => ({ id: topic, q, sections: [] }))),
  ];
  return Array.from({ length: FOLDS }, (_, fold) => {
    const out = all.filter((_, at) => at % FOLDS === fold);
    const taken = new Set(out.map(({ q }) => q));
    const rest = (asked: readonly string[]) => asked.filter((q) => !taken.has(q));
    const search = createSearch(
      knowledge,
      {
        ...content,
        asked: new Map([...content.asked].map(([id, asked]) => [id, rest(asked)])),
        missing: new Map(
          [...content.missing].map(([id, lines]) => [
            id,
            new Map([...lines].map(([line, asked]) => [line, rest(asked)])),
          ]),
        ),
        notCovered: content.notCovered.map((topic) => ({ ...topic, asked: rest(topic.asked) })),
      },
      createSpeller,
    );
    return askAll(search, out);
  }).flat();
}

/** Microseconds a question; the fastest of the rounds, since other programs only ever slow one down. */
function fastestRound(questions: readonly Question[]): number {
  const rounds = Array.from({ length: ROUNDS }, () => {
    const from = performance.now();
    askAll(search, questions);
    return ((performance.now() - from) * 1000) / questions.length;
  });
  return Math.min(...rounds);
}

const knowledge = loadKnowledge("knowledge");
const content = loadSearchContent("knowledge", knowledge);
const started = performance.now();
const search = createSearch(knowledge, content, createSpeller);
console.log(`built in ${(performance.now() - started).toFixed(0)} ms`);

const args = process.argv.slice(2);
const showMisses = args.includes("--misses");
for (const file of ["bench/ask/questions.jsonl", ...args.filter((arg) => !arg.startsWith("--"))]) {
  const questions = readSet(file);
  print(file, askAll(search, questions), showMisses);
  console.log(`  ${fastestRound(questions).toFixed(0)} µs a question`);
}
if (args.includes("--leave-out")) print("left out of the content", leaveOut(content), showMisses);
