import { type ChildProcess, spawn } from "node:child_process";
import { fileURLToPath } from "node:url";

export type BotProcess = {
  start(extra: Readonly<Record<string, string>>): void;
  /** Ends the bot and starts it again with other settings; `meanwhile` is done while there is none. */
  restart(extra: Readonly<Record<string, string>>, meanwhile?: () => void): Promise<void>;
  stop(): Promise<void>;
};

const KILL_AFTER_MS = 1_400;
const RESTART_AFTER_MS = 1_000;
const MAX_FAILED_STARTS = 3;

/**
 * Runs the bot beside the playground, exactly as it runs in production, and starts it again when it dies.
 *
 * A bot that ends before it ever connected has said itself why, so it is not tried again: `onRefusal` is called.
 */
export function createBotProcess(options: {
  entry: string;
  env: Readonly<Record<string, string | undefined>>;
  hasConnected: () => boolean;
  onStop: () => void;
  onRefusal: () => void;
  say: (line: string) => void;
}): BotProcess {
  let child: ChildProcess | null = null;
  let extraEnv: Readonly<Record<string, string>> = {};
  let isWanted = false;
  let isOver = false;
  let turn = Promise.resolve();
  let timer: NodeJS.Timeout | undefined;
  let startedAt = 0;
  let quickEnds = 0;

  function launch(): void {
    startedAt = Date.now();
    // The launcher's memory limits hold for the bot as well.
    const limits = process.execArgv.filter((flag) => flag.startsWith("--max-"));
    const running = spawn(process.execPath, [...limits, options.entry], {
      cwd: fileURLToPath(new URL("../..", import.meta.url)),
      env: { ...options.env, ...extraEnv },
      stdio: ["ignore", "inherit", "inherit"],
    });
    child = running;
    running.on("exit", (code, signal) => {
      if (child !== running) return;
      child = null;
      options.onStop();
      if (isWanted) recover(code, signal);
    });
  }

  function recover(code: number | null, signal: NodeJS.Signals | null) {
    if (!options.hasConnected()) {
      isWanted = false;
      return options.onRefusal();
    }
    quickEnds = Date.now() - startedAt < 10_000 ? quickEnds + 1 : 0;
    const reason = signal === null ? `with exit code ${code}` : `by ${signal}`;
    if (quickEnds >= MAX_FAILED_STARTS) {
      isWanted = false;
      return options.say(`The bot ended ${reason} again and again and is not started any more; press Ctrl-C.`);
    }
    options.say(`The bot ended unexpectedly ${reason}; starting it again.`);
    timer = setTimeout(launch, RESTART_AFTER_MS);
  }

  async function end(): Promise<void> {
    isWanted = false;
    clearTimeout(timer);
    const running = child;
    if (running === null) return;
    child = null;
    const hasEnded = new Promise((resolve) => running.once("exit", resolve));
    running.kill("SIGTERM");
    const killer = setTimeout(() => running.kill("SIGKILL"), KILL_AFTER_MS);
    await hasEnded;
    clearTimeout(killer);
  }

  const start = (extra: Readonly<Record<string, string>>) => {
    extraEnv = extra;
    isWanted = true;
    quickEnds = 0;
    launch();
  };
  const restart = async (extra: Readonly<Record<string, string>>, meanwhile: () => void) => {
    await end();
    if (isOver) return;
    options.onStop();
    try {
      meanwhile();
    } finally {
      start(extra);
    }
  };
  return {
    start,
    restart(extra, meanwhile = () => undefined) {
      // One after the other: two at once would leave two bots.
      const restarted = turn.then(() => restart(extra, meanwhile));
      turn = restarted.catch(() => undefined);
      return restarted;
    },
    stop() {
      isOver = true;
      return end();
    },
  };
}
