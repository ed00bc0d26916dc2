import { join } from "node:path";
import { createLog } from "#src/operations/log.ts";
import { stopOnSignal } from "#src/operations/shutdown.ts";
import { createPlayground } from "./playground.ts";

const DEFAULT_PORT = 3_000;

/**
 * Starts the playground for somebody at a terminal, and ends it with Ctrl-C. `forgetStored` removes what a bot has
 * stored in its data folder.
 *
 * @throws StartError when the chosen port cannot be had.
 */
export async function startPlayground(
  config: {
    /** Null where nobody chose one: then 3000, or any free one. */
    readonly playgroundPort: number | null;
    readonly logLevel: "debug" | "info" | "warn" | "error" | "silent";
    readonly dataDir: string;
  },
  forgetStored: (dataDir: string) => void,
): Promise<{ url: string; stop(): Promise<void> }> {
  // What is tried out here must not meet what a real server has stored.
  const dataDir = join(config.dataDir, "playground");
  const playground = await createPlayground({
    port: config.playgroundPort ?? DEFAULT_PORT,
    portIsFixed: config.playgroundPort !== null,
    env: {
      ...process.env,
      LOG_LEVEL: config.logLevel,
      DATA_DIR: dataDir,
      DATABASE_URL: "",
    },
    forgetStored: () => forgetStored(dataDir),
    say: (line) => console.log(line),
    onRefusal() {
      process.exitCode = 1;
      void playground.stop();
    },
  });
  stopOnSignal(playground.stop, createLog({ level: config.logLevel }));
  console.log(`\n  Spotter's playground: ${playground.url}\n  Open it in a browser; Ctrl-C ends it.\n`);
  return playground;
}
