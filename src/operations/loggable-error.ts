/** What the log keeps of an error. */
export type LoggableError = {
  readonly name: string;
  readonly message: string;
  readonly code?: string | number;
  readonly status?: number;
  readonly method?: string;
  readonly stack?: string;
};

const MAX_MESSAGE = 300;

/**
 * Takes from an error only what is safe to keep. Errors of discord.js carry the interaction's token in their
 * `url` and what people wrote in their `requestBody`; neither is ever looked at.
 */
export function loggableError(error: unknown): LoggableError {
  if (!(error instanceof Error)) return { name: typeof error, message: "something that is no Error was thrown" };
  const { code, status, method } = error as Error & { code?: unknown; status?: unknown; method?: unknown };
  const frames = stackFrames(error);
  return {
    name: error.name,
    message: safeMessage(error),
    ...(typeof code === "string" || typeof code === "number" ? { code } : {}),
    ...(typeof status === "number" ? { status } : {}),
    ...(typeof method === "string" ? { method } : {}),
    ...(frames === "" ? {} : { stack: frames }),
  };
}

/** The engine quotes its input in syntax errors and code quotes it in quotation marks: a message loses both, and addresses. */
function safeMessage(error: Error): string {
  if (error instanceof SyntaxError) return "(message left out: it may quote what somebody wrote)";
  return error.message
    .replace(/\b[a-z]+:\/\/\S+/gi, "(address)")
    .replace(/"[^"]*"|“[^”]*”|`[^`]*`/g, '"…"')
    .slice(0, MAX_MESSAGE);
}

function stackFrames(error: Error): string {
  const lines = (error.stack ?? "").split("\n");
  return lines.filter((line) => /^\s+at /.test(line)).join("\n");
}
