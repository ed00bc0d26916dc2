import { spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { openForWork } from "#src/storage/sqlite-connection.ts";
import { expectedSettings } from "./killed-state.ts";
import { testFolder } from "./test-folder.ts";

const CYCLES = 210;
const AT_ONCE = 3;
const LATEST_KILL_MS = 40;
const writer = fileURLToPath(new URL("killed-writer.ts", import.meta.url));

/** The last step of each kind that was acknowledged, kept where no kill reaches it. */
type Acknowledged = { counted: number; reminded: number; saved: number };

/** A database, what was acknowledged of it, and how far its history was compared already. */
type Life = { readonly folder: string; readonly acknowledged: Acknowledged; compared: number };

/** Lets a writer run, kills it at a random moment after its first new write, and reads on what it had said. */
async function runAndKill({ folder, acknowledged }: Life, env: NodeJS.ProcessEnv): Promise<void> {
  const child = spawn(process.execPath, [writer, folder], { stdio: ["ignore", "pipe", "pipe"], env });
  let complaints = "";
  child.stderr.on("data", (chunk) => (complaints += chunk));
  const closed = once(child, "close");
  const savedBefore = acknowledged.saved;
  let isDoomed = false;
  for await (const line of createInterface({ input: child.stdout })) {
    const [word = "", value = ""] = line.split(" ");
    if (word === "ready") expect(Number(value)).toBeGreaterThanOrEqual(acknowledged.saved);
    else if (word === "again") expect(value).toBe("repeated");
    else acknowledged[word as keyof Acknowledged] = Math.max(Number(value), acknowledged[word as keyof Acknowledged]);
    if (word === "saved" && Number(value) > savedBefore && !isDoomed) {
      isDoomed = true;
      setTimeout(() => child.kill("SIGKILL"), Math.random() * LATEST_KILL_MS);
    }
  }
  await closed;
  expect(complaints).toBe("");
  expect(child.signalCode).toBe("SIGKILL");
}

/** Compares the file with what was acknowledged: everything is there, once and whole, and at most one step more. */
function checkFile(life: Life): void {
  const { folder, acknowledged } = life;
  const connection = openForWork(join(folder, "spotter.sqlite"));
  const all = <Row>(sql: string) => connection.prepare(sql).all([]) as Row[];
  const history = all<{ revision: number; document: string; interaction_id: string }>(
    `select * from settings_history where revision >= ${life.compared} order by revision`,
  );
  const saved = history.at(-1)?.revision ?? 0;
  const [inForce] = all<{ revision: number; document: string }>("select * from guild_settings");
  const [counted] = all<{ times: number }>("select times from command_counts");
  const [reminded] = all<{ due_at: number }>("select due_at from reminders");
  const [handled] = all<{ times: number }>("select count(*) times from handled_interactions where effect = 'count'");
  connection.close();

  const first = Math.max(1, life.compared);
  expect(history.map(({ revision }) => revision)).toEqual(history.map((_, index) => first + index));
  life.compared = saved;
  for (const { revision, document, interaction_id } of history) {
    expect(interaction_id).toBe(String(revision));
    expect(document).toBe(JSON.stringify(expectedSettings(revision)));
  }
  expect(inForce).toMatchObject({ revision: saved, document: history.at(-1)?.document });
  for (const [kept, told] of [
    [saved, acknowledged.saved],
    [counted?.times, acknowledged.counted],
    [reminded?.due_at, acknowledged.reminded],
  ]) {
    expect(kept).toBeGreaterThanOrEqual(told ?? 0);
    expect(kept).toBeLessThanOrEqual((told ?? 0) + 1);
  }
  expect(handled?.times).toBe(counted?.times);
}

test(`killed ${CYCLES} times while writing, nothing acknowledged is lost, doubled or half written`, async () => {
  const env = { ...process.env, NODE_COMPILE_CACHE: testFolder() };
  const lives = Array.from({ length: AT_ONCE }, async () => {
    const life: Life = { folder: testFolder(), acknowledged: { counted: 0, reminded: 0, saved: 0 }, compared: 0 };
    for (let cycle = 0; cycle < CYCLES / AT_ONCE; cycle++) {
      await runAndKill(life, env);
      checkFile(life);
    }
    return life.acknowledged.saved;
  });
  for (const saved of await Promise.all(lives)) expect(saved).toBeGreaterThanOrEqual(CYCLES / AT_ONCE);
}, 300_000);
