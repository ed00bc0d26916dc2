import { createHash } from "node:crypto";
import { rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { LocalDiscord } from "#src/playground/local-discord.ts";
import { createPlayground, type Playground } from "#src/playground/playground.ts";
import type { Message } from "#src/playground/wire.ts";

/** A conversation whose last message stands in the README as a picture. */
export type Scene = {
  readonly name: string;
  readonly person: "member" | "admin";
  /** A channel's name, or "dm". */
  readonly place: string;
  /** True where the picture shows the whole window, false for the message alone. */
  readonly isWindow?: boolean;
  play(discord: LocalDiscord): Promise<Message>;
};

// The pictures' day: whatever an answer says about time is the same whenever it is played.
const TODAY = Date.UTC(2026, 2, 2, 17, 30);
const DAY_MS = 86_400_000;

const sore = (describe: string) => (discord: LocalDiscord) =>
  discord.slash("upperback-sore", { describe }, { channel: "deadlift-help" }).original();

/** What the README shows. */
export const scenes: readonly Scene[] = [
  {
    name: "ordinary-answer",
    person: "member",
    place: "deadlift-help",
    isWindow: true,
    play: sore("My upper back is tight and achy since I deadlifted yesterday, it eases when I move around"),
  },
  {
    name: "warning-card",
    person: "member",
    place: "deadlift-help",
    play: sore("Stabbing pain under my shoulder blade for three weeks now, even at rest"),
  },
  {
    name: "accessories",
    person: "member",
    place: "deadlift-help",
    play: (discord) => discord.slash("accessories", { exercise: "rows" }, { channel: "deadlift-help" }).original(),
  },
  {
    name: "admin-panel",
    person: "admin",
    place: "staff-room",
    play: (discord) => discord.slash("spotter panel", {}, { user: "admin", channel: "staff-room" }).original(),
  },
  { name: "check-in-chart", person: "member", place: "dm", play: keepDiary },
];

/** Opens a diary and brings eleven days back into it. */
async function keepDiary(discord: LocalDiscord): Promise<Message> {
  const consent = await discord.slash("check-in").original();
  await discord.click(consent, "I agree, open my diary").original();
  const diary = discord.messages("dm", "member").find(({ pinned }) => pinned);
  if (diary === undefined) throw new Error("no diary was pinned");
  const soreness = [4, 6, 6, 5, 5, 4, 3, 3, 2, 2, 1];
  const entries = soreness.map((value, index) => ({
    at: new Date(TODAY - (soreness.length - index) * DAY_MS).toISOString(),
    soreness: value,
    trend: index === 0 ? null : value > (soreness[index - 1] ?? 0) ? "worse" : "better",
    sharp: false,
    tingling: false,
    numb: false,
    alreadyDays: null,
  }));
  const data = Buffer.from(JSON.stringify({ spotterDiary: 1, agreedAt: entries[0]?.at, entries }));
  const opener = discord.click(diary, "Bring back");
  await opener.form();
  const file = { name: "soreness-diary.json", contentType: "application/json", data };
  const shown = await discord.submit(opener, { file: [file] }).original();
  if (shown.id !== diary.id) throw new Error(`the diary was not brought back: ${JSON.stringify(shown.components)}`);
  return shown;
}

/** Starts a playground with the real bot on the pictures' day, and storage of its own. */
export async function openStage(): Promise<Playground> {
  const dataDir = join(tmpdir(), `spotter-scenes-${process.pid}`);
  const playground = await createPlayground({
    port: 0,
    portIsFixed: false,
    clockOffsetMs: TODAY - Date.now(),
    env: { ...process.env, LOG_LEVEL: "error", DATA_DIR: dataDir, DATABASE_URL: "" },
    say: console.error,
    onRefusal: () => undefined,
  });
  await playground.discord.botReady(20_000);
  return {
    ...playground,
    async stop() {
      await playground.stop();
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}

// Addresses and ids differ from run to run, and nobody sees them.
const UNSEEN = new Set(["id", "custom_id", "url", "proxy_url", "attachment_id"]);

/** The hash of what people see of a message, SHA-256 in hex: its text, its components and its pictures' words. */
export function payloadHash({ content, components }: Message): string {
  const seen = JSON.stringify({ content, components }, (key, value) => (UNSEEN.has(key) ? undefined : value))
    .replace(/\d{17,20}/g, "id")
    // A time is shown to the minute at most, and the clock goes on while a scene is played.
    .replace(/<t:(\d+)/g, (_, seconds: string) => `<t:${Math.floor(Number(seconds) / 3_600)}`);
  return createHash("sha256").update(seen).digest("hex");
}
