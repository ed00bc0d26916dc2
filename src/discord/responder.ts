import type { APIInteractionResponse, RESTPatchAPIWebhookWithTokenMessageJSONBody } from "discord-api-types/v10";
import type { ReplyFile } from "./reply.ts";

/** Whom an answer goes to. */
export type Address = { readonly id: string; readonly applicationId: string; readonly token: string };

/** A message as it goes over the wire, pings off, and its files. */
export type WireMessage = {
  readonly payload: Pick<
    RESTPatchAPIWebhookWithTokenMessageJSONBody,
    "components" | "allowed_mentions" | "attachments"
  > & {
    readonly flags: number;
  };
  readonly files: readonly ReplyFile[];
};

/** The ways to Discord that the dispatcher uses; the gateway's are REST calls, an HTTPS endpoint's first is its response. */
export type Responder = {
  /** Answers the interaction; only the first call of an interaction counts. */
  callback(to: Address, response: APIInteractionResponse, files: readonly ReplyFile[]): Promise<void>;
  /** The id of the message that answered the interaction. */
  findOriginal(to: Address): Promise<string>;
  editOriginal(to: Address, message: WireMessage): Promise<void>;
  deleteOriginal(to: Address): Promise<void>;
  /** Resolves to the id of the new message. */
  followUp(to: Address, message: WireMessage): Promise<string>;
  editMessage(channelId: string, messageId: string, message: WireMessage): Promise<void>;
  directMessage(userId: string, message: WireMessage): Promise<void>;
};

/** The interaction cannot be answered (any more): it expired, is unknown, or somebody else answered it. */
export class InteractionGone extends Error {
  override readonly name = "InteractionGone";
  readonly code: number;

  constructor(code: number) {
    super(`the interaction is gone (${code})`);
    this.code = code;
  }
}
