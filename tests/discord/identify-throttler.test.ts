import { expect, test } from "vitest";
import { createIdentifyThrottler } from "#src/discord/identify-throttler.ts";

const DAY_MS = 86_400_000;

/** How many sessions are opened in a day when each one breaks after so long. */
async function sessionsInADay(livesMs: number, remaining = 1_000): Promise<number> {
  let time = 0;
  let sessions = 0;
  const throttler = createIdentifyThrottler({
    remaining,
    onWait: () => {},
    now: () => time,
    wait: async (ms) => {
      time += ms;
    },
  });
  while (true) {
    await throttler.waitForIdentify(0, new AbortController().signal);
    if (time > DAY_MS) return sessions;
    sessions += 1;
    time += livesMs;
  }
}

test.each([
  ["refused at once", 0],
  ["broken after half a second", 500],
  ["broken after a minute", 60_000],
])("a session that is %s all day is opened at most 300 times", async (_, livesMs) => {
  const sessions = await sessionsInADay(livesMs);
  expect(sessions).toBeLessThanOrEqual(300);
  expect(sessions).toBeGreaterThan(250);
});

test("restarts in a loop leave the day's last sessions alone", async () => {
  expect(await sessionsInADay(0, 200)).toBeLessThanOrEqual(280);
});

test("the first sessions follow each other by five seconds, as Discord wants it", async () => {
  let time = 0;
  const waits: number[] = [];
  const throttler = createIdentifyThrottler({
    remaining: 1_000,
    onWait: () => {},
    now: () => time,
    wait: async (ms) => {
      waits.push(ms);
      time += ms;
    },
  });
  for (let n = 0; n < 4; n += 1) await throttler.waitForIdentify(0, new AbortController().signal);
  expect(waits).toEqual([5_000, 5_000, 5_000]);
});

test("a wait that is broken off has spent nothing", async () => {
  const throttler = createIdentifyThrottler({ remaining: 0, onWait: () => {} });
  await throttler.waitForIdentify(0, new AbortController().signal);
  const breakOff = new AbortController();
  const waiting = throttler.waitForIdentify(0, breakOff.signal);
  breakOff.abort();
  await expect(waiting).rejects.toThrow();
});
