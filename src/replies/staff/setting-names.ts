import type { Knowledge } from "#src/knowledge/knowledge.ts";
import type { AnswerVisibility, CommandSettings } from "#src/storage/guild-settings.ts";
import type { RuledCommand } from "./ruled-command.ts";

/** What settings are called by those who read them. */
export type SettingNames = {
  readonly ruledCommands: readonly RuledCommand[];
  readonly knowledge: Pick<Knowledge, "emergencyNumbers" | "sections" | "accessories">;
  /** Channels and roles that are no longer on the server; absent where nobody looked. */
  readonly gone?: ReadonlySet<string>;
};

type Gone = Pick<SettingNames, "gone">;

export const VISIBILITIES: Readonly<Record<AnswerVisibility, string>> = {
  member: "as the member wishes",
  public: "everybody",
  private: "only who asked",
};

const MOST_NAMED = 12;
const UNITS = [
  [3600, "hour"],
  [60, "minute"],
  [1, "second"],
] as const;

/** A command as people know it; one that is gone by its name in the settings. */
export function commandName(key: string, { ruledCommands }: Pick<SettingNames, "ruledCommands">): string {
  return ruledCommands.find((command) => command.key === key)?.label ?? `/${key} (not there any more)`;
}

/** A country, or what stands first where none was chosen. */
export function countryName(code: string | null, { knowledge }: Pick<SettingNames, "knowledge">): string {
  if (code === null) return "the short list";
  const place = knowledge.emergencyNumbers.places.find((known) => known.code === code);
  return place?.name ?? `${code} (no numbers known)`;
}

/** Channels as links, with what is gone told apart. */
export function channelNames(ids: readonly string[], { gone }: Gone): string {
  const named = ids.slice(0, MOST_NAMED).map((id) => (gone?.has(id) ? "⚠️ one that is gone" : `<#${id}>`));
  const more = ids.length - named.length;
  return more > 0 ? `${named.join(", ")} and ${more} more` : named.join(", ");
}

/** Where a command may be used. */
export function placesWords({ rule, ids }: CommandSettings["channels"], names: Gone): string {
  if (rule === "only")
    return ids.length === 0 ? "⚠️ nowhere, since no channel is chosen" : `only in ${channelNames(ids, names)}`;
  return ids.length === 0 ? "in all channels" : `in all channels except ${channelNames(ids, names)}`;
}

/** A length of time, such as `1 hour 30 minutes`; `none` for 0. */
export function lengthWords(seconds: number): string {
  let rest = seconds;
  const words: string[] = [];
  for (const [size, unit] of UNITS) {
    const count = Math.floor(rest / size);
    rest -= count * size;
    if (count > 0) words.push(`${count} ${unit}${count === 1 ? "" : "s"}`);
  }
  return words.join(" ") || "none";
}

/** A section, an exercise, or whatever else a name in the settings stands for. */
export function wordingName(name: string, { knowledge }: Pick<SettingNames, "knowledge">): string {
  return knowledge.sections.get(name)?.title ?? knowledge.accessories.get(name)?.name ?? name;
}

/** The helper role as a mention, which pings nobody here. */
export function roleName(id: string | null, { gone }: Gone): string {
  if (id === null) return "none";
  return gone?.has(id) ? "⚠️ one that is gone, so I mention nobody" : `<@&${id}>`;
}
