/** Says in one sentence why Discord could not be talked to, and what to do. */
export function connectionSentence(error: unknown, apiUrl: string): string {
  const { code, message, status } = error as Error & { code?: unknown; status?: unknown };
  if (code === "TokenInvalid" || status === 401 || message === "Authentication failed") {
    return "Discord does not accept the token: copy it again from the Bot page of https://discord.com/developers/applications into DISCORD_TOKEN.";
  }
  if (String(message).startsWith("Not enough sessions remaining")) {
    return "Discord lets this bot open no new session today, because it was started too often: wait some hours, then start it again.";
  }
  const why = code ?? status ?? message;
  return `Discord could not be reached at ${apiUrl} (${why}): check the network and DISCORD_API_URL, then start again.`;
}
