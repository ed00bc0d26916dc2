import { closeSync, copyFileSync, existsSync, fsyncSync, mkdirSync, openSync, renameSync, rmSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { StartError } from "#src/errors.ts";
import { DATABASE_FILE } from "./database-file.ts";
import { VERSIONS } from "./migrations.ts";
import { checkFile, openToCopy, type SqliteConnection } from "./sqlite-connection.ts";

/**
 * Copies the database of a data folder, also while the bot runs, and checks the copy. Answers with its path.
 *
 * @throws StartError saying what is wrong and what to do.
 */
export function backUp({ folder, now, to }: { readonly folder: string; readonly now: Date; readonly to?: string }) {
  const file = join(folder, DATABASE_FILE);
  const target = resolve(to ?? join(folder, "backups", `spotter-${stamp(now)}.sqlite`));
  if (!existsSync(file)) throw new StartError(`There is no database at ${file} yet, so there is nothing to back up.`);
  if (existsSync(target)) throw new StartError(`${target} is there already; name another file, or move that one away.`);
  mkdirSync(dirname(target), { recursive: true });
  const unfinished = `${target}.unfinished`;
  try {
    rmSync(unfinished, { force: true });
    using(file, (connection) => connection.exec(`VACUUM INTO '${unfinished.replaceAll("'", "''")}'`));
    using(unfinished, checkFile);
    putInPlace(unfinished, target);
  } catch (error) {
    rmSync(unfinished, { force: true });
    throw new StartError(`No backup was made: ${reasonOf(error)}.`);
  }
  return target;
}

/**
 * Puts a backup in the place of a data folder's database, which is kept aside. Answers with the path of the one kept
 * aside, null where there was none.
 *
 * @throws StartError saying what is wrong and what to do; then everything is as before.
 */
export function restore({
  folder,
  backup,
  now,
}: {
  readonly folder: string;
  readonly backup: string;
  readonly now: Date;
}) {
  const file = join(folder, DATABASE_FILE);
  if (!existsSync(backup)) throw new StartError(`There is no file at ${backup}.`);
  if (resolve(backup) === resolve(file)) throw new StartError("That is the database itself; name a backup of it.");
  mkdirSync(folder, { recursive: true });
  const unfinished = `${file}.restoring`;
  try {
    copyFileSync(backup, unfinished);
    using(unfinished, checkBackup);
  } catch (error) {
    rmSync(unfinished, { force: true });
    throw new StartError(`${backup} was not restored: ${reasonOf(error)}. Nothing was changed.`);
  }
  const aside = existsSync(file) ? setAside(file, `${file}.before-${stamp(now)}`) : null;
  putInPlace(unfinished, file);
  return aside;
}

function checkBackup(connection: SqliteConnection): void {
  checkFile(connection);
  const versions = connection.prepare("select name from kysely_migration").all([]) as readonly { name: string }[];
  const unknown = versions.find(({ name }) => !VERSIONS.includes(name));
  if (unknown !== undefined) throw new Error(`it was made by a newer Spotter (${unknown.name})`);
  // A copy of a running bot's file asks for a log beside it, which the copy has not.
  connection.pragma("journal_mode = DELETE");
}

/** Keeps the database under another name, with its log worked in where it is sound. */
function setAside(file: string, aside: string): string {
  try {
    using(file, (connection) => {
      // Refused while anybody has the file open.
      connection.pragma("journal_mode = DELETE");
    });
  } catch (error) {
    if (/^SQLITE_(BUSY|LOCKED)/.test(codeOf(error))) {
      rmSync(`${file}.restoring`, { force: true });
      throw new StartError("The bot is still running: stop it, and restore again. Nothing was changed.");
    }
    // A damaged one: as it is, with all that lies beside it. A log left behind would be worked into the backup.
  }
  for (const ending of ["-wal", "-shm"]) {
    if (existsSync(`${file}${ending}`)) renameSync(`${file}${ending}`, `${aside}${ending}`);
  }
  copyFileSync(file, aside);
  flush(aside);
  return aside;
}

function using(file: string, work: (connection: SqliteConnection) => unknown): void {
  const connection = openToCopy(file);
  try {
    work(connection);
  } finally {
    connection.close();
  }
}

/** Renames a complete file so that whatever happens there is the old one or the new one. */
function putInPlace(complete: string, target: string): void {
  flush(complete);
  renameSync(complete, target);
  // Windows cannot open a folder, and keeps names without being asked.
  if (process.platform !== "win32") flush(dirname(target));
}

function flush(path: string): void {
  const descriptor = openSync(path, process.platform === "win32" ? "r+" : "r");
  try {
    fsyncSync(descriptor);
  } finally {
    closeSync(descriptor);
  }
}

function stamp(now: Date): string {
  return now
    .toISOString()
    .replace(/\.\d+Z$/, "Z")
    .replaceAll(":", "-");
}

function codeOf(error: unknown): string {
  return error instanceof Error && "code" in error ? String(error.code) : "";
}

function reasonOf(error: unknown): string {
  const code = codeOf(error);
  if (/^SQLITE_(CORRUPT|NOTADB)/.test(code)) return "the file is damaged or no database";
  if (/^(SQLITE_FULL|ENOSPC)/.test(code)) return "the disk is full";
  return error instanceof Error ? error.message : "something unknown happened";
}
