import { z } from "zod";
import { StartError } from "#src/errors.ts";

/** Everything that can be set from outside, with its default filled in. */
export type Config = z.infer<typeof environment>;

const DISCORD = "https://discord.com/api";
const DISCORD_FILES = "https://cdn.discordapp.com,https://media.discordapp.net";
const optional = z.string().trim().min(1).optional();

const environment = z
  .object({
    DISCORD_TOKEN: optional.refine((token) => token === undefined || /^[\w.-]+$/.test(token), {
      error:
        "has characters that no bot token has; copy it again from the Bot page of https://discord.com/developers/applications",
    }),
    DISCORD_API_URL: z
      .url({ protocol: /^https?$/, error: "must be an address such as https://discord.com/api" })
      .default(DISCORD),
    DISCORD_CDN_URL: z
      .string()
      .default(DISCORD_FILES)
      .transform((list) => list.split(",").map((one) => one.trim()))
      .refine((origins) => origins.every((one) => /^https?:$/.test(URL.parse(one)?.protocol ?? "")), {
        error: "must be one or more addresses such as https://cdn.discordapp.com, with commas between them",
      }),
    CHECK_IN: z.enum(["on", "off"], { error: "must be on or off" }).default("off"),
    DATA_DIR: z.string().default("./data"),
    PLAYGROUND_PORT: z.coerce
      .number({ error: "must be a number from 1 to 65535" })
      .int({ error: "must be a whole number" })
      .min(1, { error: "must be 1 or more" })
      .max(65_535, { error: "must be 65535 or less" })
      .optional(),
    LOG_LEVEL: z
      .enum(["debug", "info", "warn", "error", "silent"], { error: "must be debug, info, warn, error or silent" })
      .default("info"),
    CLOCK_OFFSET_MS: z.coerce
      .number({ error: "must be a number of milliseconds" })
      .int({ error: "must be a whole number" })
      .default(0),
    NODE_ENV: optional,
  })
  .transform((read) => ({
    discordToken: read.DISCORD_TOKEN ?? null,
    isRealDiscord: read.DISCORD_API_URL === DISCORD,
    discordApiUrl: read.DISCORD_API_URL.replace(/\/+$/, ""),
    /** Where the files that people upload may be read from. */
    fileOrigins: read.DISCORD_CDN_URL,
    /** Whether /check-in is offered; an operator reads Discord's policy first. */
    isCheckInOn: read.CHECK_IN === "on",
    dataDir: read.DATA_DIR,
    /** Null where nobody chose one: the playground then takes 3000 or the next free port. */
    playgroundPort: read.PLAYGROUND_PORT ?? null,
    logLevel: read.LOG_LEVEL,
    clockOffsetMs: read.CLOCK_OFFSET_MS,
    isProduction: read.NODE_ENV === "production",
  }));

/**
 * Reads the settings from the environment; an empty variable counts as absent.
 *
 * @throws StartError naming every variable that is wrong, never its value.
 */
export function readConfig(variables: Readonly<Record<string, string | undefined>>): Config {
  const given = Object.fromEntries(Object.entries(variables).filter(([, value]) => value?.trim()));
  const read = environment.safeParse(given);
  if (read.success) return read.data;
  const complaints = read.error.issues.map(({ path, message }) => `${path.join(".")} ${message}`);
  throw new StartError(`Please correct the settings (environment or .env): ${complaints.join("; ")}.`);
}
