/** Share of a message's words that is left out. */
const SHARE = 0.15;
/** A message of fewer words may lose what it says. */
const FEWEST = 7;
/** Words that turn what is said, tell whose body it is, or count: they stay. */
const KEPT =
  /^(?:no|not|never|nor|none|nothing|without|but|except|if|was|were|had|ago|used|my|his|her|our|their|your|\d.*|.*n['’]?t)$/i;
const MARKS = /[^\p{L}\p{N}'’]/gu;

/**
 * A message without some of its words, so that training does not learn it by heart; null where it has too few.
 *
 * @param random Numbers from 0 up to 1.
 */
export function leaveWordsOut(text: string, random: () => number): string | null {
  const pieces = text.split(/(\s+)/);
  if (pieces.length < 2 * FEWEST - 1) return null;
  const isSpace = (i: number): boolean => i % 2 === 1;
  const isKept = (piece: string, i: number): boolean =>
    isSpace(i) || KEPT.test(piece.replace(MARKS, "")) || random() >= SHARE;
  return pieces.filter(isKept).join("");
}
