import type {
  APIApplicationCommandOptionChoice,
  APIMessageTopLevelComponent,
  APIModalInteractionResponseCallbackData,
} from "discord-api-types/v10";

/** A file that travels with a message; components name it as `attachment://<name>`. */
export type ReplyFile = {
  readonly name: string;
  readonly data: Uint8Array;
  /** What a picture shows; absent for any other file. */
  readonly description?: string;
};

/** A Components V2 message; pings are switched off by whoever sends it, but for one role that it may name. */
export type MessageBody = {
  readonly components: readonly APIMessageTopLevelComponent[];
  readonly files?: readonly ReplyFile[];
  /** The one role that is pinged where the message is new and everybody sees it; never in an edit. */
  readonly mentionsRoleId?: string;
};

/** Something to do after the answer has left; a failing effect never undoes the answer. */
export type Effect =
  | { readonly kind: "private-follow-up"; readonly body: MessageBody }
  /** What the clicked message becomes now that the answer is out; only beside a new message. */
  | { readonly kind: "clicked-message-edit"; readonly body: MessageBody }
  | { readonly kind: "direct-message"; readonly userId: string; readonly body: MessageBody }
  | {
      readonly kind: "message-edit";
      readonly channelId: string;
      readonly messageId: string;
      readonly body: MessageBody;
    };

/** How serious a reading is, and whether its answer puts a question to the person. */
export type Urgency = { readonly level: 0 | 1 | 2 | 3; readonly asks: boolean };

/** What a command answers with. It is data: the dispatcher alone sends. */
export type Reply =
  | {
      readonly kind: "message";
      readonly visibility: "public" | "private";
      readonly body: MessageBody;
      /** Absent where the answer is no reading. */
      readonly urgency?: Urgency;
      /** A question that nothing answered, told only where the server wants it and nobody's body is in it; never for the log. */
      readonly unanswered?: string;
      /** True where whoever is told of the answer afterwards must know the message's id. */
      readonly wantsId?: boolean;
      readonly then?: readonly Effect[];
    }
  | {
      readonly kind: "update";
      readonly body: MessageBody;
      readonly urgency?: Urgency;
      readonly then?: readonly Effect[];
    }
  | { readonly kind: "form"; readonly form: APIModalInteractionResponseCallbackData }
  | { readonly kind: "choices"; readonly choices: readonly APIApplicationCommandOptionChoice<string>[] }
  | { readonly kind: "removal"; readonly then?: readonly Effect[] }
  | { readonly kind: "nothing" };
