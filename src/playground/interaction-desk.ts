import { ApiError } from "./api-error.ts";
import type { EventStream } from "./event-stream.ts";
import type { Exchange, ExchangeRecord } from "./exchange.ts";
import type { MessageBoard } from "./message-board.ts";
import { type Interaction, messageFlag } from "./wire.ts";
import type { Person, Place } from "./world.ts";

/** Keeps the interactions that are under way and lets them run out. */
export type InteractionDesk = {
  /** Sends an interaction to the bot and starts its three seconds. */
  open(interaction: Interaction, origin: { person: Person; place: Place; commandName: string | null }): Exchange;
  /** @throws ApiError 10062 when there is none, or its time is over. */
  getForCallback(id: string, token: string): ExchangeRecord;
  /** @throws ApiError when the token is unknown, expired or not answered yet. */
  getForWebhook(token: string): ExchangeRecord;
  find(interactionId: string): ExchangeRecord | null;
  findByToken(token: string): ExchangeRecord | null;
  /** Marks the first answer; the time stops here. */
  settle(record: ExchangeRecord, type: number): void;
  stop(): void;
};

const KEPT_EXCHANGES = 5_000;
/** How long after the last moment for an answer a test still waits for what it shows. */
const SHOWN_WITHIN_MS = 2_000;

export function createInteractionDesk(options: {
  board: MessageBoard;
  events: EventStream;
  deliver: (interaction: Interaction) => void;
  answerWithinMs: number;
  tokenLivesMs: number;
}): InteractionDesk {
  const { board, events } = options;
  const records = new Map<string, ExchangeRecord>();
  const byToken = new Map<string, ExchangeRecord>();
  const timers = new Map<string, NodeJS.Timeout>();

  const forgetOldest = () => {
    const [id, record] = records.entries().next().value ?? [];
    if (id === undefined || record === undefined || records.size <= KEPT_EXCHANGES) return;
    records.delete(id);
    byToken.delete(record.interaction.token);
  };

  const giveUp = (record: ExchangeRecord) => {
    record.status = "failed";
    timers.delete(record.interaction.id);
    events.emit({ kind: "interaction-failed", interactionId: record.interaction.id, userId: record.person.user.id });
  };

  const isExpired = (record: ExchangeRecord) => performance.now() - record.startedAt > options.tokenLivesMs;

  return {
    open(interaction, origin) {
      const record: ExchangeRecord = {
        interaction,
        ...origin,
        startedAt: performance.now(),
        status: "waiting",
        answerType: null,
        answerData: {},
        elapsedMs: null,
        originalId: null,
        followUpIds: [],
        ownIds: new Set(),
        form: null,
        choices: null,
      };
      records.set(interaction.id, record);
      byToken.set(interaction.token, record);
      forgetOldest();
      timers.set(
        interaction.id,
        setTimeout(() => giveUp(record), options.answerWithinMs),
      );
      events.emit({ kind: "interaction-sent", interactionId: interaction.id, userId: origin.person.user.id });
      options.deliver(interaction);
      return watchExchange(record, { board, events, waitMs: options.answerWithinMs + SHOWN_WITHIN_MS });
    },
    getForCallback(id, token) {
      const record = records.get(id);
      if (record === undefined || record.interaction.token !== token || record.status === "failed") {
        throw new ApiError(404, 10062, "Unknown interaction");
      }
      if (record.status === "answered") {
        throw new ApiError(400, 40060, "Interaction has already been acknowledged.");
      }
      return record;
    },
    getForWebhook(token) {
      const record = byToken.get(token);
      if (record === undefined || isExpired(record)) throw new ApiError(401, 50027, "Invalid Webhook Token");
      if (record.status !== "answered") throw new ApiError(404, 10015, "Unknown Webhook");
      return record;
    },
    find: (id) => records.get(id) ?? null,
    findByToken: (token) => byToken.get(token) ?? null,
    settle(record, type) {
      clearTimeout(timers.get(record.interaction.id));
      timers.delete(record.interaction.id);
      record.status = "answered";
      record.answerType = type;
      record.elapsedMs = performance.now() - record.startedAt;
    },
    stop() {
      for (const timer of timers.values()) clearTimeout(timer);
    },
  };
}

type Watching = { readonly board: MessageBoard; readonly events: EventStream; readonly waitMs: number };

function watchExchange(record: ExchangeRecord, { board, events, waitMs }: Watching): Exchange {
  const name = record.commandName ?? record.interaction.data.custom_id;
  const until = <T>(find: () => T | undefined, what: string) =>
    events.until(
      () => {
        const found = find();
        if (found === undefined && record.status === "failed")
          throw new Error(`nobody answered ${String(name)} in time`);
        return found;
      },
      `${what} to ${String(name)}`,
      waitMs,
    );
  const shown = (id: string | null | undefined) => {
    const message = id ? board.find(id)?.message : undefined;
    return message !== undefined && (message.flags & messageFlag.loading) === 0 ? message : undefined;
  };
  return {
    interaction: record.interaction,
    record,
    answer: () =>
      until(() => {
        if (record.status === "failed") return null;
        if (record.answerType === null || record.elapsedMs === null) return undefined;
        return { type: record.answerType, data: record.answerData, elapsedMs: record.elapsedMs };
      }, "an answer"),
    original: () => until(() => shown(record.originalId), "a message"),
    followUp: (index = 0) => until(() => shown(record.followUpIds[index]), `follow-up ${index}`),
    form: () => until(() => record.form ?? undefined, "a form"),
    choices: () => until(() => record.choices ?? undefined, "choices"),
    async removed() {
      await until(
        () => (record.originalId !== null && board.find(record.originalId) === null ? true : undefined),
        "the removal",
      );
    },
  };
}
