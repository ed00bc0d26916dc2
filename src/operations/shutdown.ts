import type { Log } from "./log.ts";

const LIMIT_MS = 1_700;

/**
 * Ends the process on Ctrl-C or SIGTERM: `stop` gets 1.7 seconds to finish, then the process ends anyway.
 * One Ctrl-C can arrive twice, from the terminal and from whoever started us: only the first counts.
 */
export function stopOnSignal(stop: () => Promise<void>, log: Log): void {
  let isStopping = false;
  const onSignal = () => {
    if (isStopping) return;
    isStopping = true;
    setTimeout(() => process.exit(0), LIMIT_MS).unref();
    stop()
      .catch((error: unknown) => log.warn("Could not stop cleanly", { error }))
      .finally(() => process.exit(0));
  };
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.on(signal, onSignal);
}
