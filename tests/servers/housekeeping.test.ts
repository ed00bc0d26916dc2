import { describe, expect, test } from "vitest";
import { createHousekeeping } from "#src/servers/housekeeping.ts";
import { day, doing, MONDAY, settingsWith } from "../storage/situation.ts";
import { openReporting } from "../storage/sqlite-file.ts";
import { testFolder } from "../storage/test-folder.ts";

const guildId = "500";

/** A storage with a server's settings in it, and the daily work on it. */
async function keepHouse(listServers: () => Promise<readonly string[]>) {
  const { storage } = await openReporting(testFolder());
  const settings = settingsWith({ country: "DE" });
  await storage.settings.save({ guildId, revision: 0, settings, source: "panel", ...doing("1") });
  await storage.counts.add({ guildId, interactionId: "c1", command: "ask", level: null, at: MONDAY });
  const left: string[] = [];
  const jobs = createHousekeeping({ storage, listServers, onLeft: (ids) => void left.push(...ids) });
  const country = async () => (await storage.settings.get(guildId)).country;
  const run = async (now: Date) => {
    const outcomes = await Promise.allSettled(jobs.map((job) => job.run(now)));
    return outcomes.map(({ status }) => status);
  };
  return { storage, run, left, country };
}

describe("housekeeping", () => {
  test("forgets a server that is missing from the bot's list on 30 days in a row", async () => {
    const house = await keepHouse(async () => ["600"]);
    for (let days = 1; days <= 29; days++) await house.run(day(days));
    expect(await house.country()).toBe("DE");
    await house.run(day(30));
    expect(await house.country()).toBeNull();
    expect(house.left).toEqual([guildId]);
    await house.storage.close();
  });

  test("counts no day on which the list could not be read to its end", async () => {
    let isReadable = false;
    const house = await keepHouse(async () => {
      if (!isReadable) throw new Error("a page is missing");
      return [];
    });
    for (let days = 1; days <= 40; days++) {
      isReadable = days === 10;
      expect(await house.run(day(days))).toEqual(["fulfilled", isReadable ? "fulfilled" : "rejected"]);
    }
    expect(await house.country()).toBe("DE");
    await house.storage.close();
  });

  test("removes what was kept long enough", async () => {
    const house = await keepHouse(async () => [guildId]);
    await house.run(day(54 * 7));
    expect(await house.storage.counts.list(guildId, MONDAY)).toEqual([]);
    expect(await house.country()).toBe("DE");
    await house.storage.close();
  });
});
