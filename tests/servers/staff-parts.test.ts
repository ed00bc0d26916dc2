import { beforeAll, beforeEach, describe, expect, onTestFinished, test } from "vitest";
import { loadCommands } from "#src/discord/load-commands.ts";
import type { Reply } from "#src/discord/reply.ts";
import type { ActionRequest, BaseRequest } from "#src/discord/request.ts";
import { createAnswering } from "#src/servers/answering.ts";
import type { Content, Services } from "#src/services.ts";
import { createDegradedStorage } from "#src/storage/degraded-storage.ts";
import { DEFAULT_SETTINGS, type GuildSettings } from "#src/storage/guild-settings.ts";
import { openStorage } from "#src/storage/open-storage.ts";
import type { Storage } from "#src/storage/storage.ts";
import { NO_TOOLS } from "../commands/no-tools.ts";
import { typed } from "../commands/requests.ts";
import { shippedContent } from "../shipped-content.ts";
import { testFolder } from "../storage/test-folder.ts";

const MANAGE_SERVER = 1n << 5n;
const OURS = "10";
const THEIRS = "99";

let content: Content;
let commands: Awaited<ReturnType<typeof loadCommands<Services>>>;
let storage: Storage;
let interactions = 0;

beforeAll(async () => {
  content = shippedContent();
  commands = await loadCommands<Services>("commands");
});
beforeEach(async () => {
  storage = await openStorage({ folder: testFolder(), report: (sentence) => expect.unreachable(sentence) });
  onTestFinished(() => storage.close());
});

const ask = (request: Parameters<ReturnType<typeof createAnswering>["answer"]>[0], from = storage) =>
  createAnswering({ commands, content, tools: NO_TOOLS, storage: from }).answer(request);

async function set(guildId: string, part: Partial<GuildSettings>): Promise<number> {
  const { revision, settings } = await storage.settings.read(guildId);
  interactions += 1;
  const doing = { by: "1", at: new Date(0), interactionId: String(interactions) };
  await storage.settings.save({ guildId, revision, settings: { ...settings, ...part }, source: "panel", ...doing });
  return revision + 1;
}

/** A press of staff on a control with this action and state. */
function pressed(action: string, state: string, base: Partial<BaseRequest> = {}, values: string[] = []): ActionRequest {
  interactions += 1;
  const {
    options: _,
    target: __,
    subcommand: ___,
    ...request
  } = typed(
    "spotter",
    {},
    {
      memberPermissions: MANAGE_SERVER,
      interactionId: String(interactions),
      ...base,
    },
  );
  const clicked = { ownerId: null, values, chosenChannels: [], fields: {}, uploads: {} };
  return {
    ...request,
    kind: "component",
    action,
    state,
    ...clicked,
    message: { id: "1", isPrivate: true, components: [] },
  };
}

const said = (reply: Reply) => JSON.stringify("body" in reply ? reply.body : reply);

describe("a control of another server's message", () => {
  test("changes neither server through the panel, since no id says where it belongs", async () => {
    const revision = await set(OURS, { country: "AU" });
    const reply = await ask(pressed("panel-set", `${revision}..0.0.reminders.off`, { guildId: THEIRS }));
    expect(said(reply)).toContain("Nothing was changed");
    expect(await storage.settings.get(OURS)).toMatchObject({ country: "AU", reminders: true });
    expect(await storage.settings.get(THEIRS)).toEqual(DEFAULT_SETTINGS);
  });

  test("goes back in its presser's own history at most", async () => {
    await set(OURS, { country: "AU" });
    const revision = await set(OURS, { country: "NZ" });
    await set(THEIRS, { country: "GB" });
    const back = ask(pressed("history-back", `${revision}..1`, { guildId: THEIRS }));
    expect(said(await back)).toContain("Not done yet");
    expect(await storage.settings.get(OURS)).toMatchObject({ country: "NZ" });
    expect(await storage.settings.get(THEIRS)).toMatchObject({ country: "GB" });
  });

  test("resets nothing elsewhere", async () => {
    const revision = await set(OURS, { country: "AU" });
    await expect(ask(pressed("reset-do", `${revision}.0123456789`, { guildId: THEIRS }))).rejects.toThrow("expired");
    expect(await storage.settings.get(OURS)).toMatchObject({ country: "AU" });
  });
});

describe("every part of /spotter", () => {
  const PRESSES = [
    ["panel", ""],
    ["panel-set", "0..0.0.reminders.off"],
    ["panel-apply", "0..0.0.reminders.off"],
    ["panel-page", "0..0.0.."],
    ["history", ""],
    ["history-back", "0..0"],
    ["history-page", "0."],
    ["export", ""],
    ["import-apply", `0.${"a".repeat(16)}`],
    ["reset-all", ""],
    ["reset-do", "0.0"],
  ] as const;
  const PLACES: readonly (readonly [string, Partial<BaseRequest>, string])[] = [
    ["without Manage Server", { memberPermissions: 0n }, "needs the permission Manage Server"],
    ["in a direct message", { guildId: null, context: "bot-dm" }, "belong to a server"],
    ["where only the person has installed the bot", { onlyUserInstalled: true }, "has not added me"],
  ];

  test.each(PLACES)("refuses a press %s", async (_, base, reason) => {
    for (const [action, state] of PRESSES) await expect(ask(pressed(action, state, base))).rejects.toThrow(reason);
    expect(await storage.settings.read(OURS)).toEqual({ revision: 0, settings: DEFAULT_SETTINGS });
  });

  test("says what is wrong where nothing can be saved, and never shows defaults as what was set", async () => {
    const degraded = createDegradedStorage("The disk is gone; call the operator.");
    for (const [action, state] of PRESSES.filter(([name]) => name !== "import-apply" && name !== "reset-do")) {
      const pressing = ask(pressed(action, state, {}, ["ask"]), degraded);
      await expect(pressing).rejects.toThrow(/The disk is gone|Nothing can be saved/);
    }
  });

  test("takes effect once where Discord delivers a press twice", async () => {
    const request = pressed("panel-set", "0..0.0.reminders.off");
    const [first, second] = await Promise.all([ask(request), ask(request)]);
    expect(said(first)).toContain("Done");
    expect(said(second)).toContain("Done");
    expect(await storage.settings.history(OURS, { limit: 5 })).toHaveLength(1);
  });
});
