import { readdirSync, readFileSync, statSync } from "node:fs";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import type { Playground } from "#src/playground/playground.ts";
import { openStage, payloadHash, scenes } from "../../scripts/readme-scenes.ts";

const folder = new URL("../../docs/pictures/", import.meta.url);
const readme = readFileSync(new URL("../../README.md", import.meta.url), "utf8");
const MOST_BYTES = 150 * 1024;

let stage: Playground;
beforeAll(async () => {
  stage = await openStage();
});
afterAll(() => stage?.stop());
beforeEach(() => stage.discord.clear());

test.each(scenes)("the pictures of $name show what the bot answers today", async (scene) => {
  const hash = payloadHash(await scene.play(stage.discord));
  const shown = readFileSync(new URL(`${scene.name}.sha256`, folder), "utf8").trim();
  expect(hash, "the answer has changed: take the pictures again with npm run screenshots").toBe(shown);
});

test("every scene has its picture for a desktop and for a phone, each of them small and in the README", () => {
  const wanted = scenes.flatMap(({ name }) => [`${name}-desktop.png`, `${name}-phone.png`]).toSorted();
  expect(
    readdirSync(folder)
      .filter((name) => name.endsWith(".png"))
      .toSorted(),
  ).toEqual(wanted);
  for (const name of wanted) {
    expect(statSync(new URL(name, folder)).size, name).toBeLessThanOrEqual(MOST_BYTES);
    expect(readme, name).toContain(`docs/pictures/${name}`);
  }
});

test("a changed word changes the hash, and what nobody sees does not", () => {
  const message = (content: string, id: number) =>
    ({ content: "", components: [{ type: 10, id, content }] }) as unknown as Parameters<typeof payloadHash>[0];
  expect(payloadHash(message("sore", 1))).toBe(payloadHash(message("sore", 2)));
  expect(payloadHash(message("sore", 1))).not.toBe(payloadHash(message("sorer", 1)));
});
