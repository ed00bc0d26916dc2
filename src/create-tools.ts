import type { RESTPostAPIApplicationCommandsJSONBody } from "discord-api-types/v10";
import type { Config } from "./config.ts";
import { createDirectMessages } from "./discord/direct-messages.ts";
import { createDiscordView } from "./discord/discord-view.ts";
import type { Gateway } from "./discord/gateway.ts";
import { createUploadReader } from "./discord/upload-reader.ts";
import type { Log } from "./operations/log.ts";
import { createCharts } from "./pictures/charts.ts";
import type { Tools } from "./services.ts";

type Parts = {
  readonly config: Pick<Config, "fileOrigins" | "isCheckInOn">;
  readonly rest: Gateway["rest"];
  /** What Discord is told of. */
  readonly commands: readonly RESTPostAPIApplicationCommandsJSONBody[];
  readonly log: Log;
};

/** Creates the ways to what lies outside. */
export function createTools({ config, rest, commands, log }: Parts): Tools {
  return {
    discord: createDiscordView({ rest, commands, log }),
    directMessages: createDirectMessages(rest),
    uploads: createUploadReader({ origins: config.fileOrigins }),
    charts: createCharts({ report: (problem) => log.error(`A chart could not be drawn: ${problem}`) }),
    isCheckInOn: config.isCheckInOn,
  };
}
