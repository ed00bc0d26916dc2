import { ApplicationCommandOptionType } from "discord-api-types/v10";
import { z } from "zod";

const snowflake = z.string().regex(/^\d{1,20}$/);
const permissions = z.string().regex(/^\d{1,30}$/);
const user = z.looseObject({ id: snowflake, username: z.string(), global_name: z.string().nullish() });

/** What must be there for anything at all to be answered. */
export const envelopeSchema = z.looseObject({
  id: snowflake,
  application_id: snowflake,
  type: z.number().int(),
  token: z.string().min(1),
});

const base = {
  ...envelopeSchema.shape,
  guild_id: snowflake.nullish(),
  channel: z.looseObject({ id: snowflake, type: z.number().int().nullish(), parent_id: snowflake.nullish() }).nullish(),
  channel_id: snowflake.nullish(),
  member: z.looseObject({ user, permissions }).nullish(),
  user: user.nullish(),
  app_permissions: permissions.nullish(),
  locale: z.string().nullish(),
  context: z.number().int().nullish(),
  authorizing_integration_owners: z.record(z.string(), z.unknown()).nullish(),
};

const typed = {
  name: z.string(),
  type: z.number().int(),
  value: z.union([z.string(), z.number(), z.boolean()]).optional(),
  focused: z.boolean().nullish(),
};
const hasValue = (option: { readonly value?: unknown }) => option.value !== undefined;
const valueMissing = { path: ["value"], error: "is missing" };
const option = z.looseObject(typed).refine(hasValue, valueMissing);
// Groups of subcommands are not read: no command has any.
const optionOrSubcommand = z
  .looseObject({ ...typed, options: z.array(option).nullish() })
  .refine((one) => one.type === ApplicationCommandOptionType.Subcommand || hasValue(one), valueMissing);
const targetMessage = z.looseObject({
  id: snowflake,
  author: z.looseObject({ id: snowflake, bot: z.boolean().nullish() }),
  content: z.string().nullish(),
  webhook_id: snowflake.nullish(),
});
const commandData = z.looseObject({
  name: z.string().min(1),
  type: z.number().int().nullish(),
  options: z.array(optionOrSubcommand).nullish(),
  target_id: snowflake.nullish(),
  resolved: z.looseObject({ messages: z.record(z.string(), targetMessage).nullish() }).nullish(),
});

const message = z.looseObject({
  id: snowflake,
  flags: z.number().int().nullish(),
  components: z.array(z.looseObject({ type: z.number().int() })).nullish(),
});

const field = z.looseObject({
  custom_id: z.string(),
  value: z.union([z.string(), z.boolean()]).nullish(),
  values: z.array(z.string()).nullish(),
});
const formPart = z.looseObject({ component: field.nullish(), components: z.array(field).nullish() });

export const commandSchema = z.looseObject({ ...base, data: commandData });
const channels = z.record(z.string(), z.looseObject({ app_permissions: permissions.nullish() }));
const componentData = z.looseObject({
  custom_id: z.string(),
  values: z.array(z.string()).nullish(),
  resolved: z.looseObject({ channels: channels.nullish() }).nullish(),
});
export const componentSchema = z.looseObject({ ...base, data: componentData, message });
const upload = z.looseObject({ id: snowflake, filename: z.string(), size: z.number().int().min(0), url: z.string() });
export const formSchema = z.looseObject({
  ...base,
  data: z.looseObject({
    custom_id: z.string(),
    components: z.array(formPart),
    resolved: z.looseObject({ attachments: z.record(z.string(), upload).nullish() }).nullish(),
  }),
  message: message.nullish(),
});

export type RawBase = z.infer<z.ZodObject<typeof base, z.core.$loose>>;
export type RawUpload = z.infer<typeof upload>;
export type RawMessage = z.infer<typeof message>;
export type RawComponentData = z.infer<typeof componentData>;
export type RawFormPart = z.infer<typeof formPart>;
export type RawCommandData = z.infer<typeof commandData>;
export type RawOption = z.infer<typeof option>;
