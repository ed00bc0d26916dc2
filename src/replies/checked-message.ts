import { UserError } from "#src/errors.ts";
import type { Knowledge } from "#src/knowledge/knowledge.ts";
import type { SignCatalogue } from "#src/knowledge/signs.ts";
import { packDigits, unpackDigits } from "./mixed-radix.ts";
import { decodeReading, encodeReading, type ReadingState } from "./reading-state.ts";

/** A reading of somebody's message, as the helper's buttons carry it; the message's author is the buttons' owner. */
export type CheckedMessage = {
  readonly messageId: string;
  /** Ids of the reasons that fit. */
  readonly causes: readonly string[];
  readonly reading: ReadingState;
};

type Catalogues = { readonly knowledge: Pick<Knowledge, "causes">; readonly signs: SignCatalogue };

const HALF = 2 ** 32;

/** Writes it for a custom id: the message's id in two halves and a bit for each cause, then the reading. */
export function encodeChecked(
  { messageId, causes, reading }: CheckedMessage,
  { knowledge, signs }: Catalogues,
): string {
  const id = BigInt(messageId);
  const halves = [Number(id % BigInt(HALF)), Number(id / BigInt(HALF))];
  const bits = [...knowledge.causes.keys()].map((cause) => (causes.includes(cause) ? 1 : 0));
  const digits = [...halves.map((value) => ({ value, radix: HALF })), ...bits.map((value) => ({ value, radix: 2 }))];
  return `${packDigits(digits)}.${encodeReading(reading, signs)}`;
}

/**
 * Reads it back.
 *
 * @throws UserError when the text is of another version or broken.
 */
export function decodeChecked(text: string, { knowledge, signs }: Catalogues): CheckedMessage {
  const dot = text.indexOf(".");
  const known = [...knowledge.causes.keys()];
  const digits = unpackDigits(text.slice(0, Math.max(0, dot)), [HALF, HALF, ...known.map(() => 2)]);
  if (digits === null) throw new UserError("This message has expired. Please check the message again.");
  const [low = 0, high = 0, ...bits] = digits;
  return {
    messageId: (BigInt(high) * BigInt(HALF) + BigInt(low)).toString(),
    causes: known.filter((_, index) => bits[index] === 1),
    reading: decodeReading(text.slice(dot + 1), signs),
  };
}
