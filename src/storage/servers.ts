import type { Transaction } from "kysely";
import { type Access, ignoreFailure } from "./access.ts";
import { RecentlyUsed } from "./recently-used.ts";
import type { Tables } from "./tables.ts";

const MISSED_SWEEPS = 30;
const REMEMBERED_SERVERS = 10_000;
const AT_ONCE = 500;

/** Which servers use the bot, told from their interactions alone. */
export type ServerStore = {
  /**
   * Notes that a server is there, and tells whether staff has yet to be greeted: true exactly once for each server,
   * at the first interaction of somebody who may manage it. False also where that cannot be known now.
   */
  see(visit: Visit): Promise<boolean>;
  /**
   * Compares the servers we know with the bot's complete list, once a day; a list of which a page is missing must
   * not be passed. A server that is missing 30 times in a row has left, and everything about it is deleted.
   */
  sweep(list: {
    readonly guildIds: readonly string[];
    readonly at: Date;
  }): Promise<{ readonly left: readonly string[] }>;
};

export type Visit = { readonly guildId: string; readonly mayManage: boolean; readonly at: Date };

type Seen = { readonly day: string; readonly isGreeted: boolean };

/** Creates the servers' store; `forget` is called for each server whose data went. */
export function createServerStore({ write }: Access, forget: (guildId: string) => void): ServerStore {
  const seen = new RecentlyUsed<string, Seen>(REMEMBERED_SERVERS);

  return {
    async see({ guildId, mayManage, at }) {
      const known = seen.get(guildId);
      if (known?.day === dayOf(at) && (known.isGreeted || !mayManage)) return false;
      const greets = await write(async (transaction) => {
        await seeServer(transaction, guildId, at);
        if (!mayManage) return null;
        const result = await transaction
          .updateTable("servers")
          .set({ greeted_at: at.getTime() })
          .where("guild_id", "=", guildId)
          .where("greeted_at", "is", null)
          .executeTakeFirst();
        return result.numUpdatedRows > 0n;
      }).catch(ignoreFailure);
      if (greets === undefined) return false;
      seen.set(guildId, { day: dayOf(at), isGreeted: greets !== null });
      return greets === true;
    },

    async sweep({ guildIds, at }) {
      const present = new Set(guildIds);
      const left = await write(async (transaction) => {
        if (!(await isFirstSweep(transaction, dayOf(at)))) return [];
        const servers = await transaction.selectFrom("servers").select(["guild_id", "missed_sweeps"]).execute();
        const missing = servers.filter(({ guild_id }) => !present.has(guild_id));
        const back = servers.filter((server) => server.missed_sweeps > 0 && present.has(server.guild_id));
        const gone = missing.filter(({ missed_sweeps }) => missed_sweeps + 1 >= MISSED_SWEEPS).map(idOf);
        for (const ids of chunks(back.map(idOf))) {
          await transaction.updateTable("servers").set({ missed_sweeps: 0 }).where("guild_id", "in", ids).execute();
        }
        for (const ids of chunks(missing.map(idOf))) {
          await transaction
            .updateTable("servers")
            .set((builder) => ({ missed_sweeps: builder("missed_sweeps", "+", 1) }))
            .where("guild_id", "in", ids)
            .execute();
        }
        for (const ids of chunks(gone)) {
          await transaction.deleteFrom("servers").where("guild_id", "in", ids).execute();
        }
        return gone;
      });
      for (const guildId of left) {
        seen.delete(guildId);
        forget(guildId);
      }
      return { left };
    },
  };
}

/** Notes in a transaction that a server is there; everything kept about it hangs on its row. */
export async function seeServer(transaction: Transaction<Tables>, guildId: string, at: Date): Promise<void> {
  await transaction
    .insertInto("servers")
    .values({ guild_id: guildId, first_seen_at: at.getTime(), greeted_at: null, missed_sweeps: 0 })
    .onConflict((conflict) => conflict.column("guild_id").doUpdateSet({ missed_sweeps: 0 }))
    .execute();
}

/** A day counts once, however often the bot starts on it. */
async function isFirstSweep(transaction: Transaction<Tables>, day: string): Promise<boolean> {
  const result = await transaction
    .insertInto("sweeps")
    .values({ day })
    .onConflict((conflict) => conflict.column("day").doNothing())
    .executeTakeFirst();
  if (result.numInsertedOrUpdatedRows !== 1n) return false;
  await transaction.deleteFrom("sweeps").where("day", "<", day).execute();
  return true;
}

function dayOf(at: Date): string {
  return at.toISOString().slice(0, 10);
}

function idOf({ guild_id }: { readonly guild_id: string }): string {
  return guild_id;
}

function* chunks(ids: readonly string[]): Generator<readonly string[]> {
  for (let start = 0; start < ids.length; start += AT_ONCE) yield ids.slice(start, start + AT_ONCE);
}
