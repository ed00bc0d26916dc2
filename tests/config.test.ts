import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { readConfig } from "#src/config.ts";
import { StartError } from "#src/errors.ts";

test("everything has a default", () => {
  expect(readConfig({})).toEqual({
    discordToken: null,
    isRealDiscord: true,
    discordApiUrl: "https://discord.com/api",
    fileOrigins: ["https://cdn.discordapp.com", "https://media.discordapp.net"],
    isCheckInOn: false,
    dataDir: "./data",
    playgroundPort: null,
    logLevel: "info",
    clockOffsetMs: 0,
    isProduction: false,
  });
});

test("an empty variable counts as absent", () => {
  expect(readConfig({ DISCORD_TOKEN: "", LOG_LEVEL: " " })).toMatchObject({ discordToken: null, logLevel: "info" });
});

test("what is set is read", () => {
  const variables = {
    DISCORD_TOKEN: "abc.def-1_2",
    DISCORD_API_URL: "http://127.0.0.1:4000/api/",
    DISCORD_CDN_URL: "http://127.0.0.1:4000, https://files.example.org",
    CHECK_IN: "on",
    DATA_DIR: "/data",
    PLAYGROUND_PORT: "4001",
    LOG_LEVEL: "debug",
    CLOCK_OFFSET_MS: "-5000",
    NODE_ENV: "production",
  };
  expect(readConfig(variables)).toEqual({
    discordToken: "abc.def-1_2",
    isRealDiscord: false,
    discordApiUrl: "http://127.0.0.1:4000/api",
    fileOrigins: ["http://127.0.0.1:4000", "https://files.example.org"],
    isCheckInOn: true,
    dataDir: "/data",
    playgroundPort: 4001,
    logLevel: "debug",
    clockOffsetMs: -5000,
    isProduction: true,
  });
});

test.each([
  ["DISCORD_TOKEN", "my secret token"],
  ["DISCORD_API_URL", "somewhere"],
  ["DISCORD_API_URL", "file:///etc/passwd"],
  ["PLAYGROUND_PORT", "70000"],
  ["PLAYGROUND_PORT", "many"],
  ["LOG_LEVEL", "loud"],
  ["CHECK_IN", "yes"],
  ["DISCORD_CDN_URL", "files.example.org"],
  ["DISCORD_CDN_URL", "file:///etc"],
  ["CLOCK_OFFSET_MS", "1.5"],
])("a wrong %s is named, and its value %j is not", (name, value) => {
  const read = () => readConfig({ [name]: value });
  expect(read).toThrow(StartError);
  expect(read).toThrow(name);
  try {
    read();
  } catch (error) {
    expect((error as Error).message).not.toContain(value);
  }
});

test("the example names every variable", () => {
  const example = readFileSync(new URL("../.env.example", import.meta.url), "utf8");
  const names = [...example.matchAll(/^#?([A-Z_]+)=/gm)].map(([, name]) => name);
  expect(names.sort()).toEqual(
    [
      "CHECK_IN",
      "CLOCK_OFFSET_MS",
      "DATA_DIR",
      "DISCORD_API_URL",
      "DISCORD_CDN_URL",
      "DISCORD_TOKEN",
      "LOG_LEVEL",
      "NODE_ENV",
      "PLAYGROUND_PORT",
    ].sort(),
  );
});
