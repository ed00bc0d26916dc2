import type { DirectMessages } from "#src/discord/direct-messages.ts";
import type { DiscordView } from "#src/discord/discord-view.ts";
import type { Reply } from "#src/discord/reply.ts";
import type { CommandRequest } from "#src/discord/request.ts";
import type { UploadReader } from "#src/discord/upload-reader.ts";
import type { Knowledge } from "#src/knowledge/knowledge.ts";
import type { Search } from "#src/knowledge/search/search.ts";
import type { SignCatalogue } from "#src/knowledge/signs.ts";
import type { Charts } from "#src/pictures/charts.ts";
import type { RuledCommand } from "#src/replies/staff/ruled-command.ts";
import type { AnswerVisibility, GuildSettings } from "#src/storage/guild-settings.ts";
import type { Storage } from "#src/storage/storage.ts";
import type { Triage } from "#src/triage/triage.ts";

/** What Spotter knows and decides with; built once at the start. */
export type Content = {
  readonly knowledge: Knowledge;
  readonly signs: SignCatalogue;
  readonly triage: Triage;
  readonly search: Search;
  /** Which content it is: other characters as soon as a letter of it is another. */
  readonly version: string;
};

/** The ways to what lies outside: Discord, direct messages, uploaded files, pictures; and what the operator switched on. */
export type Tools = {
  readonly discord: DiscordView;
  readonly directMessages: DirectMessages;
  readonly uploads: UploadReader;
  readonly charts: Charts;
  readonly isCheckInOn: boolean;
};

/** What every command may ask. */
export type Services = Content &
  Tools & {
    readonly storage: Storage;
    /** Answers a request as a member is answered under given settings; nothing is kept or counted. */
    readonly answerUnder: (request: CommandRequest, settings: GuildSettings) => Promise<Reply>;
    /** Every command on which a server may rule. */
    readonly ruledCommands: readonly RuledCommand[];
    /** What the server of this interaction set; the defaults where there is none. */
    readonly settings: GuildSettings;
    /** Who may see this answer by the server's rules; `member` leaves it to whoever asks. */
    readonly visibility: AnswerVisibility;
  };
