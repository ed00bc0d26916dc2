import { readFileSync } from "node:fs";
import { loadContent } from "#src/load-content.ts";
import { descriptions } from "./descriptions.ts";
import { median } from "./figures.ts";

const ROUNDS = 15;
const PER_ROUND = 300;
// The first rounds are slower than a bot that has run for a minute.
const WARM_UP_ROUNDS = 3;

/** Microseconds of CPU, without Discord around it: to assess 300 characters, and to find what answers a question. */
export function measureThought(): { readonly triage: number; readonly search: number } {
  const { triage, search } = loadContent("knowledge");
  const now = new Date();
  const lines = readFileSync("bench/ask/questions.jsonl", "utf8").trim().split("\n");
  const questions = lines.map((line) => (JSON.parse(line) as { q: string }).q);
  return {
    triage: cpuOf(descriptions, (text) => triage.assess({ text, now })),
    search: cpuOf(questions, (question) => search.find(question)),
  };
}

function cpuOf<Item>(items: readonly Item[], work: (item: Item) => unknown): number {
  const round = () => {
    const before = process.cpuUsage();
    for (let n = 0; n < PER_ROUND; n += 1) work(items[n % items.length] as Item);
    const { user, system } = process.cpuUsage(before);
    return (user + system) / PER_ROUND;
  };
  for (let n = 0; n < WARM_UP_ROUNDS; n += 1) round();
  return median(Array.from({ length: ROUNDS }, round));
}
