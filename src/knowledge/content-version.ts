import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

const LENGTH = 8;

/**
 * Names what stands in a content folder: 8 characters that are others as soon as one letter of it is.
 *
 * Pictures do not count, nor packed weights, whose hash stands in the file beside them.
 */
export function contentVersion(folder: string): string {
  const hash = createHash("sha256");
  const files = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !/\.(?:png|bin)$/.test(entry.name))
    .map(({ parentPath, name }) => join(parentPath, name))
    .sort();
  for (const file of files) {
    // The same content has the same version wherever it lies, and whatever its system's line ends are.
    const text = readFileSync(file, "utf8").replaceAll("\r\n", "\n");
    hash.update(`${file.slice(folder.length).replaceAll("\\", "/")}\0${text}\0`);
  }
  return hash.digest("hex").slice(0, LENGTH);
}
