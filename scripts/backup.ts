// Makes a consistent copy of the database, also while the bot runs: npm run backup [-- <file>]
import { config as readEnvFile } from "dotenv";
import { readConfig } from "#src/config.ts";
import { runEntry } from "#src/operations/run-entry.ts";
import { backUp } from "#src/storage/copies.ts";

await runEntry(async () => {
  readEnvFile({ quiet: true });
  const { dataDir } = readConfig(process.env);
  const [to] = process.argv.slice(2);
  const copy = backUp({ folder: dataDir, now: new Date(), ...(to === undefined ? {} : { to }) });
  console.log(`The database was copied and checked: ${copy}`);
  console.log("A copy keeps what people delete afterwards: remove copies that are older than a month.");
});
