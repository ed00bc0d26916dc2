// Zalgo stacks dozens of marks on one letter; real writing needs at most a few.
const TOO_MANY_MARKS = /(\p{M}{4})\p{M}+/gu;
// Letters and marks that show nothing at all, such as the Hangul fillers and the blank Braille cell.
const BLANK_LETTERS = /\u034f|\u17b4|\u17b5|[\u115f\u1160\u2800\u3164\uffa0]|[\u180b-\u180f]|[\u{e0100}-\u{e01ef}]/gu;
// Format characters turn text around or hide in it; the two joiners are dealt with apart.
const FORMAT = /[^\P{Cf}\u200c\u200d]/gu;
const UNSHOWABLE = /[\p{Co}\p{Cn}]/gu;
const MARK = /\p{M}/u;
const JOINER = /[\u200c\u200d]/gu;
const EMOJI_BEFORE = /(?:[\p{Extended_Pictographic}\p{Emoji_Modifier}]|\ufe0f)$/u;
const EMOJI_AFTER = /^\p{Extended_Pictographic}/u;
// Scripts whose spelling needs the joiners between letters.
const JOINING =
  /^[\p{Script=Arabic}\p{Script=Syriac}\p{Script=Mongolian}\p{Script=Devanagari}\p{Script=Bengali}\p{Script=Gurmukhi}\p{Script=Gujarati}\p{Script=Oriya}\p{Script=Tamil}\p{Script=Telugu}\p{Script=Kannada}\p{Script=Malayalam}\p{Script=Sinhala}]$/u;
// Our own cards put the person's words between curly quotes, so the words themselves must hold none.
const DOUBLE_QUOTES = /["\u201c\u201d\u201e\u201f\u00ab\u00bb\u2033\u2036\u301d\u301e\uff02]/gu;

/**
 * Makes somebody's words fit to stand in one line of a card: nothing invisible, nothing that turns the text around,
 * no stacked marks, no double quotes, and at most `longest` characters.
 */
export function cleanWords(words: string, longest: number): string {
  const visible = words
    .toWellFormed()
    .replace(/[\s\p{Cc}\p{Z}]+/gu, " ")
    .replace(FORMAT, "")
    .replace(UNSHOWABLE, "")
    .replace(BLANK_LETTERS, "");
  return cut(settled(visible.replace(DOUBLE_QUOTES, "'")), longest);
}

/** Each step can make work for another: marks change their order where a joiner goes. Every round only shortens. */
function settled(text: string): string {
  const tidy = dropStrayJoiners(text.normalize("NFC"))
    .normalize("NFC")
    .replace(TOO_MANY_MARKS, "$1")
    .replace(/ +/g, " ")
    .trim();
  return tidy === text ? text : settled(tidy);
}

function dropStrayJoiners(text: string): string {
  return text.replace(JOINER, (joiner, offset: number) => {
    const before = text.slice(0, offset);
    const after = text.slice(offset + 1);
    if (joiner === "\u200d" && EMOJI_BEFORE.test(before.slice(-2)) && EMOJI_AFTER.test(after.slice(0, 2)))
      return joiner;
    return JOINING.test(lastLetter(before)) && JOINING.test(firstLetter(after)) && !MARK.test(firstLetter(after))
      ? joiner
      : "";
  });
}

function lastLetter(text: string): string {
  return [...text.slice(-2)].at(-1) ?? "";
}

function firstLetter(text: string): string {
  return [...text.slice(0, 2)].at(0) ?? "";
}

function cut(text: string, longest: number): string {
  if (text.length <= longest) return text;
  let kept = "";
  // Whole characters as a reader sees them: half an emoji would be another picture.
  for (const { segment } of new Intl.Segmenter("en", { granularity: "grapheme" }).segment(text.slice(0, longest * 2))) {
    if (kept.length + segment.length > longest - 1) break;
    kept += segment;
  }
  return `${settled(kept)}…`;
}
