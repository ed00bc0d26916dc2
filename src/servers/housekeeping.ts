import type { Storage } from "#src/storage/storage.ts";

type Parts = {
  readonly storage: Pick<Storage, "servers" | "removeOld">;
  /** Reads the ids of all servers that the bot is in; throws where a part of the list is missing. */
  readonly listServers: () => Promise<readonly string[]>;
  readonly onLeft: (guildIds: readonly string[]) => void;
};

/** What is done once a day: removing what was kept long enough, and noticing which servers the bot has left. */
export function createHousekeeping({ storage, listServers, onLeft }: Parts) {
  return [
    { name: "removing what was kept long enough", run: (now: Date) => storage.removeOld(now) },
    {
      name: "comparing the servers with the bot's list",
      async run(now: Date) {
        const { left } = await storage.servers.sweep({ guildIds: await listServers(), at: now });
        if (left.length > 0) onLeft(left);
      },
    },
  ];
}
