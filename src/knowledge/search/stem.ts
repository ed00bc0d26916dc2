const VOWEL = /[aeiouy]/;

/** Cuts the commonest English endings: "rounding", "rounded" and "rounds" become "round", "soreness" becomes "sor". */
export function stem(word: string): string {
  if (word.length < 4 || !/^[a-z]+$/.test(word)) return word;
  return withoutLastE(withoutTense(withoutNess(withoutPlural(word))));
}

function withoutPlural(word: string): string {
  if (word.endsWith("ies") && word.length > 4) return `${word.slice(0, -3)}y`;
  if (/(?:ss|sh|ch|x|z)es$/.test(word)) return word.slice(0, -2);
  return /[^suia]s$/.test(word) ? word.slice(0, -1) : word;
}

function withoutNess(word: string): string {
  return word.endsWith("ness") && word.length > 6 ? word.slice(0, -4) : word;
}

function withoutTense(word: string): string {
  const [, base] = /^(.{3,})(?:ing|in|ed|ly)$/.exec(word) ?? [];
  if (base === undefined || !VOWEL.test(base) || (word.endsWith("in") && !/(.)\1in$/.test(word))) return word;
  return base.replace(/([bdfgmnprt])\1$/, "$1");
}

function withoutLastE(word: string): string {
  const cut = word.length > 3 && word.endsWith("e") ? word.slice(0, -1) : word;
  return cut.endsWith("i") ? `${cut.slice(0, -1)}y` : cut;
}
