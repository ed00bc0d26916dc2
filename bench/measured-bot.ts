import { spawn } from "node:child_process";
import { once } from "node:events";
import { createLocalDiscord, type LocalDiscord } from "#src/playground/local-discord.ts";
import { nodeFlags } from "../scripts/node-flags.mjs";
import type { Usage } from "./report-usage.ts";

/** A bot in a process of its own, at a local Discord of its own. */
export type MeasuredBot = { readonly discord: LocalDiscord; usage(): Promise<Usage>; stop(): Promise<void> };

const END_WITHIN_MS = 3_000;

/**
 * Starts a script that is a bot and waits until it has registered its commands.
 *
 * @param script Where it is, seen from the project's folder.
 * @throws Error when it ends, or is not ready in time.
 */
export async function startMeasuredBot(script: string, dataDir: string): Promise<MeasuredBot> {
  const discord = await createLocalDiscord({ port: 0 });
  const child = spawn(process.execPath, [...nodeFlags(script), "--import", "./bench/report-usage.ts", script], {
    stdio: ["ignore", "ignore", "inherit", "ipc"],
    env: {
      ...process.env,
      DISCORD_API_URL: discord.apiUrl,
      DISCORD_TOKEN: discord.token,
      DATABASE_URL: "",
      DATA_DIR: dataDir,
      LOG_LEVEL: "warn",
    },
  });
  const ended = once(child, "exit");
  const endedTooSoon = ended.then(([code]) => {
    throw new Error(`${script} ended with exit code ${code} before it was measured`);
  });
  const stop = async () => {
    child.kill("SIGTERM");
    const killer = setTimeout(() => child.kill("SIGKILL"), END_WITHIN_MS);
    await ended;
    clearTimeout(killer);
    await discord.stop();
  };
  try {
    await Promise.race([discord.botReady(20_000), endedTooSoon]);
  } catch (error) {
    await stop();
    throw error;
  }
  // From here on `ended` says it; nobody waits for this one any more.
  endedTooSoon.catch(() => undefined);
  return {
    discord,
    async usage() {
      const answer = once(child, "message") as Promise<[Usage]>;
      child.send("usage");
      const [usage] = await answer;
      return usage;
    },
    stop,
  };
}
