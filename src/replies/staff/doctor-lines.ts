import type { GuildSettings } from "#src/storage/guild-settings.ts";
import { MOST } from "#src/storage/guild-settings.ts";
import type { StorageHealth } from "#src/storage/storage.ts";
import type { CheckLine } from "./check-line.ts";

/** A channel as the doctor sees it; null where Discord did not tell. */
export type ExaminedChannel = {
  readonly id: string;
  /** What the bot may do there. */
  readonly appPermissions: bigint | null;
  /** What a member without any role may do there. */
  readonly everyoneMay: bigint | null;
};

/** The commands by name that Discord has not, has otherwise, and has too many; null where Discord did not tell. */
export type ExaminedCommands = {
  readonly added: readonly string[];
  readonly changed: readonly string[];
  readonly removed: readonly string[];
} | null;

/** The one role that may be mentioned; `isThere` null where Discord did not tell. */
export type ExaminedRole = {
  readonly id: string;
  readonly isThere: boolean | null;
  /** Whether Discord lets the bot mention it here. */
  readonly isMentionable: boolean;
};

/** The content that is loaded. */
export type ExaminedContent = {
  readonly version: string;
  readonly sections: number;
  readonly accessories: number;
  readonly signs: number;
  readonly risks: number;
};

const ADMINISTRATOR = 1n << 3n;
const VIEW_CHANNEL = 1n << 10n;
const ATTACH_FILES = 1n << 15n;
const USE_APPLICATION_COMMANDS = 1n << 31n;
const NEARLY_FULL = 0.9;
const MOST_LISTED = 5;
const AGAIN = "Discord did not tell in time. Press **Check again** in a moment.";

/** Whether members can use commands in a channel, and whether pictures come along. */
export function channelLine({ id, appPermissions, everyoneMay }: ExaminedChannel): CheckLine {
  const what = `<#${id}>`;
  const troubles = [
    ...(everyoneMay !== null && isShutOut(everyoneMay)
      ? ["Members without a role see it, and can't use commands: allow **Use Application Commands** if they should."]
      : []),
    ...(appPermissions !== null && !mayAttach(appPermissions)
      ? ["Some of my pictures may come as words: allow me **View Channel** and **Attach Files** there."]
      : []),
  ];
  if (troubles.length > 0) return { what, verdict: "look", found: troubles.join(" ") };
  if (appPermissions === null) return { what, verdict: "unknown", found: "Discord did not tell what I may do there." };
  return { what, verdict: "fine", found: "I answer, with pictures. Answers need no permission of mine." };
}

/** A channel that they do not even see is meant for others. */
function isShutOut(everyoneMay: bigint): boolean {
  const sees = (everyoneMay & (VIEW_CHANNEL | ADMINISTRATOR)) !== 0n;
  return sees && (everyoneMay & (USE_APPLICATION_COMMANDS | ADMINISTRATOR)) === 0n;
}

function mayAttach(permissions: bigint): boolean {
  if ((permissions & ADMINISTRATOR) !== 0n) return true;
  const needed = VIEW_CHANNEL | ATTACH_FILES;
  return (permissions & needed) === needed;
}

/** Whether Discord knows the commands as they are. */
export function commandsLine(commands: ExaminedCommands): CheckLine {
  const what = "Commands";
  if (commands === null) return { what, verdict: "unknown", found: AGAIN };
  const named = (names: readonly string[], words: string) => (names.length === 0 ? [] : [`${words} ${listed(names)}`]);
  const differences = [
    ...named(commands.added, "missing"),
    ...named(commands.changed, "outdated"),
    ...named(commands.removed, "left over"),
  ];
  if (differences.length === 0) return { what, verdict: "fine", found: "Discord knows them all, as they are now." };
  const mend = "Whoever runs me starts me again or runs `npm run register`; then reload Discord.";
  const verdict = commands.added.length > 0 ? "broken" : "look";
  return { what, verdict, found: `Discord's list is another one: ${differences.join("; ")}. ${mend}` };
}

/** Whether settings can be read and saved. */
export function storageLine(health: StorageHealth): CheckLine {
  const what = "Storage";
  if (health.kind === "ready") return { what, verdict: "fine", found: "settings can be read and saved." };
  const meanwhile = "Until then I warn and answer with my default wording, and save nothing.";
  return { what, verdict: "broken", found: `${health.problem} ${meanwhile}` };
}

/** How much of what a server may have is used. */
export function roomLine(settings: GuildSettings): CheckLine {
  const { entries, sectionNotes, links, accessories } = settings.wording;
  const size = (items: object) => Object.keys(items).length;
  const used = [
    { name: "own entries", used: size(entries), most: MOST.entries },
    { name: "section notes", used: size(sectionNotes), most: MOST.sectionNotes },
    { name: "links", used: size(links), most: MOST.links },
    { name: "accessories", used: size(accessories), most: MOST.accessories },
    { name: "characters in all", used: JSON.stringify(settings).length, most: MOST.characters },
  ];
  const all = used.map((one) => `${one.name} ${grouped(one.used)} of ${grouped(one.most)}`).join(", ");
  const full = used.filter((one) => one.used >= one.most * NEARLY_FULL).map(({ name }) => name);
  if (full.length === 0) return { what: "Room", verdict: "fine", found: `${all}.` };
  const mend = `Nearly full: ${full.join(", ")}. Take out with **/spotter wording** what you need no more.`;
  return { what: "Room", verdict: "look", found: `${all}. ${mend}` };
}

/** Names in a row, where they are many not all of them. */
function listed(names: readonly string[]): string {
  const others = names.length - MOST_LISTED;
  return names.slice(0, MOST_LISTED).join(", ") + (others > 0 ? ` and ${others} others` : "");
}

function grouped(number: number): string {
  return number.toLocaleString("en-GB");
}

/** Whether the channels that the settings name are still there; `gone` null where Discord did not tell. */
export function namedChannelsLine({ commands }: GuildSettings, gone: readonly string[] | null): CheckLine {
  const what = "Channels in the settings";
  if (gone === null) return { what, verdict: "unknown", found: AGAIN };
  const rules = Object.entries(commands).map(([name, { channels, visibilityIn }]) => {
    const left = channels.ids.filter((id) => !gone.includes(id));
    const named = [...channels.ids, ...Object.keys(visibilityIn)];
    return {
      name: `/${name}`,
      isLosing: named.some((id) => gone.includes(id)),
      isNowhere: channels.rule === "only" && left.length === 0,
    };
  });
  const nowhere = rules.filter(({ isNowhere }) => isNowhere).map(({ name }) => name);
  const losing = rules.filter(({ isLosing }) => isLosing);
  const troubles = [
    ...(nowhere.length === 0 ? [] : [`By them no channel is left for ${listed(nowhere)}; only warnings are answered.`]),
    ...(losing.length === 0 ? [] : [`Some that are gone are named for ${listed(losing.map(({ name }) => name))}.`]),
  ];
  if (troubles.length === 0) return { what, verdict: "fine", found: "none of them is gone." };
  const found = `${troubles.join(" ")} Choose again in **/spotter panel**.`;
  return { what, verdict: nowhere.length > 0 ? "broken" : "look", found };
}

/** Whether the helper role can be mentioned, where there is one. */
export function helperRoleLine(role: ExaminedRole | null): CheckLine {
  const what = "Helper role";
  if (role === null) return { what, verdict: "fine", found: "none is set, so I mention nobody." };
  if (role.isThere === null) return { what, verdict: "unknown", found: AGAIN };
  if (!role.isThere) return { what, verdict: "look", found: "it is gone. Choose another in **/spotter panel**." };
  if (role.isMentionable) return { what, verdict: "fine", found: `<@&${role.id}> can be mentioned.` };
  const mend = "In the server's settings under Roles, let anyone mention this role.";
  return { what, verdict: "look", found: `Discord won't let me mention <@&${role.id}>. ${mend}` };
}

/** Which content answers; to be quoted in a report of a wrong answer. */
export function contentLine({ version, sections, accessories, signs, risks }: ExaminedContent): CheckLine {
  const parts = `${sections} sections, ${accessories} accessories, ${signs} signs, ${risks} risk factors`;
  const found = `version \`${version}\`: ${parts}. Quote the version if an answer is wrong.`;
  return { what: "Knowledge", verdict: "fine", found };
}
