import { execFile } from "node:child_process";
import { existsSync } from "node:fs";
import { promisify } from "node:util";
import { chromiumPath } from "./chromium-path.ts";

const run = promisify(execFile);
const APT_GET = "/usr/bin/apt-get";
const LIMIT_MS = 5 * 60_000;
// For a page as people see it: without these fonts emoji are boxes, and digits and spaces are taken from the emoji.
const PACKAGES = ["chromium", "fonts-noto-color-emoji", "fonts-liberation"];

/**
 * Installs Debian's Chromium for the tests of the playground's page, where it is missing and can be had without asking
 * anybody: as root, or with a sudo that wants no password.
 *
 * @returns null when there is a Chromium now, or a sentence that says what is missing.
 */
export async function installChromium(say: (line: string) => void): Promise<string | null> {
  if (existsSync(chromiumPath)) return null;
  if (process.env.CHROMIUM_PATH) {
    return `There is no Chromium at ${chromiumPath}, which CHROMIUM_PATH names: the playground's page is not tested.`;
  }
  const tail = "so the playground's page is not tested; install chromium, or set CHROMIUM_PATH to one";
  if (!existsSync(APT_GET)) return `There is no Chromium and no apt-get to install it with, ${tail}.`;
  const asRoot = process.getuid?.() === 0 ? [] : ["sudo", "--non-interactive"];
  if (asRoot.length > 0 && !(await canRun(asRoot))) {
    return `There is no Chromium, and installing it needs root or a sudo without a password, ${tail}.`;
  }
  say(`Installing ${PACKAGES.join(" and ")} from Debian's packages for the tests of the page (once, up to 5 minutes)…`);
  const startedAt = Date.now();
  const apt = async (...args: string[]) => {
    const [file = "", ...rest] = [...asRoot, APT_GET, ...args];
    const env = { ...process.env, DEBIAN_FRONTEND: "noninteractive" };
    await run(file, rest, { timeout: Math.max(1, LIMIT_MS - (Date.now() - startedAt)), env });
  };
  try {
    await apt("update", "--quiet");
    await apt("install", "--quiet", "--yes", "--no-install-recommends", ...PACKAGES);
  } catch (error) {
    return `Chromium could not be installed (${lastLine(error)}), ${tail}.`;
  }
  return existsSync(chromiumPath) ? null : `Debian's Chromium came without ${chromiumPath}, ${tail}.`;
}

async function canRun(asRoot: readonly string[]): Promise<boolean> {
  const [file = "", ...rest] = [...asRoot, "true"];
  return run(file, rest, { timeout: 10_000 }).then(
    () => true,
    () => false,
  );
}

/** What went wrong, in apt-get's own last words. */
function lastLine(error: unknown): string {
  const { stderr, message, killed } = error as { stderr?: string; message?: string; killed?: boolean };
  if (killed === true) return "it took more than 5 minutes";
  return (stderr?.trim() || message || "no reason given").split("\n").at(-1) ?? "";
}
