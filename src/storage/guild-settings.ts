import { z } from "zod";
import { UserError } from "#src/errors.ts";
import { MOST_CARD_LINES } from "./own-lines.ts";
import { ON_CARDS, WITHOUT_DATE } from "./own-text.ts";
import { findChanges } from "./settings-changes.ts";
import {
  discordId,
  httpsAddress,
  keptCardLines,
  ownCardLines,
  ownLine,
  ownName,
  ownTemplate,
  slug,
} from "./settings-fields.ts";

/** The longest that each text of a server may be, for forms that show the length left. */
export const LONGEST = { cardLines: 300, note: 500, entry: 2_000, title: 80, alias: 60, address: 512 } as const;

/**
 * How many of each a server may have, and of aliases each entry: of lines on a card so few that what the card says
 * stays in sight, of links one row of buttons, of characters as many as fit an export file of 256 KiB, whatever has to
 * be quoted in it.
 */
export const MOST = {
  entries: 100,
  aliases: 20,
  sectionNotes: 100,
  cardLines: MOST_CARD_LINES,
  links: 5,
  accessories: 50,
  characters: 80_000,
} as const;

const text = {
  card: ownCardLines(LONGEST.cardLines, ON_CARDS),
  keptCard: keptCardLines(LONGEST.cardLines, ON_CARDS),
  note: ownTemplate(LONGEST.note, WITHOUT_DATE),
  entry: ownTemplate(LONGEST.entry, WITHOUT_DATE),
};
const title = ownLine(LONGEST.title);
const optional = <Field extends z.ZodType>(field: Field) => field.nullable().default(null);
const list = <Item extends z.ZodType>(item: Item, most: number) => z.array(item).max(most).default([]);

/** Things by their name, at most so many. */
function byName<Name extends z.ZodType<string>, Item extends z.ZodType>(name: Name, item: Item, most: number) {
  return z
    .record(name, item)
    .refine((items) => Object.keys(items).length <= most, `must be at most ${most}`)
    .default({} as never);
}

/** Lines before and after a card's own, by the card's name; they add, and never take away. */
function cardsWith(lines: z.ZodType<string>) {
  return byName(slug, z.strictObject({ intro: optional(lines), closing: optional(lines) }), 20);
}

/** Who sees an answer: everybody, only who asked, or as that person wishes. */
const visibility = z.enum(["public", "private", "member"]);

const commandSettings = z.strictObject({
  /** `except`: everywhere but in these channels; `only`: nowhere but in these. */
  channels: z
    .strictObject({ rule: z.enum(["except", "only"]).default("except"), ids: list(discordId, 100) })
    .prefault({}),
  visibility: visibility.default("member"),
  /** What differs from `visibility`, by channel. */
  visibilityIn: byName(discordId, visibility, 100),
  cooldownSeconds: z.int().min(0).max(86_400).default(0),
});

/** The part of the settings that goes through a draft. */
const ownWording = z.strictObject({
  cards: cardsWith(text.card),
  /** A note of the server's under a section, by the section's id. */
  sectionNotes: byName(slug, text.note, MOST.sectionNotes),
  links: byName(ownName, z.strictObject({ label: title, url: httpsAddress }), MOST.links),
  accessories: byName(
    ownName,
    z.strictObject({
      name: title,
      muscles: list(slug, 20),
      equipment: list(slug, 20),
      url: optional(httpsAddress),
    }),
    MOST.accessories,
  ),
  hiddenAccessories: list(slug, 100),
  /** The server's own entries, which a question finds beside the article. */
  entries: byName(
    ownName,
    z.strictObject({
      title,
      aliases: list(ownLine(LONGEST.alias), MOST.aliases),
      text: text.entry,
      url: optional(httpsAddress),
    }),
    MOST.entries,
  ),
});

/** Everything that staff can set for their server; absent parts take their default. */
const guildSettings = z.strictObject({
  /** By command; what nobody changed is absent, see `settingsOf`. */
  commands: byName(slug, commandSettings, 50),
  /** ISO 3166 two-letter code of the country whose numbers stand first; EU for all member states. */
  country: optional(z.string().regex(/^[A-Z]{2}$/, "must be a country code of two capitals")),
  /** The one role that may ever be mentioned; off by default. */
  helperRoleId: optional(discordId),
  reminders: z.boolean().default(true),
  /** Whether questions without an answer are kept, without any id. */
  questionStatistics: z.boolean().default(false),
  wording: ownWording.prefault({}),
});

/** The same as read from storage. */
const keptWording = ownWording.extend({ cards: cardsWith(text.keptCard) });
const keptSettings = guildSettings.extend({ wording: keptWording.prefault({}) });

/** Nobody changes settings in place: one document in memory serves everybody. */
type Fixed<Value> = Value extends object ? { readonly [Key in keyof Value]: Fixed<Value[Key]> } : Value;

/** `member`: as whoever asks wishes. */
export type AnswerVisibility = z.infer<typeof visibility>;
export type GuildSettings = Fixed<z.infer<typeof guildSettings>>;
export type CommandSettings = Fixed<z.infer<typeof commandSettings>>;
/** What goes from draft to preview to publish; everything else is a switch that takes effect at once. */
export type OwnWording = Fixed<z.infer<typeof ownWording>>;

/** The settings of a server that changed nothing. */
export const DEFAULT_SETTINGS: GuildSettings = guildSettings.parse({});

const DEFAULT_COMMAND_SETTINGS: CommandSettings = commandSettings.parse({});

/** What a server set for a command, or the defaults. */
export function settingsOf({ commands }: GuildSettings, command: string): CommandSettings {
  return commands[command] ?? DEFAULT_COMMAND_SETTINGS;
}

/** Whether a command's settings say nothing but what holds anyway. */
export function isAsDefault(own: CommandSettings): boolean {
  return findChanges(DEFAULT_COMMAND_SETTINGS, own).length === 0;
}

/** The settings that a stored document holds; null where it is none. */
export function readSettings(document: unknown): GuildSettings | null {
  return keptSettings.safeParse(document).data ?? null;
}

/** The wording that a stored document holds; null where it is none. */
export function readWording(document: unknown): OwnWording | null {
  return keptWording.safeParse(document).data ?? null;
}

/** What is wrong with settings, by place; empty where they may be kept. */
export function findFaults(settings: unknown): readonly Fault[] {
  return faultsOf(guildSettings, settings);
}

/** A place in the settings, such as `wording › entries › chalk › title`, and what is wrong there. */
export type Fault = { readonly path: readonly string[]; readonly reason: string };

/**
 * Checks settings before they are kept, and fills in defaults.
 *
 * @throws UserError naming the place and the reason of the first fault.
 */
export function checkSettings(settings: unknown): GuildSettings {
  throwFirst(faultsOf(guildSettings, settings));
  return guildSettings.parse(settings);
}

/**
 * Checks the wording of a draft before it is kept, and fills in defaults.
 *
 * @throws UserError naming the place and the reason of the first fault.
 */
export function checkWording(wording: unknown): OwnWording {
  throwFirst(faultsOf(ownWording, wording));
  return ownWording.parse(wording);
}

function faultsOf(schema: z.ZodType, document: unknown): readonly Fault[] {
  const { error } = schema.safeParse(document);
  if (error !== undefined) {
    return error.issues.flatMap(faultsIn);
  }
  const isTooLong = JSON.stringify(document).length > MOST.characters;
  return isTooLong ? [{ path: [], reason: `must have at most ${MOST.characters} characters in all` }] : [];
}

/** One fault for each key that is none, and for a wrong key what is wrong with it. */
function faultsIn(issue: z.core.$ZodIssue): Fault[] {
  const path = issue.path.map(String);
  if (issue.code === "unrecognized_keys")
    return issue.keys.map((key) => ({ path: [...path, key], reason: "is no setting" }));
  if (issue.code === "invalid_key") return issue.issues.map(({ message }) => ({ path, reason: `the name ${message}` }));
  return [{ path, reason: issue.message }];
}

function throwFirst([fault]: readonly Fault[]): void {
  if (fault === undefined) return;
  throw new UserError(`This was not saved. ${fault.path.join(" › ") || "The settings"}: ${fault.reason}.`);
}
