import { type ChildProcess, spawn } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { createLocalDiscord, type LocalDiscord } from "#src/playground/local-discord.ts";
import { brokenContract } from "../discord/test-bot.ts";

const root = fileURLToPath(new URL("../..", import.meta.url));
const folder = mkdtempSync(join(tmpdir(), "spotter-"));
let discord: LocalDiscord;
let child: ChildProcess | null = null;

beforeAll(async () => {
  discord = await createLocalDiscord({ port: 0 });
});
afterEach(async () => {
  child?.kill("SIGKILL");
  await expect.poll(() => discord.gateway.isConnected()).toBe(false);
});
afterAll(async () => {
  await discord.stop();
  rmSync(folder, { recursive: true });
});

/** Starts an entry with these settings only; a developer's own .env must not reach in, so the token is always set. */
function start(entry: string, settings: Record<string, string>) {
  // What is compiled once need not be compiled for every start.
  const { PATH, NODE_COMPILE_CACHE } = process.env;
  const env = { PATH, NODE_COMPILE_CACHE, DISCORD_TOKEN: "", DATA_DIR: folder, ...settings };
  const started = spawn(process.execPath, [join(root, "src", entry)], { cwd: root, env });
  child = started;
  let out = "";
  let err = "";
  started.stdout.on("data", (chunk) => {
    out += chunk;
  });
  started.stderr.on("data", (chunk) => {
    err += chunk;
  });
  const ended = new Promise<number | null>((resolve) => started.on("close", resolve));
  return { started, ended, out: () => out, err: () => err };
}

const connected = () => ({ DISCORD_TOKEN: discord.token, DISCORD_API_URL: discord.apiUrl });

describe("what stops the start is told in one sentence, with exit code 1", () => {
  const file = join(folder, "a-file");
  writeFileSync(file, "");

  test.each<[string, string, () => Record<string, string>, RegExp]>([
    ["no token for the bot", "main.ts", () => ({}), /^DISCORD_TOKEN is not set: .*$/],
    ["no token in production", "start.ts", () => ({ NODE_ENV: "production" }), /^DISCORD_TOKEN is not set: .*$/],
    ["no token for the registration", "register-commands.ts", () => ({}), /^DISCORD_TOKEN is not set: .*$/],
    [
      "a token that Discord refuses",
      "main.ts",
      () => ({ ...connected(), DISCORD_TOKEN: "wrong" }),
      /^Discord does not accept the token.*$/,
    ],
    [
      "such a token for the registration",
      "register-commands.ts",
      () => ({ ...connected(), DISCORD_TOKEN: "wrong" }),
      /^Discord does not accept the token.*$/,
    ],
    [
      "a data folder that cannot be written to",
      "main.ts",
      () => ({ ...connected(), DATA_DIR: join(file, "data") }),
      /^The data folder .* cannot be written to.*$/,
    ],
    [
      "an address where nobody answers",
      "main.ts",
      () => ({ ...connected(), DISCORD_API_URL: "http://127.0.0.1:9/api" }),
      /^Discord could not be reached.*$/,
    ],
    ["a setting that is wrong", "main.ts", () => ({ LOG_LEVEL: "loud" }), /^Please correct the settings.*LOG_LEVEL.*$/],
  ])("%s", async (_, entry, settings, sentence) => {
    const { ended, err } = start(entry, settings());
    expect(await ended).toBe(1);
    expect(err().trimEnd()).toMatch(sentence);
  });
});

describe("the bot as a process", () => {
  test("connects, registers its commands, answers, and ends on Ctrl-C within 2 s", async () => {
    const bot = start("main.ts", connected());
    await discord.botReady();
    expect(discord.commands().map(({ name }) => name)).toEqual(
      expect.arrayContaining(["accessories", "upperback-sore"]),
    );
    expect(await discord.autocomplete("accessories", "exercise", "ro").choices()).not.toEqual([]);
    await discord.slash("accessories").original();

    const askedAt = performance.now();
    // The terminal signals the launcher and the bot, and the launcher passes it on.
    bot.started.kill("SIGINT");
    bot.started.kill("SIGINT");
    expect(await bot.ended).toBe(0);
    expect(performance.now() - askedAt).toBeLessThan(2_000);
    expect(brokenContract(discord)).toEqual([]);
  });

  test("reads the list of its servers to the end when it starts", async () => {
    const asked = () => discord.requests.filter(({ path }) => path === "/users/@me/guilds").length;
    const before = asked();
    start("main.ts", connected());
    // The one server, and the empty page after it.
    await expect.poll(asked, { timeout: 20_000 }).toBe(before + 2);
  });

  test("with a damaged database goes on warning and answering, and says so in its log and to staff", async () => {
    const dataDir = join(folder, "damaged");
    mkdirSync(dataDir);
    writeFileSync(join(dataDir, "spotter.sqlite"), "This was overwritten by something else.".repeat(300));
    const bot = start("main.ts", { ...connected(), DATA_DIR: dataDir });
    await discord.botReady();
    const warning = await discord
      .slash("upperback-sore", { describe: "crushing chest pain, can't breathe" })
      .original();
    expect(JSON.stringify(warning.components)).toContain("999");
    const found = await discord.slash("spotter doctor", {}, { user: "admin" }).original();
    expect(JSON.stringify(found.components)).toMatch(/❌ .*Storage.*The database is damaged: stop the bot, restore/);
    expect(bot.out()).toContain(
      "The database is damaged: stop the bot, restore the last backup with `npm run restore`",
    );
    expect(brokenContract(discord)).toEqual([]);
  });

  test("answers a click that was made before it was started again", async () => {
    const first = start("main.ts", connected());
    await discord.botReady();
    const message = await discord.slash("accessories").original();
    first.started.kill("SIGTERM");
    await first.ended;
    start("main.ts", connected());
    await discord.botReady();
    await discord.click(message, "Remove").removed();
    expect(brokenContract(discord)).toEqual([]);
  });

  test("ends with one sentence when its token is taken away", async () => {
    const { ended, err, out } = start("main.ts", connected());
    await expect.poll(out, { timeout: 20_000 }).toContain("Spotter is connected");
    discord.gateway.closeWith(4004);
    expect(await ended).toBe(1);
    expect(err().trimEnd()).toMatch(/^Discord ended the connection for good \(the token is not valid any more\).*$/);
  });

  test("goes on when nobody reads its log any more", async () => {
    const bot = start("main.ts", { ...connected(), LOG_LEVEL: "debug" });
    await expect.poll(bot.out, { timeout: 20_000 }).toContain("Spotter is connected");
    bot.started.stdout.destroy();
    for (let n = 0; n < 5; n += 1) await discord.slash("accessories").original();
    expect(bot.started.exitCode).toBe(null);
  });

  test("ends on SIGTERM within 2 s also while Discord is out of reach", async () => {
    const other = await createLocalDiscord({ port: 0 });
    const bot = start("main.ts", { DISCORD_TOKEN: other.token, DISCORD_API_URL: other.apiUrl });
    await expect.poll(bot.out, { timeout: 20_000 }).toContain("Spotter is connected");
    await other.stop();
    await expect.poll(bot.out, { timeout: 10_000 }).toContain("The connection to Discord is gone");
    const askedAt = performance.now();
    bot.started.kill("SIGTERM");
    expect(await bot.ended).toBe(0);
    expect(performance.now() - askedAt).toBeLessThan(2_000);
  });

  test("registers by hand", async () => {
    const { ended, out } = start("register-commands.ts", { ...connected(), LOG_LEVEL: "info" });
    expect(await ended).toBe(0);
    expect(out()).toMatch(/Discord (knows all|learned the) commands/);
  });
});
