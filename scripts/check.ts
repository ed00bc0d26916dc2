import { spawn } from "node:child_process";

type Check = {
  readonly name: string;
  readonly file: string;
  readonly args: readonly string[];
  /** What it must have printed: a check that looked at nothing has not passed. */
  readonly proof?: RegExp;
};

// Files instead of .bin links: npm 10 makes no links where install scripts are off.
const checks: readonly Check[] = [
  { name: "types", file: "node_modules/typescript/bin/tsc", args: ["--noEmit", "-p", "."] },
  { name: "style", file: "node_modules/@biomejs/biome/bin/biome", args: ["check", "--error-on-warnings", "."] },
  {
    name: "who knows whom",
    file: "node_modules/dependency-cruiser/bin/dependency-cruiser.mjs",
    args: ["--config", ".dependency-cruiser.cjs", "src", "commands"],
    // Without a TypeScript whose API it knows, dependency-cruiser finds no file and calls that a success.
    proof: /[1-9]\d* modules/,
  },
  { name: "unused code", file: "node_modules/knip/bin/knip.js", args: [] },
];

/** Runs a check and resolves with what it printed, and whether it passed. */
function run({ file, args, proof = /^/ }: Check): Promise<{ passed: boolean; output: string }> {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [file, ...args], { stdio: ["ignore", "pipe", "pipe"] });
    let output = "";
    for (const stream of [child.stdout, child.stderr]) stream.on("data", (chunk) => (output += chunk));
    child.on("error", (error) => resolve({ passed: false, output: error.message }));
    child.on("close", (code) => resolve({ passed: code === 0 && proof.test(output), output }));
  });
}

const failed: string[] = [];
for (const check of checks) {
  const { passed, output } = await run(check);
  console.log(`${passed ? "passed" : "FAILED"}: ${check.name}`);
  if (passed) continue;
  failed.push(check.name);
  console.log(output.trimEnd());
}
if (failed.length > 0) {
  console.log(`\nFailed: ${failed.join(", ")}`);
  process.exit(1);
}
