import { setTimeout as sleep } from "node:timers/promises";

const CAPACITY = 15;
const REFILL_MS = 310_000;
const MIN_GAP_MS = 5_000;

type ThrottlerOptions = {
  /** How many new sessions Discord still allows today, as it says at the start. */
  readonly remaining: number;
  readonly onWait: (waitMs: number) => void;
  readonly now?: () => number;
  readonly wait?: (ms: number, signal: AbortSignal) => Promise<void>;
};

/** Decides when a shard may open a new session. */
export type IdentifyThrottler = { waitForIdentify(shardId: number, signal: AbortSignal): Promise<void> };

/**
 * Keeps new sessions to about 290 a day, whatever the gateway does: Discord resets the token of a bot that opens more
 * than 1,000. Fifteen may follow each other quickly, then one every five minutes; a resumed session costs nothing.
 *
 * Restarts in a loop are seen too: when Discord says that few are left today, the quick ones are spent already.
 */
export function createIdentifyThrottler(options: ThrottlerOptions): IdentifyThrottler {
  const { remaining, onWait, now = Date.now, wait = waitFor } = options;
  let tokens = remaining < 300 ? 1 : CAPACITY;
  let countedAt = now();
  let previousAt = Number.NEGATIVE_INFINITY;

  function refill(): void {
    const earned = Math.floor((now() - countedAt) / REFILL_MS);
    tokens = Math.min(CAPACITY, tokens + earned);
    countedAt += earned * REFILL_MS;
  }

  return {
    async waitForIdentify(_shardId, signal) {
      refill();
      const untilToken = tokens > 0 ? 0 : countedAt + REFILL_MS - now();
      const waitMs = Math.max(untilToken, previousAt + MIN_GAP_MS - now(), 0);
      if (waitMs > MIN_GAP_MS) onWait(waitMs);
      // An aborted wait has spent nothing.
      if (waitMs > 0) await wait(waitMs, signal);
      refill();
      tokens -= 1;
      previousAt = now();
    },
  };
}

async function waitFor(ms: number, signal: AbortSignal): Promise<void> {
  await sleep(ms, undefined, { signal });
}
