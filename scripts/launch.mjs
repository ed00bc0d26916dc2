// Runs a script of the project with Node 24 or newer: the running Node if it is new enough, else the one
// that npm installed with the project. Must itself run on Node 20, hence plain JavaScript.
import { spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { nodeFlags } from "./node-flags.mjs";

const NEEDED_MAJOR = 24;
const root = dirname(dirname(fileURLToPath(import.meta.url)));

function findNode() {
  if (Number(process.versions.node.split(".")[0]) >= NEEDED_MAJOR) return process.execPath;
  const platform = process.platform === "win32" ? "win" : process.platform;
  try {
    const manifest = createRequire(import.meta.url).resolve(`node-${platform}-${process.arch}/package.json`);
    return join(dirname(manifest), "bin", platform === "win" ? "node.exe" : "node");
  } catch {
    return null;
  }
}

if (!existsSync(join(root, "node_modules"))) {
  console.error("Spotter's packages are not installed yet: run npm ci first.");
  process.exit(1);
}
const node = findNode();
if (node === null) {
  console.error(
    `Spotter needs Node ${NEEDED_MAJOR} or newer and brings none for this computer (${process.platform} ${process.arch}): install Node ${NEEDED_MAJOR} from https://nodejs.org and run the same command again.`,
  );
  process.exit(1);
}

const [script = "", ...rest] = process.argv.slice(2);
const child = spawn(node, [...nodeFlags(script), script, ...rest], {
  cwd: root,
  stdio: "inherit",
  env: {
    ...process.env,
    // Type stripping costs about 5 ms a module; the cache removes it from the second start on.
    NODE_COMPILE_CACHE: process.env.NODE_COMPILE_CACHE ?? join(root, "node_modules", ".cache", "compile"),
  },
});
// A terminal signals the whole group, a supervisor only this process: either way the child decides how to end.
for (const signal of /** @type {const} */ (["SIGINT", "SIGTERM", "SIGHUP"])) {
  process.on(signal, () => child.kill(signal));
}
child.on("error", ({ message }) => {
  console.error(
    `Node ${NEEDED_MAJOR} could not be started (${message}): run npm ci again, or install it from https://nodejs.org.`,
  );
  process.exit(1);
});
child.on("exit", (code, signal) => process.exit(signal === null ? code : 1));
