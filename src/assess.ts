// Reads JSON lines {"id","text","now"?} and prints one JSON line for each; with --explain "text", a reading for people.
import { createInterface } from "node:readline";
import { assessLine, explain } from "./assess-line.ts";
import { loadContent } from "./load-content.ts";
import { runEntry } from "./operations/run-entry.ts";

await runEntry(async () => {
  const { triage, signs } = loadContent("knowledge");
  const at = process.argv.indexOf("--explain");
  if (at >= 0) {
    process.stdout.write(`${explain(process.argv[at + 1] ?? "", new Date(), { triage, signs })}\n`);
    return;
  }
  let number = 0;
  for await (const line of createInterface({ input: process.stdin })) {
    number += 1;
    if (line.trim() !== "") process.stdout.write(`${JSON.stringify(assessLine(line, number, triage))}\n`);
  }
});
