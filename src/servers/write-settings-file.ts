import { createHash } from "node:crypto";
import { stringify } from "yaml";
import type { GuildSettings } from "#src/storage/guild-settings.ts";
import { exportSettings } from "#src/storage/settings-export.ts";

/** The largest settings file that is written or read. */
export const MOST_FILE_BYTES = 256 * 1024;

const HEADING =
  "# The settings of one server, for Spotter. Bring them in with /spotter import.\n# Ids stand in quotes, since without them their digits would be rounded.\n";

/** Settings as a file that staff can read and change: texts as they are written, ids in quotes. */
export function writeSettingsFile(settings: GuildSettings): string {
  const content = exportSettings(settings);
  const text = HEADING + stringify(content, { lineWidth: 0, aliasDuplicateObjects: false });
  if (Buffer.byteLength(text) <= MOST_FILE_BYTES) return text;
  // Indented lines take the most room; JSON has none, and is YAML too.
  return `${JSON.stringify(content)}\n`;
}

/** A fingerprint of a file, so that what is confirmed is what was shown. */
export function digestOf(text: string): string {
  return createHash("sha256").update(text).digest("base64url").slice(0, 16);
}
