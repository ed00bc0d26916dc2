import { DiscordAPIError } from "discord.js";
import { describe, expect, test, vi } from "vitest";
import { createDiscordView } from "#src/discord/discord-view.ts";
import { createLog } from "#src/operations/log.ts";

const VIEW = 1n << 10n;
const COMMANDS = 1n << 31n;

const look = { name: "look", description: "Looks", contexts: [0], integration_types: [0] };

/** Discord that answers each route as told; anything else fails. */
function viewOf(answers: Readonly<Record<string, () => unknown>>) {
  const lines: string[] = [];
  const rest = {
    async get(route: string) {
      const answer = answers[route];
      if (answer === undefined) throw new Error(`no answer for ${route}`);
      return answer();
    },
  };
  const log = createLog({ level: "info", readable: false, write: (line) => lines.push(line) });
  return { view: createDiscordView({ rest: rest as never, commands: [look], log }), lines };
}

function refusal(code: number, status: number): () => never {
  return () => {
    throw new DiscordAPIError({ code, message: "No" }, code, status, "GET", "https://discord.com", {});
  };
}

const app = { "/applications/@me": () => ({ id: "9" }) };
const role = (id: string, permissions: bigint, mentionable = false) => ({
  id,
  permissions: String(permissions),
  mentionable,
});

describe("what Discord tells of the commands", () => {
  test.each([
    ["the same ones", [{ ...look, id: "5", version: "1" }], { added: [], changed: [], removed: [] }],
    ["none", [], { added: ["look"], changed: [], removed: [] }],
    [
      "an older one and one too many",
      [
        { ...look, description: "Looked" },
        { ...look, name: "old" },
      ],
      { added: [], changed: ["look"], removed: ["old"] },
    ],
  ])("%s", async (_, known, difference) => {
    const { view } = viewOf({ ...app, "/applications/9/commands": () => known });
    expect(await view.compareCommands()).toEqual(difference);
  });

  test.each([
    ["refuses", refusal(0, 500)],
    ["sends nonsense", () => ({ message: "?" })],
  ])("nothing where it %s: that is not known, and logged", async (_, answer) => {
    const { view, lines } = viewOf({ ...app, "/applications/9/commands": answer });
    expect(await view.compareCommands()).toBeNull();
    expect(lines).toEqual([expect.stringContaining("Discord did not tell: the commands it knows")]);
  });

  test("nothing where it is slow: nobody waits for more than two seconds", async () => {
    vi.useFakeTimers();
    const { view, lines } = viewOf({ ...app, "/applications/9/commands": () => new Promise(() => {}) });
    const found = view.compareCommands();
    await vi.advanceTimersByTimeAsync(2_000);
    expect(await found).toBeNull();
    expect(lines).toEqual([expect.stringContaining("did not tell in time")]);
    vi.useRealTimers();
  });
});

describe("what Discord tells of a server", () => {
  test("what a member without a role may do in each channel, and which roles can be mentioned", async () => {
    const { view } = viewOf({
      "/guilds/10/roles": () => [role("10", VIEW | COMMANDS), role("11", 0n, true)],
      "/guilds/10/channels": () => [
        { id: "20", permission_overwrites: [] },
        {
          id: "21",
          permission_overwrites: [
            { id: "11", type: 0, allow: "0", deny: String(VIEW) },
            { id: "10", type: 0, allow: "2048", deny: String(COMMANDS) },
          ],
        },
        { id: "22" },
      ],
    });
    const guild = await view.findGuild("10");
    expect([...(guild?.channels ?? [])]).toEqual([
      ["20", { everyoneMay: VIEW | COMMANDS }],
      ["21", { everyoneMay: VIEW | 2048n }],
      ["22", { everyoneMay: VIEW | COMMANDS }],
    ]);
    expect(guild?.roles.get("11")).toEqual({ isMentionable: true });
  });

  test("nothing of a server that it does not show", async () => {
    const { view } = viewOf({ "/guilds/10/roles": () => [], "/guilds/10/channels": refusal(50_001, 403) });
    expect(await view.findGuild("10")).toBeNull();
  });

  test("which channels are gone: one that the bot must not see is there", async () => {
    const { view } = viewOf({
      "/channels/20": () => ({ id: "20" }),
      "/channels/21": refusal(10_003, 404),
      "/channels/22": refusal(50_001, 403),
    });
    expect(await view.findGone(["20", "21", "22"])).toEqual(["21"]);
    expect(await view.findGone([])).toEqual([]);
  });

  test("that nobody knows which are gone where it does not answer for one of them", async () => {
    const { view } = viewOf({ "/channels/20": () => ({ id: "20" }), "/channels/21": refusal(0, 500) });
    expect(await view.findGone(["20", "21"])).toBeNull();
  });
});
