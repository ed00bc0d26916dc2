import { type Client, DiscordAPIError, type RawFile, type REST } from "discord.js";
import { Routes } from "discord-api-types/v10";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { createLocalDiscord, type LocalDiscord } from "#src/playground/local-discord.ts";
import type { Message } from "#src/playground/wire.ts";
import { getPlace } from "#src/playground/world.ts";
import { startTinyBot } from "./tiny-bot.ts";

let discord: LocalDiscord;
let bot: Client;
let rest: REST;

beforeAll(async () => {
  discord = await createLocalDiscord({ port: 0 });
  bot = await startTinyBot(discord.apiUrl, discord.token);
  rest = bot.rest;
});
afterAll(async () => {
  await bot.destroy();
  await discord.stop();
});
beforeEach(() => {
  discord.clear();
});

const memberId = () => discord.world.people[0]?.user.id ?? "";
const text = (content: string) => ({ type: 10, content });
const diary = (content: string) => ({ flags: 1 << 15, components: [text(content)] });

async function openDirect(): Promise<string> {
  const channel = (await rest.post(Routes.userChannels(), { body: { recipient_id: memberId() } })) as { id: string };
  return channel.id;
}

async function postDirect(body: unknown = diary("one"), files: RawFile[] = []): Promise<Message> {
  return (await rest.post(Routes.channelMessages(await openDirect()), { body, files })) as Message;
}

/** The code that Discord refuses a request with. */
async function refusal(request: Promise<unknown>): Promise<number | string> {
  const error = await request.catch((caught: unknown) => caught);
  if (error instanceof DiscordAPIError) return error.code;
  throw new Error("it was not refused");
}

describe("a direct message of the bot", () => {
  test("is seen by its one reader, and can be changed and taken away", async () => {
    const message = await postDirect();
    expect(discord.messages("dm", "member").map(({ id }) => id)).toEqual([message.id]);
    expect(discord.messages("dm", "helper")).toEqual([]);
    await rest.patch(Routes.channelMessage(message.channel_id, message.id), { body: diary("two") });
    expect(discord.messages("dm", "member")[0]?.components).toEqual([{ id: 1, ...text("two") }]);
    await rest.delete(Routes.channelMessage(message.channel_id, message.id));
    expect(discord.messages("dm", "member")).toEqual([]);
  });

  test("keeps its picture through an edit that names it, and loses it through one that names none", async () => {
    const chart = { name: "chart.png", data: Buffer.from("PNG") };
    const gallery = { type: 12, items: [{ media: { url: "attachment://chart.png" } }] };
    const message = await postDirect({ flags: 1 << 15, components: [gallery] }, [chart]);
    const [picture] = message.attachments;
    const address = Routes.channelMessage(message.channel_id, message.id);
    const kept = (await rest.patch(address, {
      body: { ...diary("with"), attachments: [{ id: picture?.id }] },
    })) as Message;
    expect(kept.attachments.map(({ filename }) => filename)).toEqual(["chart.png"]);
    const bare = (await rest.patch(address, { body: { ...diary("without"), attachments: [] } })) as Message;
    expect(bare.attachments).toEqual([]);
  });

  test("sent again with the same nonce is the same message", async () => {
    const once = { ...diary("once"), nonce: "n1", enforce_nonce: true };
    const [first, second] = [await postDirect(once), await postDirect(once)];
    expect(second.id).toBe(first.id);
    expect(discord.messages("dm", "member")).toHaveLength(1);
  });

  test("does not reach whoever switched direct messages off, and does again afterwards", async () => {
    discord.setDirectMessages("member", false);
    expect(await refusal(postDirect())).toBe(50007);
    discord.setDirectMessages("member", true);
    await postDirect();
  });

  test("cannot go to somebody who is not there", async () => {
    expect(await refusal(rest.post(Routes.userChannels(), { body: { recipient_id: "1" } }))).toBe(50033);
  });
});

describe("pins", () => {
  const list = async (channel: string) =>
    (await rest.get(Routes.channelMessagesPins(channel))) as { items: { message: Message }[]; has_more: boolean };

  test("stand with the last one first, at both addresses, and Discord says that something was pinned", async () => {
    const [one, two] = [await postDirect(), await postDirect()];
    await rest.put(Routes.channelMessagesPin(one.channel_id, one.id));
    await rest.put(`/channels/${two.channel_id}/pins/${two.id}`);
    const { items, has_more } = await list(one.channel_id);
    expect([items.map(({ message }) => message.id), has_more]).toEqual([[two.id, one.id], false]);
    const older = (await rest.get(`/channels/${one.channel_id}/pins`)) as Message[];
    expect(older.map(({ id, pinned }) => [id, pinned])).toEqual([
      [two.id, true],
      [one.id, true],
    ]);
    expect(discord.messages("dm", "member").map(({ type }) => type)).toEqual([0, 0, 6, 6]);
  });

  test("come in pages", async () => {
    const [one, two] = [await postDirect(), await postDirect()];
    for (const { channel_id, id } of [one, two]) await rest.put(Routes.channelMessagesPin(channel_id, id));
    const query = new URLSearchParams({ limit: "1" });
    const page = await rest.get(Routes.channelMessagesPins(one.channel_id), { query });
    expect(page).toMatchObject({ items: [{ message: { id: two.id } }], has_more: true });
  });

  test("end when they are taken off or the message goes, and pinning twice is once", async () => {
    const [one, two] = [await postDirect(), await postDirect()];
    for (const { channel_id, id } of [one, one, two]) await rest.put(Routes.channelMessagesPin(channel_id, id));
    await rest.delete(Routes.channelMessagesPin(one.channel_id, one.id));
    await rest.delete(Routes.channelMessage(two.channel_id, two.id));
    expect((await list(one.channel_id)).items).toEqual([]);
    expect(discord.messages("dm", "member").filter(({ type }) => type === 6)).toHaveLength(2);
  });

  test("need a permission in a channel of the server", async () => {
    const channel = getPlace("general", "").id;
    const said = discord.say("pin me");
    expect(await refusal(rest.put(Routes.channelMessagesPin(channel, said.id)))).toBe(50013);
  });
});

describe("the messages of a channel", () => {
  test("come newest first, in pages", async () => {
    const sent: string[] = [];
    for (const content of ["a", "b", "c"]) sent.push((await postDirect({ content })).id);
    const [a, b, c] = sent;
    const page = async (query: Record<string, string>) => {
      const options = { query: new URLSearchParams(query) };
      const found = (await rest.get(Routes.channelMessages(await openDirect()), options)) as Message[];
      return found.map(({ id }) => id);
    };
    expect(await page({ limit: "2" })).toEqual([c, b]);
    expect(await page({ before: c ?? "" })).toEqual([b, a]);
    expect(await page({ after: a ?? "", limit: "1" })).toEqual([b]);
    expect(await page({ around: b ?? "", limit: "3" })).toEqual([c, b, a]);
    expect(await refusal(page({ limit: "101" }))).toBe(50035);
    expect(await refusal(page({ after: "yesterday" }))).toBe(50035);
  });

  test("hold no private answer, and of other people's words nothing, as without the content intent", async () => {
    await discord.slash("echo", { slowly: true }).original();
    discord.say("mine");
    const found = (await rest.get(Routes.channelMessages(getPlace("general", "").id))) as Message[];
    expect(found.map(({ author, content }) => [author.username, content])).toEqual([["member", ""]]);
  });
});

describe("who may do what", () => {
  const permissionsOf = (user: string, channel: string) => {
    const { interaction } = discord.slash("echo", {}, { user, channel });
    const { permissions } = interaction.member as { permissions: string };
    return { own: BigInt(permissions), app: BigInt(String(interaction.app_permissions)) };
  };

  test("differs by person and by channel", () => {
    const [pin, view] = [1n << 51n, 1n << 10n];
    expect(permissionsOf("helper", "deadlift-help").own & pin).toBe(pin);
    expect(permissionsOf("helper", "general").own & pin).toBe(0n);
    expect(permissionsOf("member", "deadlift-help").own & pin).toBe(0n);
    expect(permissionsOf("member", "staff-room").own).toBe(0n);
    expect(permissionsOf("helper", "staff-room").own & view).toBe(view);
    expect(permissionsOf("admin", "staff-room").own).toBe((1n << 53n) - 1n);
    expect(permissionsOf("admin", "staff-room").app & view).toBe(view);
  });

  test("is sent along with the channels and people that a select names", async () => {
    const card = await discord.slash("everything").original();
    const resolvedBy = (select: string, id: string, user: string) => {
      const { data } = discord.select(card, select, [id], { user }).interaction;
      return (data.resolved as Record<string, Record<string, { name?: string; permissions?: string }>>) ?? {};
    };
    const { id: staff } = getPlace("staff-room", "");
    const view = 1n << 10n;
    const channel = (user: string) => resolvedBy("auto-8", staff, user).channels?.[staff];
    expect(channel("admin")).toMatchObject({ name: "staff-room", type: 0 });
    expect(BigInt(channel("helper")?.permissions ?? 0) & view).toBe(view);
    const role = discord.world.roles[1]?.id ?? "";
    expect(resolvedBy("auto-6", role, "admin").roles?.[role]).toMatchObject({ name: "Helper" });
    const { users, members } = resolvedBy("auto-5", memberId(), "admin");
    expect(users?.[memberId()]).toMatchObject({ username: "member" });
    expect(BigInt(members?.[memberId()]?.permissions ?? 0) & view).toBe(view);
  });

  test("the servers of the bot come in pages", async () => {
    const [guild] = (await rest.get(Routes.userGuilds())) as { id: string; name: string }[];
    expect(guild).toMatchObject({ name: "The Lifting Room", owner: false });
    const query = new URLSearchParams({ after: guild?.id ?? "" });
    expect(await rest.get(Routes.userGuilds(), { query })).toEqual([]);
  });
});
