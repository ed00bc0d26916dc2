/** Where a word class was found: token positions, half-open. */
export type Mention = { readonly classId: string; readonly start: number; readonly end: number };

type Phrase = { readonly rest: readonly string[]; readonly classId: string };

/** What one form of a word belongs to, and the longer phrases that begin with it. */
type Entry = { readonly classes: string[]; readonly phrases: Phrase[] };

/** Word classes, ready to be found in tokens. */
export type Vocabulary = {
  has(form: string): boolean;
  /** Every mention; overlapping mentions all stand. A token may be read in several ways, such as `15` and `#teen`. */
  find(readings: readonly (readonly string[])[]): readonly Mention[];
  /** The single words of some classes, inflections included. */
  formsOf(classIds: ReadonlySet<string>): ReadonlySet<string>;
};

/**
 * Compiles word classes; a plain word also stands for its inflections, `word!` for itself alone.
 *
 * @param classes Class name to its words and phrases, in lower case without apostrophes.
 */
export function createVocabulary(classes: Readonly<Record<string, readonly string[]>>): Vocabulary {
  const entries = new Map<string, Entry>();
  for (const [classId, words] of Object.entries(classes)) {
    for (const word of words) addWord(entries, classId, word);
  }
  return {
    has: (form) => (entries.get(form)?.classes.length ?? 0) > 0,
    find: (readings) => findMentions(entries, readings),
    formsOf: (classIds) =>
      new Set([...entries].filter(([, entry]) => entry.classes.some((id) => classIds.has(id))).map(([form]) => form)),
  };
}

function addWord(entries: Map<string, Entry>, classId: string, word: string): void {
  const isExact = word.endsWith("!");
  const [first = "", ...rest] = (isExact ? word.slice(0, -1) : word).split(" ");
  for (const form of isExact ? [first] : inflections(first)) {
    let entry = entries.get(form);
    if (entry === undefined) {
      entry = { classes: [], phrases: [] };
      entries.set(form, entry);
    }
    if (rest.length > 0) entry.phrases.push({ rest, classId });
    else if (!entry.classes.includes(classId)) entry.classes.push(classId);
  }
}

function findMentions(
  entries: ReadonlyMap<string, Entry>,
  readings: readonly (readonly string[])[],
): readonly Mention[] {
  const mentions: Mention[] = [];
  for (let i = 0; i < readings.length; i++) {
    for (const form of readings[i] as readonly string[]) {
      const entry = entries.get(form);
      if (entry === undefined) continue;
      for (const classId of entry.classes) mentions.push({ classId, start: i, end: i + 1 });
      for (const phrase of entry.phrases) {
        if (continues(phrase.rest, readings, i + 1)) {
          mentions.push({ classId: phrase.classId, start: i, end: i + 1 + phrase.rest.length });
        }
      }
    }
  }
  return mentions;
}

function continues(rest: readonly string[], readings: readonly (readonly string[])[], from: number): boolean {
  for (let k = 0; k < rest.length; k++) {
    const forms = readings[from + k];
    if (forms === undefined || !forms.some((form) => isSameWord(form, rest[k] as string))) return false;
  }
  return true;
}

/** Later words of a phrase may be plural: "shoulder blade" also finds "shoulder blades". */
function isSameWord(form: string, word: string): boolean {
  return form === word || (form.length === word.length + 1 && form.endsWith("s") && form.startsWith(word));
}

/** The regular forms of an English word; forms that are no words do no harm. */
function inflections(word: string): readonly string[] {
  if (word.length < 3 || /[^a-z]/.test(word)) return [word];
  const last = word.at(-1) as string;
  const stem = last === "e" ? word.slice(0, -1) : word;
  const forms = [word, `${word}s`, `${stem}ing`, `${stem}ed`];
  if (/[^aeiou]y$/.test(word)) forms.push(`${word.slice(0, -1)}ies`, `${word.slice(0, -1)}ied`);
  if (/(?:s|x|z|ch|sh)$/.test(word)) forms.push(`${word}es`);
  if (/[^aeiou][aeiou][bdgklmnprt]$/.test(word)) forms.push(`${word}${last}ing`, `${word}${last}ed`);
  return forms;
}
