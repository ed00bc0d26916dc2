/** Turns one JSON line of the log into a line for a person: time, level where it matters, sentence, fields. */
export function readableLine(json: string): string {
  const { time, level, msg, error, ...fields } = JSON.parse(json) as Record<string, unknown>;
  const clock = new Date(Number(time)).toTimeString().slice(0, 8);
  const details = Object.entries(fields).map(
    ([name, value]) => `${name}=${plain(Array.isArray(value) ? value.join(",") : value)}`,
  );
  const head = [clock, level === "info" ? "" : `${level}:`, msg, ...details].filter((part) => part !== "").join(" ");
  return `${head}${readableError(error)}\n`;
}

function readableError(error: unknown): string {
  if (typeof error !== "object" || error === null) return "";
  const { name, message, code, status, stack } = error as Record<string, unknown>;
  const numbers = [code, status].filter((value) => value !== undefined).join(", ");
  return `: ${name}${numbers === "" ? "" : ` (${numbers})`}: ${plain(message)}${stack === undefined ? "" : `\n${stack}`}`;
}

/** What came from outside must not steer a terminal. */
function plain(value: unknown): string {
  return String(value).replace(/\p{Cc}/gu, " ");
}
