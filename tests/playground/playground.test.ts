import { fileURLToPath } from "node:url";
import { afterEach, describe, expect, test } from "vitest";
import { StartError } from "#src/errors.ts";
import { createPlayground, type Playground, type PlaygroundOptions } from "#src/playground/playground.ts";

const botEntry = fileURLToPath(new URL("./tiny-bot-main.ts", import.meta.url));
const open: Playground[] = [];

async function start(change: Partial<PlaygroundOptions> = {}): Promise<Playground> {
  const playground = await createPlayground({
    port: 0,
    portIsFixed: false,
    env: process.env,
    botEntry,
    say: () => undefined,
    onRefusal: () => undefined,
    ...change,
  });
  open.push(playground);
  return playground;
}

afterEach(async () => {
  await Promise.all(open.splice(0).map((playground) => playground.stop()));
});

describe("the playground", () => {
  test("serves the page before the bot is there, and ends within two seconds", async () => {
    const playground = await start();
    expect((await fetch(playground.url)).status).toBe(200);
    expect(playground.discord.gateway.isConnected()).toBe(false);
    await playground.discord.botReady();
    const startedAt = performance.now();
    await playground.stop();
    open.length = 0;
    expect(performance.now() - startedAt).toBeLessThan(2_000);
    await expect(fetch(playground.url)).rejects.toThrow();
  }, 15_000);

  test("takes any free port when nobody chose one, and says in one sentence when the chosen one is taken", async () => {
    const first = await start();
    const port = first.discord.port;
    const second = await start({ port });
    expect(second.discord.port).not.toBe(port);
    const third = start({ port, portIsFixed: true });
    await expect(third).rejects.toThrow(StartError);
    await expect(third).rejects.toThrow(`Port ${port} is taken by another program`);
  });

  test("starts the bot again when it dies, and says so", async () => {
    const lines: string[] = [];
    const { discord } = await start({ say: (line) => lines.push(line) });
    await discord.botReady();
    discord.slash("die");
    await expect.poll(() => lines).toEqual(["The bot ended unexpectedly with exit code 3; starting it again."]);
    await expect.poll(() => discord.gateway.isConnected(), { timeout: 8_000 }).toBe(true);
    const answer = await discord.slash("clock").original();
    expect(answer.content).toBe("offset 0");
  }, 20_000);

  test("does not insist when the bot refuses to start", async () => {
    const isRefused = new Promise<void>((resolve) => {
      void start({ env: { ...process.env, TINY_BOT_REFUSES: "yes" }, onRefusal: resolve });
    });
    await isRefused;
  }, 10_000);
});
