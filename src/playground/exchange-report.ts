import type { RecordedRequest } from "./api-server.ts";
import type { ExchangeRecord } from "./exchange.ts";
import type { LocalDiscord } from "./local-discord.ts";
import type { ExchangeReport, RequestReport } from "./page-protocol.ts";

/**
 * Creates the inspector's eye: what was said in one exchange, and whether it meets Discord's contract.
 *
 * The contract is loaded with the first question: whoever leaves the inspector closed does not wait for it.
 */
export function createExchangeReports(discord: LocalDiscord) {
  return async (id: string): Promise<ExchangeReport | null> => {
    const record = discord.findExchange(id);
    const request = record === null ? discord.requests.find((candidate) => candidate.id === id) : undefined;
    const { contractViolations } = await import("./contract/contract-violations.ts");
    const describe = (one: RecordedRequest, token: string | null): RequestReport => ({
      method: one.method,
      path: hideToken(one.path, token),
      body: one.body,
      status: one.status,
      response: hideToken(one.response, token),
      violations: [
        ...contractViolations(`${one.method} ${one.path}`, one.body).map((text) => hideToken(text, token)),
        ...refusalOf(one),
      ],
    });
    if (record !== null) return reportInteraction(record, discord, describe);
    return request === undefined || isAnswerToInteraction(request) ? null : reportRequest(request, describe);
  };
}

type Describe = (request: RecordedRequest, token: string | null) => RequestReport;

function reportInteraction(
  record: Readonly<ExchangeRecord>,
  { requests }: LocalDiscord,
  describe: Describe,
): ExchangeReport {
  const { interaction, person } = record;
  const { token } = interaction;
  return {
    id: interaction.id,
    title: titleOf(record.commandName, interaction.type, interaction.data),
    person: person.user.global_name ?? person.user.username,
    status: record.status,
    elapsedMs: record.elapsedMs,
    interaction: hideToken(interaction, token),
    requests: requests.filter(({ path }) => path.includes(token)).map((request) => describe(request, token)),
  };
}

function reportRequest(request: RecordedRequest, describe: Describe): ExchangeReport {
  return {
    id: request.id,
    title: `${request.method} ${request.path}`,
    person: null,
    status: request.status === null ? "waiting" : "answered",
    elapsedMs: null,
    interaction: null,
    requests: [describe(request, null)],
  };
}

/** Answers to interactions stand with their interaction. */
function isAnswerToInteraction({ path }: RecordedRequest): boolean {
  return /^\/(interactions|webhooks)\//.test(path);
}

/** Why the local Discord did not take a request, in its own words. */
function refusalOf({ status, response }: RecordedRequest): string[] {
  if (status === null || status < 400) return [];
  const { message, code, errors } = (response ?? {}) as { message?: string; code?: number; errors?: unknown };
  return [
    `refused: ${status} ${message ?? ""} (${code ?? 0})${errors === undefined ? "" : ` ${JSON.stringify(errors)}`}`,
  ];
}

const typeNames: Readonly<Record<number, string>> = { 2: "command", 3: "component", 4: "autocomplete", 5: "form" };

function titleOf(commandName: string | null, type: number, data: Record<string, unknown>): string {
  const what = typeof data.custom_id === "string" ? data.custom_id : `/${commandName ?? ""}`;
  return `${typeNames[type] ?? type} ${what}`;
}

/** A screenshot of the inspector should not show a working token. */
function hideToken<Value>(value: Value, token: string | null): Value {
  if (token === null || value === undefined) return value;
  return JSON.parse(JSON.stringify(value).replaceAll(token, "…")) as Value;
}
