import type { LocalDiscord } from "./local-discord.ts";
import type { ExchangeReport } from "./page-protocol.ts";

/** Creates the inspector's eye: everything that was said about one interaction, or null for one long gone. */
export function createExchangeReports(discord: LocalDiscord) {
  return (interactionId: string): ExchangeReport | null => {
    const record = discord.findExchange(interactionId);
    if (record === null) return null;
    const { interaction, person } = record;
    const requests = discord.requests.filter(({ path }) => path.includes(interaction.token));
    return {
      interactionId,
      title: titleOf(record.commandName, interaction.type, interaction.data),
      person: person.user.global_name ?? person.user.username,
      status: record.status,
      elapsedMs: record.elapsedMs,
      interaction: hideToken(interaction, interaction.token),
      requests: requests.map(({ method, path, body, status, response }) => ({
        method,
        path: path.replace(interaction.token, "…"),
        body,
        status,
        response: hideToken(response, interaction.token),
        complaints: refusalOf(status, response),
      })),
    };
  };
}

/** Why the local Discord did not take a request, in its own words. */
function refusalOf(status: number | null, response: unknown): string[] {
  if (status === null || status < 400) return [];
  const { message, code, errors } = (response ?? {}) as { message?: string; code?: number; errors?: unknown };
  return [`${status} ${message ?? ""} (${code ?? 0})${errors === undefined ? "" : ` ${JSON.stringify(errors)}`}`];
}

const typeNames: Readonly<Record<number, string>> = { 2: "command", 3: "component", 4: "autocomplete", 5: "form" };

function titleOf(commandName: string | null, type: number, data: Record<string, unknown>): string {
  const what = typeof data.custom_id === "string" ? data.custom_id : `/${commandName ?? ""}`;
  return `${typeNames[type] ?? type} ${what}`;
}

/** A screenshot of the inspector should not show a working token. */
function hideToken(value: unknown, token: string): unknown {
  return value === undefined ? undefined : JSON.parse(JSON.stringify(value).replaceAll(token, "…"));
}
