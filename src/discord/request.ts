import type { APIMessageTopLevelComponent } from "discord-api-types/v10";

/** Where an interaction was made: in a server, in a direct message with the bot, or between other people. */
export type Context = "guild" | "bot-dm" | "private-channel";

/** What every interaction brings along; ids are Discord's decimal strings. */
export type BaseRequest = {
  readonly interactionId: string;
  readonly user: { readonly id: string; readonly name: string };
  readonly guildId: string | null;
  readonly channelId: string | null;
  /** The channel that a thread belongs to; null outside threads. */
  readonly parentChannelId: string | null;
  readonly context: Context;
  readonly locale: string;
  /** What the person may do in this channel; none outside a server. */
  readonly memberPermissions: bigint;
  /** What the bot may do in this channel. */
  readonly appPermissions: bigint;
  /** True in a thread, where writing is a permission of its own. */
  readonly inThread: boolean;
  /** True where only the person has installed the bot, and not the server. */
  readonly onlyUserInstalled: boolean;
  /** The clock's reading when the interaction arrived. */
  readonly now: Date;
};

export type OptionValue = string | number | boolean;

/** The message that a message command was chosen on. */
export type TargetMessage = {
  readonly id: string;
  readonly authorId: string;
  readonly isByBot: boolean;
  readonly text: string;
};

/** A slash command as typed, with options that were left out absent; or a command chosen on a message. */
export type CommandRequest = BaseRequest & {
  readonly kind: "command";
  readonly command: string;
  /** Null for a command without any. */
  readonly subcommand: string | null;
  readonly options: Readonly<Record<string, OptionValue>>;
  /** Null for a slash command. */
  readonly target: TargetMessage | null;
};

/** A slash command while it is being typed. */
export type AutocompleteRequest = BaseRequest & {
  readonly kind: "autocomplete";
  readonly command: string;
  readonly options: Readonly<Record<string, OptionValue>>;
  readonly focused: { readonly name: string; readonly value: string };
};

/** The message a button or select was pressed on, as Discord sent it back. */
export type ClickedMessage = {
  readonly id: string;
  readonly isPrivate: boolean;
  readonly components: readonly APIMessageTopLevelComponent[];
};

/** A channel that somebody chose, and what the bot may do there; null where Discord did not tell. */
export type ChosenChannel = { readonly id: string; readonly appPermissions: bigint | null };

/** A file that somebody put into a form, not read yet; `size` in bytes as Discord tells it. */
export type Upload = { readonly id: string; readonly name: string; readonly size: number; readonly url: string };

/** A pressed button, a changed select or a submitted form. */
export type ActionRequest = BaseRequest & {
  readonly kind: "component" | "form";
  readonly command: string;
  readonly action: string;
  /** Whom the message belongs to, as its custom id says; null where it belongs to everybody. */
  readonly ownerId: string | null;
  /** What the custom id carries for this action; never an authority. */
  readonly state: string;
  /** The chosen values of a select; empty for buttons and forms. */
  readonly values: readonly string[];
  /** The chosen values of a channel select, with what Discord told about each of them. */
  readonly chosenChannels: readonly ChosenChannel[];
  /** The form's answers by the custom id of each field; empty for buttons and selects. */
  readonly fields: Readonly<Record<string, readonly string[]>>;
  /** The files in a form by the custom id of each field; empty for buttons and selects. */
  readonly uploads: Readonly<Record<string, readonly Upload[]>>;
  /** Null for a form that a slash command opened. */
  readonly message: ClickedMessage | null;
};
