/** A value and how many different values its place can take: `value` lies in `0 … radix - 1`. */
export type Digit = { readonly value: number; readonly radix: number };

// All of these stand in a custom id as they are, and none of them is its separator.
const ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
const BASE = BigInt(ALPHABET.length);

/**
 * Writes digits of different radixes as one number, and that number as text.
 * The first digits weigh least, so zeros at the end cost nothing.
 *
 * @throws Error when a value does not fit its radix, which is a bug of the caller.
 */
export function packDigits(digits: readonly Digit[]): string {
  let number = 0n;
  for (const { value, radix } of digits.toReversed()) {
    if (!Number.isInteger(value) || value < 0 || value >= radix) throw new Error(`${value} does not fit ${radix}`);
    number = number * BigInt(radix) + BigInt(value);
  }
  let text = "";
  for (; number > 0n; number /= BASE) text += ALPHABET[Number(number % BASE)];
  return text;
}

/** Reads the values back that packDigits wrote for the same radixes; null if the text cannot be such a number. */
export function unpackDigits(text: string, radixes: readonly number[]): number[] | null {
  let number = 0n;
  for (const letter of [...text].toReversed()) {
    const value = ALPHABET.indexOf(letter);
    if (value < 0) return null;
    number = number * BASE + BigInt(value);
  }
  const values = radixes.map((radix) => {
    const value = Number(number % BigInt(radix));
    number /= BigInt(radix);
    return value;
  });
  return number === 0n ? values : null;
}
