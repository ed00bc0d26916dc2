import { afterEach, beforeEach, describe } from "vitest";
import type { Storage } from "#src/storage/storage.ts";
import { describeDrafts } from "./contract-drafts.ts";
import { describePersonalData } from "./contract-personal-data.ts";
import { describeReminders } from "./contract-reminders.ts";
import { describeServers } from "./contract-servers.ts";
import { describeSettings } from "./contract-settings.ts";
import { describeStatistics } from "./contract-statistics.ts";
import type { Opened } from "./situation.ts";

/** A database of its own for each test: `open` opens it, and opens it again after `close`. */
export type TestDatabase = { open(): Promise<Storage>; remove(): Promise<void> };

/** Runs what every storage has to keep, whatever database stands behind it. */
export function describeStorage(name: string, createDatabase: () => TestDatabase): void {
  describe(name, () => {
    const opened = {} as Opened;
    let database: TestDatabase;

    beforeEach(async () => {
      database = createDatabase();
      opened.storage = await database.open();
      opened.reopen = async () => {
        await opened.storage.close();
        opened.storage = await database.open();
      };
    });

    afterEach(async () => {
      await opened.storage.close();
      await database.remove();
    });

    describeSettings(opened);
    describeDrafts(opened);
    describeStatistics(opened);
    describeReminders(opened);
    describeServers(opened);
    describePersonalData(opened);
  });
}
