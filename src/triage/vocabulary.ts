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
  /** Longer phrases that begin with it, by the number of their second word; null where there are none. */
  readonly phrases: ReadonlyMap<number, readonly Phrase[]> | null;
  /** What it may be as a later word of a phrase. */
  readonly later: readonly number[];
};

/** What the forms of a word belong to: class numbers, and the numbers of longer phrases that begin with it. */
type Entry = { readonly classes: readonly number[]; readonly phrases: readonly number[] };

/** A longer phrase: its later words by number. */
export type Phrase = { readonly classNumber: number; readonly rest: readonly number[] };

type Tables = {
  readonly classes: readonly Named[];
  readonly phrases: readonly Phrase[];
  /** Every form, and every later word of a phrase, to its number. */
  readonly numbers: ReadonlyMap<string, number>;
  /** By number; absent for words that stand only inside phrases. */
  readonly entries: readonly (Entry | undefined)[];
  /** By number: the later word that this one is the plural of; -1 for none. */
  readonly singulars: Int32Array;
};

/**
 * Compiles word classes; a plain word also stands for its inflections, `word!` for itself alone.
 *
 * @param classes Class name to its words and phrases, in lower case without apostrophes.
 */
export function createVocabulary(classes: Readonly<Record<string, readonly string[]>>): Vocabulary {
  const tables = compile(classes);
  const { numbers, entries } = tables;
  return {
    has: (form) => (entries[numbers.get(form) ?? -1]?.classes.length ?? 0) > 0,
    lookUp: (readings) => lookUp(tables, readings),
    find: (words) => findMentions(tables, words),
    formsOf: (wanted) => {
      const isWanted = tables.classes.map(({ name }) => wanted.has(name));
      const forms = new Set<string>();
      for (const [form, number] of numbers) if (entries[number]?.classes.some((one) => isWanted[one])) forms.add(form);
      return forms;
    },
  };
}

/** Thousands of words share few entries: the forms of a word have one together, unless another word adds to it. */
function compile(classes: Readonly<Record<string, readonly string[]>>): Tables {
  const { bases, phrases } = gatherBases(classes);
  const numbers = new Map<string, number>();
  const entries: (Entry | undefined)[] = [];
  for (const [word, base] of bases) {
    for (const form of word.endsWith("!") ? [word.slice(0, -1)] : inflections(word)) {
      const number = numberOf(form, numbers);
      const other = entries[number];
      entries[number] = other === undefined ? base : merge(other, base);
    }
  }
  const plurals = new Map<string, number>();
  const compiled = phrases.map(({ classNumber, rest }) => ({
    classNumber,
    rest: rest.map((word) => {
      // Later words of a phrase may be plural: "shoulder blade" also finds "shoulder blades".
      getOrAdd(plurals, word, () => numberOf(`${word}s`, numbers));
      return numberOf(word, numbers);
    }),
  }));
  const singulars = new Int32Array(numbers.size).fill(-1);
  for (const [word, plural] of plurals) singulars[plural] = numberOf(word, numbers);
  return { classes: Object.keys(classes).map(named), phrases: compiled, numbers, entries, singulars };
}

type Base = { readonly classes: number[]; readonly phrases: number[] };

/** First words, with the `!` of those that stand for themselves alone, to what they belong to. */
function gatherBases(classes: Readonly<Record<string, readonly string[]>>) {
  const bases = new Map<string, Base>();
  const phrases: { readonly classNumber: number; readonly rest: readonly string[] }[] = [];
  Object.values(classes).forEach((words, classNumber) => {
    for (const word of words) {
      const isExact = word.endsWith("!");
      const [first = "", ...rest] = (isExact ? word.slice(0, -1) : word).split(" ");
      const key = isExact ? `${first}!` : first;
      const base = getOrAdd(bases, key, () => ({ classes: [], phrases: [] }));
      if (rest.length > 0) base.phrases.push(phrases.push({ classNumber, rest }) - 1);
      else if (base.classes.at(-1) !== classNumber) base.classes.push(classNumber);
    }
  });
  return { bases, phrases };
}

function numberOf(word: string, numbers: Map<string, number>): number {
  return getOrAdd(numbers, word, () => numbers.size);
}

/** In the order of the content, as if both had been one word. */
function merge(a: Entry, b: Entry): Entry {
  const join = (some: readonly number[], others: readonly number[]) =>
    [...new Set([...some, ...others])].sort((one, other) => one - other);
  return { classes: join(a.classes, b.classes), phrases: join(a.phrases, b.phrases) };
}

function lookUp(tables: Tables, readings: readonly string[]): LookedUp {
  const known = readings.flatMap((form) => tables.numbers.get(form) ?? []);
  const entries = known.flatMap((number) => tables.entries[number] ?? []);
  const phrases = entries.flatMap((entry) => entry.phrases.map((one) => tables.phrases[one] as Phrase));
  return {
    classes: entries.flatMap((entry) => entry.classes.map((one) => tables.classes[one] as Named)),
    // Small words begin a hundred phrases each: the second word tells nearly all of them apart.
    phrases: phrases.length === 0 ? null : Map.groupBy(phrases, ({ rest }) => rest[0] as number),
    later: known.flatMap((number) => [number, tables.singulars[number] as number]).filter((number) => number >= 0),
  };
}

function findMentions({ classes }: Tables, words: readonly LookedUp[]): readonly Mention[] {
  const mentions: Mention[] = [];
  const add = (of: Named, start: number, end: number): void => {
    mentions.push({ classId: of.name, named: of, start, end });
  };
  for (let i = 0; i < words.length; i++) {
    const { classes: own, phrases } = words[i] as LookedUp;
    for (const one of own) add(one, i, i + 1);
    if (phrases === null) continue;
    for (const second of words[i + 1]?.later ?? []) {
      for (const { classNumber, rest } of phrases.get(second) ?? []) {
        const isWhole = rest.every((word, k) => k === 0 || words[i + 1 + k]?.later.includes(word));
        if (isWhole) add(classes[classNumber] as Named, i, i + 1 + rest.length);
      }
    }
  }
  return mentions;
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
