const DISCORD_EPOCH_MS = 1_420_070_400_000n;

/** Creates a source of ids that sort by time, as Discord's do. */
export function createSnowflakes(now: () => number): () => string {
  let last = 0n;
  return () => {
    const byClock = (BigInt(now()) - DISCORD_EPOCH_MS) << 22n;
    last = byClock > last ? byClock : last + 1n;
    return last.toString();
  };
}
