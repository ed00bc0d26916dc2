import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { createDailyJobs, type DailyJobs } from "#src/operations/daily-jobs.ts";
import { createLog } from "#src/operations/log.ts";

const HOUR_MS = 3_600_000;

/** The jobs of a test: `done` notes the days on which each was done. */
function createJobs({ failing = 0 } = {}) {
  const done: string[] = [];
  const lines: string[] = [];
  let failures = failing;
  const daily = createDailyJobs({
    jobs: [
      {
        name: "first",
        async run(now) {
          if (failures-- > 0) throw new Error("Discord is away");
          done.push(`first ${now.toISOString().slice(0, 10)}`);
        },
      },
      { name: "second", run: async (now) => void done.push(`second ${now.toISOString().slice(0, 10)}`) },
    ],
    clock: { now: () => new Date() },
    log: createLog({ level: "info", readable: false, write: (line) => lines.push(line) }),
  });
  return { daily, done, lines };
}

describe("daily jobs", () => {
  let running: DailyJobs;

  function start(daily: DailyJobs): void {
    running = daily;
    daily.start();
  }

  beforeEach(() => void vi.useFakeTimers({ now: new Date("2026-03-02T22:30:00Z") }));
  afterEach(async () => {
    await running.stop();
    vi.useRealTimers();
  });

  test("are done at the start, and then once on every new day", async () => {
    const { daily, done } = createJobs();
    start(daily);
    await vi.advanceTimersByTimeAsync(HOUR_MS);
    expect(done).toEqual(["first 2026-03-02", "second 2026-03-02"]);
    await vi.advanceTimersByTimeAsync(24 * HOUR_MS);
    expect(done.slice(2)).toEqual(["first 2026-03-03", "second 2026-03-03"]);
  });

  test("one that fails is logged and tried again within the hour, and does not hold up the others", async () => {
    const { daily, done, lines } = createJobs({ failing: 1 });
    start(daily);
    await vi.advanceTimersByTimeAsync(0);
    expect(done).toEqual(["second 2026-03-02"]);
    expect(lines).toEqual([expect.stringContaining("tried again within the hour: first")]);
    await vi.advanceTimersByTimeAsync(HOUR_MS);
    expect(done).toEqual(["second 2026-03-02", "first 2026-03-02"]);
  });

  test("end with the bot", async () => {
    const { daily, done } = createJobs();
    start(daily);
    await daily.stop();
    const atTheEnd = done.length;
    await vi.advanceTimersByTimeAsync(48 * HOUR_MS);
    expect(done).toHaveLength(atTheEnd);
  });
});
