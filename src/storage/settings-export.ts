import { checkSettings, type Fault, findFaults, type GuildSettings } from "./guild-settings.ts";

const VERSION = 1;
const DEEPEST = 10;

/** What an export file holds; plain data for YAML or JSON. */
export type ExportedSettings = { readonly spotter: number; readonly settings: GuildSettings };

/** The settings as an export file holds them. */
export function exportSettings(settings: GuildSettings): ExportedSettings {
  return { spotter: VERSION, settings };
}

/** Reads what came out of an export file, trusting nothing in it: all of it, or everything that is wrong with it. */
export function importSettings(
  document: unknown,
):
  | { readonly kind: "settings"; readonly settings: GuildSettings }
  | { readonly kind: "refused"; readonly faults: readonly Fault[] } {
  const refuse = (path: readonly string[], reason: string) =>
    ({ kind: "refused", faults: [{ path, reason }] }) as const;
  const trap = findTrap(document, []);
  if (trap !== null) return refuse(trap, "is no setting, or is nested too deep");
  if (!isObject(document)) return refuse([], "is no export of Spotter's settings");
  const { spotter, settings, ...others } = document;
  if (spotter !== VERSION) return refuse(["spotter"], `must be ${VERSION}, the version of the export`);
  const [stranger] = Object.keys(others);
  if (stranger !== undefined) return refuse([stranger], "is no setting");
  const faults = findFaults(settings).map(({ path, reason }) => ({ path: ["settings", ...path], reason }));
  return faults.length > 0 ? { kind: "refused", faults } : { kind: "settings", settings: checkSettings(settings) };
}

/** The path of a key that would reach into every object, or of something deeper than any setting. */
function findTrap(value: unknown, path: readonly string[]): readonly string[] | null {
  if (typeof value !== "object" || value === null) return null;
  if (path.length > DEEPEST) return path;
  for (const [key, inner] of Object.entries(value)) {
    const trap = key === "__proto__" ? [...path, key] : findTrap(inner, [...path, key]);
    if (trap !== null) return trap;
  }
  return null;
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
