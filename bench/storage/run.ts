// Measures reading the settings of 10,000 servers: node scripts/launch.mjs bench/storage/run.ts
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DEFAULT_SETTINGS, type GuildSettings } from "#src/storage/guild-settings.ts";
import { openStorage } from "#src/storage/open-storage.ts";

const SERVERS = 10_000;
const AT = new Date("2026-03-02T12:00:00Z");
const folder = mkdtempSync(join(tmpdir(), "spotter-bench-"));
const report = (sentence: string) => console.error(sentence);
const ids = Array.from({ length: SERVERS }, (_, index) => String(1_000_000_000_000_000_000n + BigInt(index)));

/** What a server that uses the whole panel has: six commands with rules, a few notes, links and own entries. */
function typicalSettings(index: number): GuildSettings {
  const many = <Item>(count: number, item: (number: number) => Item) =>
    Object.fromEntries(Array.from({ length: count }, (_, number) => [`item-${number}`, item(number)]));
  const channels = { rule: "only", ids: [String(index), "1200000000000000001"] } as const;
  return {
    ...DEFAULT_SETTINGS,
    country: "DE",
    commands: many(6, () => ({ channels, visibility: "private", visibilityIn: {}, cooldownSeconds: index })),
    wording: {
      ...DEFAULT_SETTINGS.wording,
      sectionNotes: many(3, () => "Ask the coaches on Thursday evening, they film your set. ".repeat(3)),
      links: many(2, () => ({ label: "Our form checks", url: "https://example.org/form" })),
      entries: many(3, () => ({
        title: "Chalk",
        aliases: ["grip chalk"],
        text: "Liquid chalk only. ".repeat(15),
        url: null,
      })),
    },
  };
}

/** Median and 99th percentile of the microseconds a read takes, `atOnce` reads being timed together. */
async function measure(name: string, read: (guildId: string) => Promise<unknown>, atOnce: number, goal: number) {
  const times: number[] = [];
  for (let start = 0; start + atOnce <= ids.length; start += atOnce) {
    const from = performance.now();
    for (let index = start; index < start + atOnce; index++) await read(ids[index] ?? "");
    times.push(((performance.now() - from) * 1_000) / atOnce);
  }
  times.sort((one, other) => one - other);
  const median = times[Math.floor(times.length / 2)] ?? Number.NaN;
  const mean = times.reduce((sum, time) => sum + time, 0) / times.length;
  const at = (share: number) => (times[Math.floor(times.length * share)] ?? 0).toFixed(2);
  const verdict = median <= goal ? "reached" : "MISSED";
  console.log(
    `${name}: median ${median.toFixed(2)} µs, mean ${mean.toFixed(2)}, p99 ${at(0.99)}; goal ${goal} µs ${verdict}`,
  );
}

try {
  const writing = await openStorage({ folder, report });
  const from = performance.now();
  for (const [index, guildId] of ids.entries()) {
    const settings = typicalSettings(index);
    await writing.settings.save({
      guildId,
      revision: 0,
      settings,
      source: "import",
      interactionId: guildId,
      by: "1",
      at: AT,
    });
  }
  const bytes = JSON.stringify(typicalSettings(1)).length;
  console.log(`${SERVERS} servers of ${bytes} characters written in ${Math.round(performance.now() - from)} ms`);
  await writing.close();

  const storage = await openStorage({ folder, report });
  await measure("cold, from SQLite", (guildId) => storage.settings.get(guildId), 1, 100);
  for (let round = 0; round < 3; round++) {
    await measure("from memory", (guildId) => storage.settings.get(guildId), 1_000, 1);
  }
  await storage.close();
} finally {
  rmSync(folder, { recursive: true, force: true });
}
