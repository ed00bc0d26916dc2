// Puts a backup in the place of the database, while the bot is stopped: npm run restore -- <file>
import { config as readEnvFile } from "dotenv";
import { readConfig } from "#src/config.ts";
import { StartError } from "#src/errors.ts";
import { runEntry } from "#src/operations/run-entry.ts";
import { restore } from "#src/storage/copies.ts";

await runEntry(async () => {
  readEnvFile({ quiet: true });
  const { dataDir } = readConfig(process.env);
  const [backup] = process.argv.slice(2);
  if (backup === undefined) {
    throw new StartError("Name the backup to restore: npm run restore -- data/backups/<file>.sqlite");
  }
  const aside = restore({ folder: dataDir, backup, now: new Date() });
  console.log("The backup was checked and restored; start the bot again.");
  if (aside !== null) console.log(`The database that was there before is kept as ${aside}`);
});
