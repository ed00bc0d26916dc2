import { randomUUID } from "node:crypto";
import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { StartError } from "#src/errors.ts";

/**
 * Makes sure that the data folder is there and can be written to.
 *
 * @throws StartError naming the folder and what to do.
 */
export function prepareDataFolder(folder: string): void {
  const probe = join(folder, `.probe-${randomUUID()}`);
  try {
    mkdirSync(folder, { recursive: true });
    writeFileSync(probe, "");
    rmSync(probe);
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code ?? "unknown";
    throw new StartError(
      `The data folder ${folder} cannot be written to (${code}): give this user the right to write there, or set DATA_DIR to another folder.`,
    );
  }
}
