import type { REST } from "discord.js";
import { Routes } from "discord-api-types/v10";
import { z } from "zod";

// Discord's most for one page.
const PAGE = 200;

const pageSchema = z.array(z.looseObject({ id: z.string().regex(/^\d{1,20}$/) }));

/**
 * Reads the ids of all servers that the bot is in, page after page until one is empty.
 *
 * @throws whatever keeps a page from being read: a list of which a page is missing is worse than none.
 */
export async function listServers(rest: Pick<REST, "get">): Promise<readonly string[]> {
  const ids: string[] = [];
  for (let after = "0"; ; ) {
    const query = new URLSearchParams({ limit: String(PAGE), after });
    const page = pageSchema.parse(await rest.get(Routes.userGuilds(), { query }));
    const last = page.at(-1)?.id;
    if (last === undefined) return ids;
    if (BigInt(last) <= BigInt(after)) throw new Error("Discord sent a page of servers twice");
    ids.push(...page.map(({ id }) => id));
    after = last;
  }
}
