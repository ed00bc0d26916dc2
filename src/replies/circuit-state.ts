import { UserError } from "#src/errors.ts";
import type { Knowledge } from "#src/knowledge/knowledge.ts";
import { fingerprint } from "./fingerprint.ts";

/** A circuit as its buttons carry it, so that it goes on after a restart. */
export type CircuitState = {
  /** Ids of exercises, in the knowledge's order. */
  readonly exercises: readonly string[];
  /** Rounds done; null while the exercises are still being chosen. */
  readonly done: number | null;
  /** When round 1 began, in seconds since 1970. */
  readonly startedAt: number;
};

const EXPIRED = "This circuit has expired. Please start again with /circuit.";

/** Writes a circuit for a custom id: which exercises there are at all, which were chosen, rounds done, start. */
export function encodeCircuit({ exercises, done, startedAt }: CircuitState, { accessories }: Knowledge): string {
  const ids = [...accessories.keys()];
  const chosen = ids.reduce((bits, id, index) => bits + (exercises.includes(id) ? 2 ** index : 0), 0);
  return [listPrint(ids), chosen.toString(36), done ?? "", startedAt.toString(36)].join(".");
}

/**
 * Reads it back.
 *
 * @throws UserError when the text is broken, or the exercises have changed since.
 */
export function decodeCircuit(text: string, { accessories, circuit }: Knowledge): CircuitState {
  const ids = [...accessories.keys()];
  const [print, bits = "", rounds = "", start = ""] = text.split(".");
  const chosen = Number.parseInt(bits, 36);
  const done = rounds === "" ? null : Number(rounds);
  const exercises = ids.filter((_, index) => Math.floor(chosen / 2 ** index) % 2 === 1);
  const isCount = done === null || (Number.isInteger(done) && done >= 0 && done <= circuit.rounds);
  if (print !== listPrint(ids) || exercises.length === 0 || !isCount) throw new UserError(EXPIRED);
  return { exercises, done, startedAt: Number.parseInt(start, 36) || 0 };
}

/** A bit must never come to mean another exercise. */
function listPrint(ids: readonly string[]): string {
  return fingerprint(ids.join("\n"));
}
