/** How strongly a word is parted from the one before it. */
export type Break = "none" | "comma" | "clause" | "sentence";

/** One word or number as read, with half-open offsets into the person's own text. */
export type Token = {
  /** Lower case, without accents, apostrophes and stretched letters. */
  readonly norm: string;
  readonly start: number;
  readonly end: number;
  readonly breakBefore: Break;
  /** Whether the sentence it stands in ends with a question mark. */
  readonly asked: boolean;
};

// Mentions, custom emoji, timestamps and addresses say nothing about a body.
const MARKUP = /<(?:@[!&]?|#|a?:\w+:|t:|\/)[^>\n]{0,80}>|https?:\/\/\S{1,500}/giu;
const PIECE =
  /\d+(?:[.,]\d+)?|[\p{L}\p{M}\u200b-\u200d](?:[\p{L}\p{M}\u200b-\u200d'’‘`´ʼ＇]*[\p{L}\p{M}\u200b-\u200d])?|[.!?…。]+|[,،、]|[;:()[\]{}—–/+&=]|\n+|(?<=\s)-+(?=\s)|%/gu;

/** Nearly every word. */
const PLAIN_WORD = /^[a-z]+$/i;

/** Pronouns are written "im" and "its" as often as "I'm" and "it's"; after other words the part says nothing. */
const JOINED_TO_PART = new Set(["i", "it", "he", "she", "you", "they", "we", "that", "there", "what", "who"]);

/**
 * Splits a text into words and numbers, tidied (Unicode, apostrophes, Discord markup, stretched letters).
 *
 * "2wks" gives `2` and `wks`; "can't" gives `cant`, "I'm" `im`; "I'll" gives `i` and `will`. Emoji and markup give nothing.
 */
export function readWords(text: string): readonly Token[] {
  const marked = /<|http/i.test(text) ? text.replace(MARKUP, (markup) => " ".repeat(markup.length)) : text;
  // "my **neck**'s sore" is one word as "my neck's sore" is.
  const plain = /[*_~]/.test(marked) ? marked.replace(/[*_~]/g, "\u200b") : marked;
  const drafts: Draft[] = [];
  let pending: Break = "sentence";
  let sentenceStart = 0;
  const closeSentence = (mark: string): void => {
    if (mark.includes("?")) for (let i = sentenceStart; i < drafts.length; i++) (drafts[i] as Draft).asked = true;
    sentenceStart = drafts.length;
  };
  for (const match of plain.matchAll(PIECE)) {
    const raw = match[0];
    if (PLAIN_WORD.test(raw)) {
      const end = match.index + raw.length;
      const norm = unstretch(raw.toLowerCase());
      drafts.push({ norm, start: match.index, end, breakBefore: pending, asked: false });
      pending = "none";
      continue;
    }
    const kind = BREAKS.get(raw[0]) ?? "none";
    if (kind !== "none") {
      if (kind === "sentence") closeSentence(raw);
      pending = stronger(pending, kind);
      continue;
    }
    const start = match.index + (/^[\u200b-\u200d]*/.exec(raw)?.[0].length ?? 0);
    const end = match.index + raw.replace(/[\u200b-\u200d]+$/, "").length;
    for (const norm of normaliseWord(raw)) {
      drafts.push({ norm, start, end, breakBefore: pending, asked: false });
      pending = "none";
    }
  }
  return drafts;
}

type Draft = { -readonly [K in keyof Token]: Token[K] };

/** How strongly a mark parts, by its first character; "weak & numb" and "back/neck" join words, they part no clauses. */
const BREAKS = new Map<string | undefined, Break>([
  ...[...".!?…。\n"].map((mark) => [mark, "sentence"] as const),
  ...[...",،、&+/"].map((mark) => [mark, "comma"] as const),
  ...[...";:()[]{}—–=-"].map((mark) => [mark, "clause"] as const),
]);

const STRENGTH: Record<Break, number> = { none: 0, comma: 1, clause: 2, sentence: 3 };

function stronger(a: Break, b: Break): Break {
  return STRENGTH[b] > STRENGTH[a] ? b : a;
}

function normaliseWord(raw: string): readonly string[] {
  const folded = raw
    .normalize("NFKD")
    .replace(/[\p{M}\u200b-\u200d]/gu, "")
    .toLowerCase()
    .replace(/[’‘`´ʼ＇]/gu, "'");
  const [, base = folded, part] = /^(.+)'(ll|d|re|ve|s|m)$/.exec(folded) ?? [];
  const word = base.replaceAll("'", "");
  return (part === undefined ? [word] : withPart(word, part)).filter((one) => one !== "").map(unstretch);
}

function withPart(word: string, part: string): readonly string[] {
  // "ill" and "shell" are other words.
  if (part === "ll") return [word, "will"];
  return [JOINED_TO_PART.has(word) ? word + part : word];
}

/** "sooo" and "owwww" become "soo" and "oww"; the vocabulary and the speller take the last step. */
function unstretch(word: string): string {
  if (!isStretched(word)) return word;
  return word.replace(/(\p{L})\1{2,}/gu, "$1$1");
}

/** Whether a letter stands three times running; asked of every word, so without a pattern. */
function isStretched(word: string): boolean {
  for (let i = 2; i < word.length; i++) if (word[i] === word[i - 1] && word[i] === word[i - 2]) return true;
  return false;
}
