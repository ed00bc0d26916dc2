const LENGTH = 10;

/** A number as a bar of ten characters beside the largest of its kind, and in digits; narrow enough for a phone. */
export function textBar(number: number, largest: number): string {
  const share = largest === 0 ? 0 : number / largest;
  // Something is never nothing.
  const filled = number === 0 ? 0 : Math.max(1, Math.round(share * LENGTH));
  return `\`${"█".repeat(filled)}${"░".repeat(LENGTH - filled)}\` **${number.toLocaleString("en-GB")}**`;
}
