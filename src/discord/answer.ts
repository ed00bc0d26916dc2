import type { APIInteractionResponse } from "discord-api-types/v10";
import { InteractionResponseType, MessageFlags } from "discord-api-types/v10";
import { assertWithinLimits } from "./outgoing-limits.ts";
import type { MessageBody, Reply } from "./reply.ts";
import type { Address, Responder } from "./responder.ts";
import { noticeBody, wireMessage } from "./wire-message.ts";
import { sendOrDescribe } from "./without-pictures.ts";

/**
 * How far the answer is: `open` nothing sent; `deferred` a private "is thinking" stands and waits for its message;
 * `acknowledged` the click is confirmed, and the clicked message is what an update edits; `answered` done.
 */
type Phase = "open" | "deferred" | "acknowledged" | "answered";

/** What decides how an interaction may be answered. */
export type Answerable = {
  readonly kind: "command" | "autocomplete" | "component" | "form";
  /** True where a message was clicked, or had the button that opened the form. */
  readonly hasMessage: boolean;
};

/** Which replies an interaction can take, by Discord's rules; a form never follows a form. */
function allowedKinds({ kind, hasMessage }: Answerable): readonly Reply["kind"][] {
  switch (kind) {
    case "command":
      return ["message", "form"];
    case "autocomplete":
      return ["choices"];
    case "component":
      return ["message", "update", "form", "removal", "nothing"];
    case "form":
      return hasMessage ? ["message", "update", "removal", "nothing"] : ["message"];
    default:
      return kind satisfies never;
  }
}

/** Whether the clicked message is to change once the reply, a new message, is out. */
function changesClicked(reply: Reply): boolean {
  return reply.kind === "message" && (reply.then ?? []).some(({ kind }) => kind === "clicked-message-edit");
}

/** The one answer of one interaction: knows what was sent already, and so how to send what comes next. */
export class Answer {
  #phase: Phase = "open";
  #followUpId: string | null = null;
  readonly #answerable: Answerable;
  readonly #to: Address;
  readonly #responder: Responder;

  constructor(answerable: Answerable, to: Address, responder: Responder) {
    this.#answerable = answerable;
    this.#to = to;
    this.#responder = responder;
  }

  get phase(): Phase {
    return this.#phase;
  }

  /**
   * Keeps the interaction alive while the command still works. Nobody knows yet who may see its answer, hence private.
   * An autocomplete cannot wait: it is answered with no choices.
   */
  async defer(): Promise<void> {
    const { kind, hasMessage } = this.#answerable;
    if (kind === "autocomplete") return this.deliver({ kind: "choices", choices: [] });
    if (hasMessage) return this.#acknowledge();
    const data = { flags: MessageFlags.Ephemeral } as const;
    await this.#respond({ type: InteractionResponseType.DeferredChannelMessageWithSource, data }, "deferred");
  }

  /**
   * Sends the reply, whatever was sent before.
   *
   * @throws Error when Discord would refuse it: the wrong kind for this interaction, or beyond a limit.
   */
  async deliver(reply: Reply): Promise<void> {
    const isTooLate = this.#phase !== "open" && reply.kind === "form";
    const hasNothingClicked = changesClicked(reply) && !this.#answerable.hasMessage;
    if (isTooLate || hasNothingClicked || !allowedKinds(this.#answerable).includes(reply.kind)) {
      throw new Error(
        `a ${this.#answerable.kind} interaction (${this.#phase}) cannot be answered with a ${reply.kind}`,
      );
    }
    assertWithinLimits(reply);
    switch (reply.kind) {
      case "message":
        // To Discord, a click's `@original` is the clicked message only where nothing else answered the click.
        if (this.#phase === "open" && changesClicked(reply)) await this.#acknowledge();
        return this.#sendMessage(reply.body, reply.visibility);
      case "update":
        return this.#sendUpdate(reply.body);
      case "form":
        return this.#respond({ type: InteractionResponseType.Modal, data: reply.form });
      case "choices":
        return this.#respond({
          type: InteractionResponseType.ApplicationCommandAutocompleteResult,
          data: { choices: [...reply.choices] },
        });
      case "removal":
        if (this.#phase === "open") await this.#acknowledge();
        return this.#responder.deleteOriginal(this.#to);
      case "nothing":
        if (this.#phase === "open") await this.#acknowledge();
        return;
      default:
        return reply satisfies never;
    }
  }

  /** The id of the message that the reply became, where the reply wants it known. */
  async messageIdOf(reply: Reply): Promise<string | null> {
    if (reply.kind !== "message" || reply.wantsId !== true) return null;
    return this.#followUpId ?? this.#responder.findOriginal(this.#to);
  }

  /** Tells the person something privately, whatever was sent before; an autocomplete has no room for words. */
  async tell(text: string): Promise<void> {
    if (this.#answerable.kind !== "autocomplete") return this.#sendMessage(noticeBody(text), "private");
    if (this.#phase === "open") await this.deliver({ kind: "choices", choices: [] });
  }

  async #sendMessage(body: MessageBody, visibility: "public" | "private"): Promise<void> {
    if (this.#phase === "open") {
      const type = InteractionResponseType.ChannelMessageWithSource;
      const { payload } = wireMessage(body, visibility);
      return this.#respond({ type, data: payload } as APIInteractionResponse, "answered", body);
    }
    if (this.#phase !== "deferred") {
      this.#followUpId = await sendOrDescribe(body, (one) =>
        this.#responder.followUp(this.#to, wireMessage(one, visibility)),
      );
      return;
    }
    // Who sees a deferred message was settled when it was deferred.
    await this.#editOriginal(body);
    this.#phase = "answered";
  }

  async #sendUpdate(body: MessageBody): Promise<void> {
    if (this.#phase !== "open") return this.#editOriginal(body);
    const type = InteractionResponseType.UpdateMessage;
    await this.#respond({ type, data: wireMessage(body).payload } as APIInteractionResponse, "answered", body);
  }

  #editOriginal(body: MessageBody): Promise<void> {
    return sendOrDescribe(body, (one) => this.#responder.editOriginal(this.#to, wireMessage(one)));
  }

  #acknowledge(): Promise<void> {
    return this.#respond({ type: InteractionResponseType.DeferredMessageUpdate }, "acknowledged");
  }

  async #respond(response: APIInteractionResponse, next: Phase = "answered", body?: MessageBody): Promise<void> {
    await this.#responder.callback(this.#to, response, body?.files ?? []);
    this.#phase = next;
  }
}
