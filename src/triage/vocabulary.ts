import { getOrAdd } from "./lookup.ts";
import { type Named, named } from "./named.ts";

/** Where a word class was found: token positions, half-open. */
export type Mention = {
  readonly classId: string;
  readonly named: Named;
  readonly start: number;
  readonly end: number;
};

/** Word classes, ready to be found in tokens. */
export type Vocabulary = {
  has(form: string): boolean;
  /** Looks a word up in all ways that it may be read, such as `15` and `#teen`. */
  lookUp(readings: readonly string[]): LookedUp;
  /** Every mention in words that were looked up; overlapping mentions all stand. */
  find(words: readonly LookedUp[]): readonly Mention[];
  /** The single words of some classes, inflections included. */
  formsOf(classIds: ReadonlySet<string>): ReadonlySet<string>;
};

/** What a word belongs to, whichever way it is read. */
export type LookedUp = {
  readonly classes: readonly Named[];
  /** Longer phrases that begin with it, by their second word; null where there are none. */
  readonly phrases: ReadonlyMap<string, readonly Phrase[]> | null;
  /** What it may be as a later word of a phrase, which may be plural: "shoulder blade" also finds "shoulder blades". */
  readonly later: readonly string[];
};

/** A longer phrase by its later words. */
type Phrase = { readonly of: Named; readonly rest: readonly string[] };

/** What a word of the content belongs to: class numbers, and longer phrases that begin with it. */
type Entry = { readonly classes: number[]; readonly phrases: Phrase[] };

/** Words of the content, with the `!` of those that stand for themselves alone. */
type Entries = ReadonlyMap<string, Entry>;

/**
 * Compiles word classes; a plain word also stands for its inflections, `word!` for itself alone.
 *
 * @param classes Class name to its words and phrases, in lower case without apostrophes.
 */
export function createVocabulary(classes: Readonly<Record<string, readonly string[]>>): Vocabulary {
  const names = Object.keys(classes).map(named);
  const entries = entriesOf(Object.values(classes), names);
  return {
    has: (form) => entriesFor(form, entries).some((entry) => entry.classes.length > 0),
    lookUp: (readings) => lookUp(readings, entries, names),
    find: findMentions,
    formsOf: (wanted) => {
      const isWanted = names.map(({ name }) => wanted.has(name));
      const words = [...entries].filter((entry) => entry[1].classes.some((one) => isWanted[one]));
      return new Set(words.flatMap(([word]) => (word.endsWith("!") ? [word.slice(0, -1)] : inflections(word))));
    },
  };
}

function entriesOf(classes: readonly (readonly string[])[], names: readonly Named[]): Entries {
  const entries = new Map<string, Entry>();
  classes.forEach((words, classNumber) => {
    const of = names[classNumber] as Named;
    for (const word of words) {
      const isExact = word.endsWith("!");
      const space = word.indexOf(" ");
      if (space < 0) {
        const { classes } = getOrAdd(entries, word, newEntry);
        if (classes.at(-1) !== classNumber) classes.push(classNumber);
        continue;
      }
      const first = word.slice(0, space);
      const rest = word.slice(space + 1, isExact ? -1 : undefined).split(" ");
      getOrAdd(entries, isExact ? `${first}!` : first, newEntry).phrases.push({ of, rest });
    }
  });
  return entries;
}

const newEntry = (): Entry => ({ classes: [], phrases: [] });

function lookUp(readings: readonly string[], entries: Entries, names: readonly Named[]): LookedUp {
  const found = readings.map((form) => entriesFor(form, entries));
  const phrases = found.flat().flatMap((entry) => entry.phrases);
  return {
    // In the order of the content.
    classes: found.flatMap((some) =>
      [...new Set(some.flatMap((entry) => entry.classes))].sort((a, b) => a - b).map((one) => names[one] as Named),
    ),
    // Small words begin a hundred phrases each: the second word tells nearly all of them apart.
    phrases: phrases.length === 0 ? null : Map.groupBy(phrases, ({ rest }) => rest[0] as string),
    later: readings.flatMap((form) => (form.endsWith("s") ? [form, form.slice(0, -1)] : [form])),
  };
}

/** A form is taken back to its words when it is met: far fewer forms are met than there are. */
function entriesFor(form: string, entries: Entries): readonly Entry[] {
  const words = wordsBehind(form).filter((word) => entries.has(word) && inflections(word).includes(form));
  return [`${form}!`, ...words].flatMap((word) => entries.get(word) ?? []);
}

/** All words that a form may be an inflection of, and some that it is not. */
function wordsBehind(form: string): readonly string[] {
  const words = new Set([form]);
  if (form.endsWith("s")) words.add(form.slice(0, -1)).add(form.slice(0, -2));
  const [, stem] = /^(.+)(?:ing|ed)$/.exec(form) ?? [];
  if (stem !== undefined) words.add(stem).add(`${stem}e`).add(stem.slice(0, -1));
  if (/ie[sd]$/.test(form)) words.add(`${form.slice(0, -3)}y`);
  return [...words];
}

function findMentions(words: readonly LookedUp[]): readonly Mention[] {
  const mentions: Mention[] = [];
  const add = (of: Named, start: number, end: number): void => {
    mentions.push({ classId: of.name, named: of, start, end });
  };
  for (let i = 0; i < words.length; i++) {
    const { classes, phrases } = words[i] as LookedUp;
    for (const one of classes) add(one, i, i + 1);
    const next = words[i + 1];
    if (phrases === null || next === undefined) continue;
    for (const second of next.later) {
      const begun = phrases.get(second);
      if (begun === undefined) continue;
      for (const { of, rest } of begun) if (goesOn(rest, words, i + 1)) add(of, i, i + 1 + rest.length);
    }
  }
  return mentions;
}

/** Whether the later words of a phrase, the first of them apart, stand from a position on. */
function goesOn(rest: readonly string[], words: readonly LookedUp[], from: number): boolean {
  for (let k = 1; k < rest.length; k++) {
    if (words[from + k]?.later.includes(rest[k] as string) !== true) return false;
  }
  return true;
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
