import { readFileSync } from "node:fs";
import { loadKnowledge } from "#src/knowledge/load-knowledge.ts";
import { loadSearch } from "#src/knowledge/search/load-search.ts";
import { loadServices } from "#src/load-services.ts";
import { createSpeller } from "#src/triage/spelling.ts";
import { descriptions } from "./descriptions.ts";
import { median } from "./figures.ts";

const ROUNDS = 15;
const PER_ROUND = 300;

/** Microseconds of CPU that reading one description of 300 characters and deciding takes, without Discord around it. */
export function triageMicroseconds(): number {
  const { triage } = loadServices("knowledge");
  const now = new Date();
  return cpuOf(descriptions, (text) => triage.assess({ text, now }));
}

/** Microseconds of CPU that finding the section for one question takes. */
export function askMicroseconds(): number {
  const search = loadSearch("knowledge", loadKnowledge("knowledge"), createSpeller);
  const lines = readFileSync("bench/ask/questions.jsonl", "utf8").trim().split("\n");
  const questions = lines.map((line) => (JSON.parse(line) as { q: string }).q);
  return cpuOf(questions, (question) => search.find(question));
}

function cpuOf<Item>(items: readonly Item[], work: (item: Item) => unknown): number {
  const round = () => {
    const before = process.cpuUsage();
    for (let n = 0; n < PER_ROUND; n += 1) work(items[n % items.length] as Item);
    const { user, system } = process.cpuUsage(before);
    return (user + system) / PER_ROUND;
  };
  // The first rounds are slower than a bot that has run for a minute.
  for (let n = 0; n < 3; n += 1) round();
  return median(Array.from({ length: ROUNDS }, round));
}
