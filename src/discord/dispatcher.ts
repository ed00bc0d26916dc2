import { InteractionResponseType, InteractionType } from "discord-api-types/v10";
import { UserError } from "#src/errors.ts";
import type { Clock } from "#src/operations/clock.ts";
import type { Log, LogFields } from "#src/operations/log.ts";
import { createReference } from "#src/operations/reference.ts";
import { Answer, type Answerable } from "./answer.ts";
import { missedEffect, runEffect } from "./effects.ts";
import { MalformedInteraction } from "./malformed-interaction.ts";
import { type Envelope, parseEnvelope, parseInteraction, type Request } from "./parse-interaction.ts";
import { RecentIds } from "./recent-ids.ts";
import type { Effect, Reply } from "./reply.ts";
import { InteractionGone, type Responder } from "./responder.ts";
import { settleWithin } from "./settle-within.ts";

// Discord gives up after 3 s; sending takes its share of them.
const DEFER_AFTER_MS = 1_500;
const GIVE_UP_AFTER_MS = 60_000;
const REMEMBERED_INTERACTIONS = 5_000;

/** Everything but Discord's check of an HTTPS endpoint. */
export type Answered = Exclude<Request, { kind: "ping" }>;

/** An answer that is out; `messageId` only where the reply asked to know it. */
export type Delivered = { readonly request: Answered; readonly reply: Reply; readonly messageId: string | null };

export type DispatcherOptions = {
  /** Asks whatever answers a request. */
  readonly answer: (request: Answered) => Reply | Promise<Reply>;
  /** Told of each answer that is out; what it returns is done as if the reply itself had wanted it. */
  readonly afterwards?: (delivered: Delivered) => Promise<readonly Effect[]>;
  readonly responder: Responder;
  readonly clock: Clock;
  readonly log: Log;
  /** How long a command may work before its answer is deferred. */
  readonly deferAfterMs?: number;
  /** How long a deferred answer is waited for. */
  readonly giveUpAfterMs?: number;
};

/** Takes every interaction, whatever brought it, and sees to it that it is answered exactly once and in time. */
export type Dispatcher = {
  /** Answers a raw interaction. Never rejects: whatever happens is told to the person and to the log. */
  dispatch(raw: unknown): Promise<void>;
  /** Resolves when nothing is being answered. */
  idle(): Promise<void>;
};

/** Creates the one dispatcher of a process. */
export function createDispatcher(options: DispatcherOptions): Dispatcher {
  const {
    answer: ask,
    afterwards = noEffects,
    responder,
    clock,
    log,
    deferAfterMs = DEFER_AFTER_MS,
    giveUpAfterMs = GIVE_UP_AFTER_MS,
  } = options;
  const seen = new RecentIds(REMEMBERED_INTERACTIONS);
  const running = new Set<Promise<void>>();

  async function receive(raw: unknown): Promise<void> {
    try {
      const envelope = parseEnvelope(raw);
      if (!seen.add(envelope.id)) return log.debug("An interaction came twice", { interactionId: envelope.id });
      await handle(raw, envelope);
    } catch (error) {
      const paths = error instanceof MalformedInteraction ? error.paths : [];
      log.warn("An interaction could not be read and not be answered", paths.length > 0 ? { paths } : { error });
    }
  }

  async function handle(raw: unknown, envelope: Envelope): Promise<void> {
    let request: Request;
    try {
      request = parseInteraction(raw, clock.now());
    } catch (error) {
      const answer = new Answer(answerableByType(envelope.type), envelope, responder);
      return report(error, answer, { interactionId: envelope.id });
    }
    if (request.kind === "ping") return responder.callback(envelope, { type: InteractionResponseType.Pong }, []);
    const answer = new Answer({ kind: request.kind, hasMessage: hasMessage(request) }, envelope, responder);
    const context = describe(request);
    try {
      await answerRequest(request, answer, envelope, context);
    } catch (error) {
      await report(error, answer, context);
    }
  }

  async function answerRequest(request: Answered, answer: Answer, to: Envelope, context: LogFields): Promise<void> {
    const startedAt = performance.now();
    const work = ask(request);
    // Nearly every command answers from memory and at once; only a promise needs a timer.
    const reply = work instanceof Promise ? await settle(work, answer, context) : work;
    if (reply === null) return;
    await answer.deliver(reply);
    log.debug("Answered", { ...context, durationMs: Math.round(performance.now() - startedAt) });
    if ("then" in reply) await runEffects(reply.then ?? [], to, answer, context);
    await runEffects(await whatFollows(request, reply, answer, context), to, answer, context);
  }

  /** The answer is out: whatever fails now is for the log alone. */
  async function whatFollows(
    request: Answered,
    reply: Reply,
    answer: Answer,
    context: LogFields,
  ): Promise<readonly Effect[]> {
    try {
      return await afterwards({ request, reply, messageId: await answer.messageIdOf(reply) });
    } catch (error) {
      log.error("What follows an answer failed", { ...context, error });
      return [];
    }
  }

  /** Waits for the command and defers in the meantime if it must; null where nobody waits for its reply any more. */
  async function settle(work: Promise<Reply>, answer: Answer, context: LogFields): Promise<Reply | null> {
    const inTime = await settleWithin(work, deferAfterMs);
    if (inTime !== "late") return inTime;
    log.warn("A command is slow and was deferred", context);
    await answer.defer();
    if (answer.phase === "answered") return null;
    const atLast = await settleWithin(work, giveUpAfterMs);
    if (atLast === "late") throw new Error(`no answer within ${giveUpAfterMs} ms`);
    return atLast;
  }

  async function runEffects(
    effects: readonly Effect[],
    to: Envelope,
    answer: Answer,
    context: LogFields,
  ): Promise<void> {
    for (const effect of effects) {
      try {
        await runEffect(effect, to, responder);
      } catch (error) {
        const reference = createReference();
        log.error("An effect failed", { ...context, effect: effect.kind, reference, error });
        await tell(answer, missedEffect(effect, reference), context);
      }
    }
  }

  /** The one funnel of errors: what a person can mend is told in its words, anything else with a reference to the log. */
  async function report(error: unknown, answer: Answer, context: LogFields): Promise<void> {
    if (error instanceof InteractionGone) {
      return log.warn("The interaction could not be answered any more", { ...context, code: error.code });
    }
    if (error instanceof UserError) return tell(answer, error.message, context);
    const reference = createReference();
    log.error("An interaction failed", { ...context, reference, phase: answer.phase, error });
    await tell(answer, `Something went wrong on my side. Please try again. If it stays, quote ${reference}.`, context);
  }

  async function tell(answer: Answer, text: string, context: LogFields): Promise<void> {
    try {
      await answer.tell(text);
    } catch (error) {
      log.warn("A person could not be told of an error", { ...context, error });
    }
  }

  return {
    dispatch(raw) {
      const work = receive(raw).finally(() => running.delete(work));
      running.add(work);
      return work;
    },
    async idle() {
      while (running.size > 0) await Promise.all(running);
    },
  };
}

async function noEffects(): Promise<readonly Effect[]> {
  return [];
}

function hasMessage(request: Answered): boolean {
  return "message" in request && request.message !== null;
}

/** What can be told to whoever sent something that could not be read. */
function answerableByType(type: number): Answerable {
  const kind = type === InteractionType.ApplicationCommandAutocomplete ? "autocomplete" : "command";
  return { kind, hasMessage: false };
}

function describe(request: Answered): LogFields {
  const { interactionId, kind, command, guildId } = request;
  return { interactionId, kind, command, guildId, ...("action" in request ? { action: request.action } : {}) };
}
