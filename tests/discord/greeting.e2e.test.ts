import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import type { LocalDiscord } from "#src/playground/local-discord.ts";
import { createPatientDiscord, PATIENT_MS, startSpotter } from "./spotter-bot.ts";
import { brokenContract } from "./test-bot.ts";

let discord: LocalDiscord;
let bot: Awaited<ReturnType<typeof startSpotter>>;

beforeAll(async () => {
  discord = await createPatientDiscord();
  bot = await startSpotter(discord, { deferAfterMs: PATIENT_MS });
});
afterAll(async () => {
  await bot.stop();
  await discord.stop();
});
afterEach(() => {
  expect(brokenContract(discord)).toEqual([]);
});

/** Who was greeted so far, once for each greeting. */
function greeted(): (string | null)[] {
  const greetings = discord.messages("general").filter((message) => {
    const text = JSON.stringify(message.components);
    return ["You may manage this server", "/spotter panel", "/spotter doctor", "/privacy"].every((part) =>
      text.includes(part),
    );
  });
  return greetings.map(({ id }) => discord.audienceOf(id));
}

async function use(user: string): Promise<void> {
  await discord.slash("accessories", {}, { user }).original();
  await bot.dispatcher.idle();
}

test("whoever may manage a new server is greeted at their first use, privately and once; members never", async () => {
  await use("member");
  expect(greeted()).toEqual([]);
  await use("admin");
  await use("admin");
  await use("member");
  const admin = discord.world.people.find(({ key }) => key === "admin")?.user.id;
  expect(greeted()).toEqual([admin]);
});
