import { DEFAULT_SETTINGS, type GuildSettings } from "#src/storage/guild-settings.ts";
import { openStorage } from "#src/storage/open-storage.ts";
import { type Figure, median, quantile } from "./figures.ts";

const SERVERS = 10_000;
const USES = 500;
const AT = new Date("2026-03-02T12:00:00Z");
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

/** Measures reading the settings of 10,000 servers, and counting answers, in a folder of its own. */
export async function measureStorage(folder: string): Promise<Figure[]> {
  await writeSettings(folder);
  const storage = await openStorage({ folder, report });
  const read = (guildId: string) => storage.settings.get(guildId);
  const cold = await timesOf(read, 1);
  // The first round only warms up.
  await timesOf(read, 1_000);
  const warm = await timesOf(read, 1_000);
  const figures = [
    { name: "a server's settings, cold from SQLite", value: median(cold), unit: "µs", goal: 100 },
    { name: "  p99", value: quantile(cold, 0.99), unit: "µs" },
    { name: "a server's settings, from memory", value: median(warm), unit: "µs", goal: 1 },
    { name: "  p99", value: quantile(warm, 0.99), unit: "µs" },
    { name: `counting an answer, ${USES} together`, value: await timeOfCounting(folder), unit: "µs" },
  ];
  await storage.close();
  return figures;
}

async function writeSettings(folder: string): Promise<void> {
  const storage = await openStorage({ folder, report });
  for (const [index, guildId] of ids.entries()) {
    const settings = typicalSettings(index);
    const doing = { interactionId: guildId, by: "1", at: AT };
    await storage.settings.save({ guildId, revision: 0, settings, source: "import", ...doing });
  }
  await storage.close();
}

/** Microseconds that a read takes, `atOnce` reads being timed together. */
async function timesOf(read: (guildId: string) => Promise<unknown>, atOnce: number): Promise<number[]> {
  const times: number[] = [];
  for (let start = 0; start + atOnce <= ids.length; start += atOnce) {
    const from = performance.now();
    for (let index = start; index < start + atOnce; index++) await read(ids[index] ?? "");
    times.push(((performance.now() - from) * 1_000) / atOnce);
  }
  return times;
}

/** Microseconds for each of the answers that are counted in one write. */
async function timeOfCounting(folder: string): Promise<number> {
  const storage = await openStorage({ folder, report });
  const from = performance.now();
  const counted = ids
    .slice(0, USES)
    .map((id) => storage.counts.add({ guildId: ids[0] ?? "", interactionId: id, command: "ask", level: null, at: AT }));
  await Promise.all(counted);
  const time = ((performance.now() - from) * 1_000) / USES;
  await storage.close();
  return time;
}
