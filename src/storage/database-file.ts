import { rmSync } from "node:fs";
import { join } from "node:path";

/** The database's name in the data folder. */
export const DATABASE_FILE = "spotter.sqlite";

/** Removes the database of a data folder with all that it holds; only while nobody has it open. */
export function removeDatabase(folder: string): void {
  // The log goes first: left behind, it would be worked into the next file.
  for (const ending of ["-wal", "-shm", ""]) rmSync(join(folder, `${DATABASE_FILE}${ending}`), { force: true });
}
