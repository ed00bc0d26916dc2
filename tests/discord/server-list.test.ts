import { describe, expect, test } from "vitest";
import { listServers } from "#src/discord/server-list.ts";

const FIRST = 1_000_000_000_000_000_000n;

/** Discord with so many servers, whose answer number `failing` fails; it notes what it was asked. */
function fakeRest(count: number, { failing = -1, most = 200 } = {}) {
  const ids = Array.from({ length: count }, (_, index) => String(FIRST + BigInt(index)));
  const asked: string[] = [];
  const rest = {
    async get(route: string, options?: { query?: URLSearchParams }) {
      const query = options?.query ?? new URLSearchParams();
      asked.push(`${route}?${query}`);
      if (asked.length - 1 === failing) throw new Error("500");
      const after = BigInt(query.get("after") ?? 0);
      const limit = Math.min(most, Number(query.get("limit")));
      return ids
        .filter((id) => BigInt(id) > after)
        .slice(0, limit)
        .map((id) => ({ id, name: "A server" }));
    },
  };
  return { rest: rest as never, ids, asked };
}

describe("the list of servers", () => {
  test.each([0, 1, 199, 200, 201, 450])("of %i servers is read to its end", async (count) => {
    const { rest, ids, asked } = fakeRest(count);
    expect(await listServers(rest)).toEqual(ids);
    expect(asked[0]).toBe("/users/@me/guilds?limit=200&after=0");
  });

  test("goes on where Discord sends shorter pages than it was asked for", async () => {
    const { rest, ids } = fakeRest(120, { most: 50 });
    expect(await listServers(rest)).toEqual(ids);
  });

  test("is refused as a whole when one of its pages is missing", async () => {
    await expect(listServers(fakeRest(450, { failing: 1 }).rest)).rejects.toThrow("500");
  });

  test.each([
    ["is no list", { message: "401: Unauthorized" }],
    ["holds a server without an id", [{ name: "A server" }]],
  ])("is refused when an answer %s", async (_, answer) => {
    await expect(listServers({ get: async () => answer } as never)).rejects.toThrow();
  });

  test("is refused when Discord sends the same page again and again", async () => {
    await expect(listServers({ get: async () => [{ id: "5" }] } as never)).rejects.toThrow("twice");
  });
});
