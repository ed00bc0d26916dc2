import { UserError } from "#src/errors.ts";
import { packDigits, unpackDigits } from "./mixed-radix.ts";
import { decodeReading, encodeReading, type IdSources, type ReadingState, readingIds } from "./reading-state.ts";

/** A reading of somebody's message, as the helper's buttons carry it; the message's author is the buttons' owner. */
export type CheckedMessage = {
  readonly messageId: string;
  readonly reading: ReadingState;
};

const HALF = 2 ** 32;

/** Writes it for a custom id: the message's id in two halves, then the reading. */
export function encodeChecked({ messageId, reading }: CheckedMessage, sources: IdSources): string {
  const id = BigInt(messageId);
  const halves = [Number(id % BigInt(HALF)), Number(id / BigInt(HALF))];
  const digits = halves.map((value) => ({ value, radix: HALF }));
  return `${packDigits(digits)}.${encodeReading(reading, readingIds(sources))}`;
}

/**
 * Reads it back.
 *
 * @throws UserError when the text is of another version or broken.
 */
export function decodeChecked(text: string, sources: IdSources): CheckedMessage {
  const dot = text.indexOf(".");
  const digits = unpackDigits(text.slice(0, Math.max(0, dot)), [HALF, HALF]);
  if (digits === null) throw new UserError("This message has expired. Please check the message again.");
  const [low = 0, high = 0] = digits;
  return {
    messageId: (BigInt(high) * BigInt(HALF) + BigInt(low)).toString(),
    reading: decodeReading(text.slice(dot + 1), readingIds(sources)),
  };
}
