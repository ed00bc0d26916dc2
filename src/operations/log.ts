import { pino } from "pino";
import { loggableError } from "./loggable-error.ts";
import { readableLine } from "./readable-line.ts";

const LEVELS = ["debug", "info", "warn", "error"] as const;
const FIELDS = [
  "reference",
  "interactionId",
  "kind",
  "command",
  "action",
  "guildId",
  "effect",
  "phase",
  "durationMs",
  "waitMs",
  "code",
  "shardId",
  "paths",
  "added",
  "removed",
  "changed",
  "unknown",
  "count",
] as const;

export type LogLevel = (typeof LEVELS)[number];

/** The only things that a log line may hold beside its sentence; an error is cut down to what is safe. */
export type LogFields = {
  readonly [Field in (typeof FIELDS)[number]]?: string | number | boolean | readonly string[] | null;
} & { readonly error?: unknown };

/** Writes one line an event. */
export type Log = { readonly [Level in LogLevel]: (message: string, fields?: LogFields) => void };

type LogOptions = {
  readonly level: LogLevel | "silent";
  /** Where lines go; standard output where absent. */
  readonly write?: (line: string) => void;
  /** True for lines that a person reads in a terminal, false for JSON. */
  readonly readable?: boolean;
};

/** Creates the log: JSON lines, or readable ones in a terminal. */
export function createLog({ level, write, readable = process.stdout.isTTY === true }: LogOptions): Log {
  const print = write ?? ((line: string) => void process.stdout.write(line));
  const logger = pino(
    { level, base: null, formatters: { log: onlyAllowed, level: (label) => ({ level: label }) } },
    { write: (line: string) => print(readable ? readableLine(line) : line) },
  );
  return {
    debug: (message, fields = {}) => logger.debug(fields, message),
    info: (message, fields = {}) => logger.info(fields, message),
    warn: (message, fields = {}) => logger.warn(fields, message),
    error: (message, fields = {}) => logger.error(fields, message),
  };
}

/** Types keep strangers out of a line at the desk; this keeps them out while running. */
function onlyAllowed(fields: Record<string, unknown>): Record<string, unknown> {
  const kept: Record<string, unknown> = {};
  for (const name of FIELDS) if (fields[name] !== undefined) kept[name] = fields[name];
  if (fields.error !== undefined) kept.error = loggableError(fields.error);
  return kept;
}
