import { ApplicationCommandOptionType, Locale } from "discord-api-types/v10";
import { z } from "zod";

const MAX_TOTAL = 8_000;
const GUILD_INSTALL = 0;
const USER_INSTALL = 1;
const PRIVATE_CHANNEL = 2;

const name = z
  .string()
  .regex(/^[-_'\p{L}\p{N}\p{sc=Deva}\p{sc=Thai}]{1,32}$/u, { error: "must be 1 to 32 letters, digits, - or _" })
  .refine((text) => text === text.toLowerCase(), { error: "must be lower case" });
// The file's name follows from it, so it has to be made of words.
const menuName = z
  .string()
  .max(32, { error: "must have at most 32 characters" })
  .regex(/^[A-Z][a-z]*( [a-z]+)*$/, { error: "must be words of letters with one capital at the start" });
const sentence = z
  .string()
  .min(1, { error: "must not be empty" })
  .max(100, { error: "must have at most 100 characters" });
const choiceText = z.string().min(1).max(100, { error: "must have at most 100 characters" });

const translations = (text: z.ZodType<string>) =>
  z
    .partialRecord(z.enum(Object.values(Locale) as [Locale, ...Locale[]], { error: "is no locale of Discord" }), text)
    .nullish();

const choice = z.strictObject({
  name: choiceText,
  name_localizations: translations(choiceText),
  value: z.union([choiceText, z.number()]),
});

const option = z
  .strictObject({
    type: z
      .enum(ApplicationCommandOptionType)
      .refine((type) => type > 2, { error: "groups of subcommands are not read by the dispatcher" }),
    name,
    name_localizations: translations(name),
    description: sentence,
    description_localizations: translations(sentence),
    required: z.boolean().optional(),
    autocomplete: z.boolean().optional(),
    choices: z.array(choice).max(25, { error: "there may be 25 choices" }).optional(),
    channel_types: z.array(z.number().int()).optional(),
    min_value: z.number().optional(),
    max_value: z.number().optional(),
    min_length: z.number().int().min(0).max(6_000).optional(),
    max_length: z.number().int().min(1).max(6_000).optional(),
  })
  .refine(({ autocomplete, choices }) => !(autocomplete && choices), { error: "has both choices and autocomplete" })
  .refine(({ choices = [] }) => isUnique(choices.map((one) => one.name)), { error: "has two choices of one name" })
  .refine(({ choices = [] }) => isUnique(choices.map((one) => one.value)), { error: "has two choices of one value" });

const options = z
  .array(option)
  .max(25, { error: "there may be 25 options" })
  .refine((all) => isUnique(all.map((one) => one.name)), { error: "has two options of one name" })
  .refine(areRequiredFirst, { error: "has a required option after an optional one" });

const subcommand = z.strictObject({
  type: z.literal(ApplicationCommandOptionType.Subcommand),
  name,
  name_localizations: translations(name),
  description: sentence,
  description_localizations: translations(sentence),
  options: options.optional(),
});

const subcommands = z
  .array(subcommand)
  .min(1)
  .max(25, { error: "there may be 25 subcommands" })
  .refine((all) => isUnique(all.map((one) => one.name)), { error: "has two subcommands of one name" });

const everyCommand = {
  name_localizations: translations(name),
  default_member_permissions: z.string().regex(/^\d+$/, { error: "must be a decimal string" }).nullish(),
  nsfw: z.boolean().optional(),
  contexts: z.array(z.literal([0, 1, PRIVATE_CHANNEL])).min(1, { error: "must name a place" }),
  integration_types: z
    .array(z.literal([GUILD_INSTALL, USER_INSTALL]))
    .min(1, { error: "must name a way of installing" }),
};

const slashCommand = z.strictObject({
  ...everyCommand,
  type: z.literal(1).optional(),
  name,
  description: sentence,
  description_localizations: translations(sentence),
  options: z.union([options, subcommands]).optional(),
});

/** A command in the Apps menu of a message: Discord shows its name as it is, and takes no description. */
const messageCommand = z.strictObject({ ...everyCommand, type: z.literal(3), name: menuName });

/** What Discord takes as a command, and what we ask of every command: that it says where it works. */
export const commandDataSchema = z
  .discriminatedUnion("type", [slashCommand, messageCommand], {
    error: "only slash commands and message commands are read by the dispatcher",
  })
  .refine(
    ({ contexts, integration_types }) =>
      !contexts.includes(PRIVATE_CHANNEL) || integration_types.includes(USER_INSTALL),
    {
      error: "works between other people (2) only when installed by users (integration type 1)",
      path: ["contexts"],
    },
  )
  .refine((data) => totalLength(data) <= MAX_TOTAL, { error: `has more than ${MAX_TOTAL} characters in all` });

function isUnique(values: readonly unknown[]): boolean {
  return new Set(values).size === values.length;
}

function areRequiredFirst(options: readonly { readonly required?: boolean | undefined }[]): boolean {
  const firstOptional = options.findIndex(({ required }) => !required);
  return firstOptional === -1 || options.slice(firstOptional).every(({ required }) => !required);
}

type Choice = { readonly name: string; readonly value: string | number };
type Texts = {
  readonly name: string;
  readonly description?: string;
  readonly choices?: readonly Choice[] | undefined;
  readonly options?: readonly Texts[] | undefined;
};

function totalLength({ name: title, description = "", choices = [], options: inside = [] }: Texts): number {
  const ofChoice = (one: Choice) => one.name.length + String(one.value).length;
  return title.length + description.length + sum(choices.map(ofChoice)) + sum(inside.map(totalLength));
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
