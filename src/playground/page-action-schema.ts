import { z } from "zod";

const file = z.object({ name: z.string().min(1).max(200), contentType: z.string().max(100), base64: z.base64() });
const value = z.union([z.string().max(6_000), z.number(), z.boolean(), file]);
const values = z.record(z.string(), value);
const by = { as: z.string(), actionId: z.string().max(40) };
const id = z.string().regex(/^\d{1,20}$/);

/** What the page may ask for; anything else is refused. */
export const pageActionSchema = z.discriminatedUnion("kind", [
  z.object({ ...by, kind: z.literal("say"), placeId: id, content: z.string().trim().min(1).max(2_000) }),
  z.object({ ...by, kind: z.literal("slash"), placeId: id, command: z.string(), options: values }),
  z.object({
    ...by,
    kind: z.literal("autocomplete"),
    placeId: id,
    command: z.string(),
    focused: z.string(),
    value: z.string().max(6_000),
    options: values,
  }),
  z.object({ ...by, kind: z.literal("click"), messageId: id, customId: z.string() }),
  z.object({
    ...by,
    kind: z.literal("select"),
    messageId: id,
    customId: z.string(),
    values: z.array(z.string()).max(25),
  }),
  z.object({
    ...by,
    kind: z.literal("submit"),
    interactionId: id,
    answers: z.record(
      z.string(),
      z.union([z.string().max(4_000), z.boolean(), z.array(z.string()).max(25), z.array(file).max(10)]),
    ),
  }),
  z.object({ ...by, kind: z.literal("message-menu"), messageId: id, command: z.string() }),
  z.object({ ...by, kind: z.literal("dismiss"), messageId: id }),
  z.object({ ...by, kind: z.literal("direct-messages"), areOpen: z.boolean() }),
  z.object({
    ...by,
    kind: z.literal("clock"),
    offsetMs: z
      .number()
      .int()
      .min(0)
      .max(400 * 86_400_000),
  }),
  z.object({ ...by, kind: z.literal("reset") }),
]);
