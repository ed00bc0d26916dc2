import type { MarkedText } from "./ground.ts";

const NOW = new Set(["now", "today", "tonight", "currently", "rn"]);
const THEN = new Set(["yesterday", "before", "first", "initially", "earlier", "originally", "previously", "then"]);

/** "not sharp yesterday, sharp today": whether the clause from a position tells of now what the words before told of then. */
export function tellsOfNow({ tokens, sentence, sentences }: MarkedText, from: number): boolean {
  const { start = 0 } = sentences[sentence[from] as number] ?? {};
  let isOfThen = false;
  for (let i = start; i < from; i++) {
    const norm = tokens[i]?.norm ?? "";
    if (NOW.has(norm)) return false;
    isOfThen ||= THEN.has(norm);
  }
  for (let i = from; isOfThen && i < tokens.length; i++) {
    if (i > from && tokens[i]?.breakBefore !== "none") return false;
    if (NOW.has(tokens[i]?.norm ?? "")) return true;
  }
  return false;
}
