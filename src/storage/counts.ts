import { type Access, ignoreFailure } from "./access.ts";
import { markHandled } from "./handled.ts";
import { seeServer } from "./servers.ts";

const KEPT_WEEKS = 53;
const DAY_MS = 86_400_000;
const NO_LEVEL = -1;

/** How often commands were used and with what result; no ids of people. */
export type CountStore = {
  /** Counts one answer. Where it cannot be counted it is not: nobody asked for it. */
  add(use: Use): Promise<void>;
  /** A server's counts since a moment's week, oldest week first. */
  list(guildId: string, since: Date): Promise<readonly WeekCount[]>;
};

export type Use = {
  readonly guildId: string;
  readonly interactionId: string;
  readonly command: string;
  /** Null where an answer has no level. */
  readonly level: number | null;
  readonly at: Date;
};

/** `week` is the day its Monday falls on (UTC), such as 2026-03-02. */
export type WeekCount = {
  readonly week: string;
  readonly command: string;
  readonly level: number | null;
  readonly times: number;
};

/** Creates the counts' store. */
export function createCountStore({ read, write }: Access): CountStore {
  return {
    async add({ guildId, interactionId, command, level, at }) {
      const row = { guild_id: guildId, week: weekOf(at), command, level: level ?? NO_LEVEL, times: 1 };
      await write(async (transaction) => {
        if (!(await markHandled(transaction, { interactionId, effect: "count", at }))) return;
        await seeServer(transaction, guildId, at);
        await transaction
          .insertInto("command_counts")
          .values(row)
          .onConflict((conflict) =>
            conflict
              .columns(["guild_id", "week", "command", "level"])
              .doUpdateSet((builder) => ({ times: builder("command_counts.times", "+", 1) })),
          )
          .execute();
      }).catch(ignoreFailure);
    },

    async list(guildId, since) {
      const rows = await read((db) =>
        db
          .selectFrom("command_counts")
          .select(["week", "command", "level", "times"])
          .where("guild_id", "=", guildId)
          .where("week", ">=", weekOf(since))
          .orderBy("week")
          .orderBy("command")
          .orderBy("level")
          .execute(),
      );
      return rows.map((row) => ({ ...row, level: row.level === NO_LEVEL ? null : row.level }));
    },
  };
}

/** The first week that is still kept. */
export function oldestKeptWeek(now: Date): string {
  return weekOf(new Date(now.getTime() - KEPT_WEEKS * 7 * DAY_MS));
}

/** The week of a moment: the day its Monday falls on (UTC). */
export function weekOf(at: Date): string {
  const daysSinceMonday = (at.getUTCDay() + 6) % 7;
  return new Date(at.getTime() - daysSinceMonday * DAY_MS).toISOString().slice(0, 10);
}
