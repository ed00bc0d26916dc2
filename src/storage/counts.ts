import type { Transaction } from "kysely";
import { UserError } from "#src/errors.ts";
import type { Access, ProblemReport } from "./access.ts";
import { markAllHandled } from "./handled.ts";
import { seeServer } from "./servers.ts";
import type { Tables } from "./tables.ts";

const KEPT_WEEKS = 53;
const DAY_MS = 86_400_000;
const NO_LEVEL = -1;
const MOST_GATHERED = 500;

/** How often commands were used and with what result; no ids of people. */
export type CountStore = {
  /**
   * Counts one answer, together with others of the same moments; resolves when that is done. Never fails: where it
   * cannot be counted it is not, for nobody asked for it.
   */
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

/** The uses that will be written together, and who waits for it. */
type Group = { readonly uses: Use[]; readonly timer: NodeJS.Timeout; readonly written: PromiseWithResolvers<void> };

type Parts = {
  readonly access: Access;
  readonly report: ProblemReport;
  /** How long uses are gathered before they are written together. */
  readonly gatherMs: number;
};

/** Creates the counts' store; `flush` writes what is still gathered. */
export function createCountStore({ access: { read, write }, report, gatherMs }: Parts): {
  readonly store: CountStore;
  readonly flush: () => Promise<void>;
} {
  let group: Group | null = null;

  // Each write waits for the disk, and the whole process with it: one for many answers costs a fraction.
  function gather(): Group {
    return { uses: [], timer: setTimeout(flush, gatherMs), written: Promise.withResolvers() };
  }

  async function flush(): Promise<void> {
    if (group === null) return;
    const { uses, timer, written } = group;
    group = null;
    clearTimeout(timer);
    try {
      await write((transaction) => writeUses(transaction, uses));
    } catch (error) {
      // Failures of disk and file were reported already.
      if (!(error instanceof UserError)) report("Uses could not be counted because of a bug.", error);
    }
    written.resolve();
  }

  const store: CountStore = {
    async add(use) {
      group ??= gather();
      const { uses, written } = group;
      uses.push(use);
      if (uses.length >= MOST_GATHERED) void flush();
      await written.promise;
    },

    async list(guildId, since) {
      await flush();
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
  return { store, flush };
}

/** Counts what was not counted before, all or nothing. */
async function writeUses(transaction: Transaction<Tables>, uses: readonly Use[]): Promise<void> {
  const marks = uses.map(({ interactionId, at }) => ({ interactionId, effect: "count", at }) as const);
  const isNew = await markAllHandled(transaction, marks);
  const sums = new Map<string, Use & { times: number }>();
  for (const use of uniqueUses(uses)) {
    if (!isNew.has(use.interactionId)) continue;
    const key = [use.guildId, weekOf(use.at), use.command, use.level].join(":");
    sums.set(key, { ...use, times: (sums.get(key)?.times ?? 0) + 1 });
  }
  for (const { guildId, command, level, at, times } of sums.values()) {
    await seeServer(transaction, guildId, at);
    await transaction
      .insertInto("command_counts")
      .values({ guild_id: guildId, week: weekOf(at), command, level: level ?? NO_LEVEL, times })
      .onConflict((conflict) =>
        conflict
          .columns(["guild_id", "week", "command", "level"])
          .doUpdateSet((builder) => ({ times: builder("command_counts.times", "+", times) })),
      )
      .execute();
  }
}

/** An interaction may be delivered twice within one group. */
function uniqueUses(uses: readonly Use[]): readonly Use[] {
  return [...new Map(uses.map((use) => [use.interactionId, use])).values()];
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
