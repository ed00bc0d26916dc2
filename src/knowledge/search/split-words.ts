const PIECE = /[a-z]+|\d+/g;
const MARKS = /\p{M}/gu;
const APOSTROPHES = /['’‘`´]/g;
const STRETCHED = /([a-z])\1{2,}/g;

/** Splits a text into plain lower-case words and numbers: "Can't lift 405lbs" gives cant, lift, 405, lbs. */
export function splitWords(text: string): string[] {
  const plain = text.normalize("NFKD").replace(MARKS, "").toLowerCase().replace(APOSTROPHES, "");
  return plain.replace(STRETCHED, "$1$1").match(PIECE) ?? [];
}
