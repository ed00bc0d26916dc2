import { spawn } from "node:child_process";

type Check = {
  readonly name: string;
  readonly file: string;
  readonly args: readonly string[];
  /** What it must have printed: a check that looked at nothing has not passed. */
  readonly proof?: RegExp;
};

// Files instead of .bin links: npm 10 makes no links where install scripts are off.
const TSC = "node_modules/typescript/bin/tsc";
const checks: readonly Check[] = [
  { name: "types", file: TSC, args: ["-p", ".", "--listFiles"], proof: /src\/main\.ts/ },
  {
    name: "types of the page",
    file: TSC,
    args: ["-p", "src/playground/page", "--listFiles"],
    proof: /page\/main\.ts/,
  },
  {
    name: "style",
    file: "node_modules/@biomejs/biome/bin/biome",
    args: ["check", "--error-on-warnings", "."],
    proof: /Checked [1-9]\d+ files/,
  },
  {
    name: "who knows whom",
    file: "node_modules/dependency-cruiser/bin/dependency-cruiser.mjs",
    args: ["--config", ".dependency-cruiser.cjs", "src", "commands", "bench", "scripts", "tests"],
    // Without a TypeScript whose API it knows, dependency-cruiser finds no file and calls that a success.
    proof: /[1-9]\d* modules/,
  },
  { name: "unused code", file: "node_modules/knip/bin/knip.js", args: ["--treat-config-hints-as-errors"] },
];

type Outcome = { readonly name: string; readonly passed: boolean; readonly output: string };

function run({ name, file, args, proof = /^/ }: Check): Promise<Outcome> {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [file, ...args], { stdio: ["ignore", "pipe", "pipe"] });
    let output = "";
    for (const stream of [child.stdout, child.stderr]) {
      stream.on("data", (chunk) => {
        output += chunk;
      });
    }
    child.on("error", ({ message }) => resolve({ name, passed: false, output: message }));
    child.on("close", (code) => resolve({ name, passed: code === 0 && proof.test(output), output }));
  });
}

/** What a person wants to read of a failed check: not the list that only proves what was looked at. */
function complaints(output: string): string {
  const lines = output.split("\n").filter((line) => !/^(\/|[A-Z]:).*\.([cm]?[jt]s|json)$/.test(line));
  return lines.join("\n").trim();
}

const failed: string[] = [];
for (const outcome of checks.map(run)) {
  const { name, passed, output } = await outcome;
  console.log(`${passed ? "passed" : "FAILED"}: ${name}`);
  if (passed) continue;
  failed.push(name);
  console.log(complaints(output));
}
if (failed.length > 0) {
  console.log(`\nFailed: ${failed.join(", ")}`);
  process.exit(1);
}
