import { afterAll, beforeAll, expect, test } from "vitest";
import { createLocalDiscord, type LocalDiscord } from "#src/playground/local-discord.ts";
import { echo } from "./echo-command.ts";
import { raw, rawInteraction } from "./fakes.ts";
import { brokenContract, startBot } from "./test-bot.ts";

let discord: LocalDiscord;
let bot: Awaited<ReturnType<typeof startBot>>;

beforeAll(async () => {
  // Surviving is tried here, not speed: a thousand frames at once may take a busy machine more than 3 s.
  discord = await createLocalDiscord({ port: 0, answerWithinMs: 15_000 });
  bot = await startBot({ discord, commands: [echo] });
});
afterAll(async () => {
  await bot.stop();
  await discord.stop();
});

/** The same numbers every time, so that a failure can be looked at again. */
function createRandom(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state % below;
  };
}

const STRANGERS = [
  null,
  undefined,
  0,
  -1,
  1e308,
  "",
  "x".repeat(5_000),
  "\u202e\u0000",
  [],
  {},
  [[]],
  true,
  { __proto__: 1 },
];

/** Changes, removes or swaps one thing somewhere in the frame; deeper with each further round. */
function mutate(value: unknown, random: (below: number) => number): unknown {
  if (typeof value !== "object" || value === null || random(8) === 0) return STRANGERS[random(STRANGERS.length)];
  const copy = structuredClone(value) as Record<string, unknown>;
  const keys = Object.keys(copy);
  const key = keys[random(Math.max(keys.length, 1))];
  if (key === undefined) return STRANGERS[random(STRANGERS.length)];
  if (random(4) === 0) delete copy[key];
  else copy[key] = mutate(copy[key], random);
  return copy;
}

test("a thousand mutated interactions leave the bot answering", async () => {
  const random = createRandom(2_026);
  const rejections: unknown[] = [];
  const onRejection = (error: unknown) => rejections.push(error);
  process.on("unhandledRejection", onRejection);
  const makers = [
    () => raw.command("echo", [{ name: "words", type: 3, value: "hello" }]),
    () => {
      const target = { id: "50", author: { id: "60", username: "them" }, content: "my back hurts" };
      return rawInteraction(2, { name: "echo", type: 3, target_id: "50", resolved: { messages: { "50": target } } });
    },
    raw.autocomplete,
    raw.click,
    raw.form,
  ];
  for (let round = 0; round < 1_000; round += 1) {
    let frame: unknown = makers[random(makers.length)]?.();
    for (let times = 1 + random(3); times > 0; times -= 1) frame = mutate(frame, random);
    discord.gateway.dispatch("INTERACTION_CREATE", frame);
  }
  // The two that kill discord.js 14.28.1's own classes.
  discord.gateway.dispatch("INTERACTION_CREATE", { ...raw.command("echo"), entitlements: undefined });
  discord.gateway.dispatch("INTERACTION_CREATE", { ...raw.command("echo"), data: null });

  // On a slow machine a thousand waiting frames make the next answer late.
  await discord.slash("echo", { words: "anybody there" }).original();
  await bot.dispatcher.idle();
  const message = await discord.slash("echo", { words: "still here" }).original();
  expect(JSON.stringify(message.components)).toContain("still here");
  await bot.dispatcher.idle();
  process.off("unhandledRejection", onRejection);
  expect(rejections).toEqual([]);
  expect(brokenContract(discord)).toEqual([]);
  expect(bot.lines.join("")).toContain("could not be read");
}, 60_000);

test("events that nobody asked for are passed over", async () => {
  for (const type of ["GUILD_CREATE", "MESSAGE_CREATE", "USER_UPDATE", "ENTITLEMENT_CREATE", "NONSENSE"]) {
    for (const data of STRANGERS) discord.gateway.dispatch(type, data);
  }
  const message = await discord.slash("echo", { words: "still here" }).original();
  expect(JSON.stringify(message.components)).toContain("still here");
});
