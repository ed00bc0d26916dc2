const MINUTE_MS = 60_000;
const DAY_MS = 86_400_000;
const units = [
  ["year", 365 * DAY_MS],
  ["month", 30 * DAY_MS],
  ["day", DAY_MS],
  ["hour", 60 * MINUTE_MS],
  ["minute", MINUTE_MS],
  ["second", 1_000],
] as const;

const styles: Readonly<Record<string, Intl.DateTimeFormatOptions>> = {
  t: { timeStyle: "short" },
  T: { timeStyle: "medium" },
  d: { dateStyle: "short" },
  D: { dateStyle: "long" },
  f: { dateStyle: "long", timeStyle: "short" },
  F: { dateStyle: "full", timeStyle: "short" },
};

/** Writes a time in one of Discord's timestamp styles; `R` is relative to `nowMs`. */
export function describeTime(timeMs: number, style: string, nowMs: number): string {
  if (style !== "R") return new Intl.DateTimeFormat("en", styles[style] ?? styles.f).format(timeMs);
  const distance = timeMs - nowMs;
  const [unit, length] = units.find(([, size]) => Math.abs(distance) >= size) ?? ["second", 1_000];
  return new Intl.RelativeTimeFormat("en", { numeric: "auto" }).format(Math.round(distance / length), unit);
}

/** Writes a time in full. */
export function exactTime(timeMs: number): string {
  return describeTime(timeMs, "F", timeMs);
}

/** Writes when a message was sent, as Discord does beside a name. */
export function messageTime(timeMs: number, nowMs: number): string {
  const clock = describeTime(timeMs, "t", nowMs);
  const days = dayNumber(nowMs) - dayNumber(timeMs);
  if (days === 0) return clock;
  if (days === 1) return `Yesterday at ${clock}`;
  return `${describeTime(timeMs, "d", nowMs)}, ${clock}`;
}

/** Numbers the days of the local calendar. */
export function dayNumber(timeMs: number): number {
  const date = new Date(timeMs);
  return Math.round(Date.UTC(date.getFullYear(), date.getMonth(), date.getDate()) / DAY_MS);
}
