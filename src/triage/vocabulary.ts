import { getOrAdd } from "./lookup.ts";

/** Where a word class was found: token positions, half-open. */
export type Mention = { readonly classId: string; readonly start: number; readonly end: number };

/** Word classes, ready to be found in tokens. */
export type Vocabulary = {
  has(form: string): boolean;
  /** Every mention; overlapping mentions all stand. A token may be read in several ways, such as `15` and `#teen`. */
  find(readings: readonly (readonly string[])[]): readonly Mention[];
  /** The single words of some classes, inflections included. */
  formsOf(classIds: ReadonlySet<string>): ReadonlySet<string>;
};

/** What the forms of a word belong to: class numbers, and the numbers of longer phrases that begin with it. */
type Entry = { readonly classes: readonly number[]; readonly phrases: readonly number[] };

/** A longer phrase: its later words by number. */
type Phrase = { readonly classNumber: number; readonly rest: readonly number[] };

type Tables = {
  readonly classIds: readonly string[];
  readonly phrases: readonly Phrase[];
  /** The second word of each phrase, by number. */
  readonly seconds: Int32Array;
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
  const { numbers, entries, classIds } = tables;
  return {
    has: (form) => (entries[numbers.get(form) ?? -1]?.classes.length ?? 0) > 0,
    find: (readings) => findMentions(tables, readings),
    formsOf: (wanted) => {
      const isWanted = classIds.map((id) => wanted.has(id));
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
  const seconds = Int32Array.from(compiled, ({ rest }) => rest[0] as number);
  return { classIds: Object.keys(classes), phrases: compiled, seconds, numbers, entries, singulars };
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

function findMentions(tables: Tables, readings: readonly (readonly string[])[]): readonly Mention[] {
  const { numbers, entries, classIds, phrases, seconds } = tables;
  const numbered: number[][] = [];
  /** What each token may be as a later word of a phrase. */
  const later: number[][] = [];
  for (const forms of readings) {
    const known: number[] = [];
    const plural: number[] = [];
    for (const form of forms) {
      const number = numbers.get(form);
      if (number === undefined) continue;
      known.push(number);
      plural.push(number, tables.singulars[number] as number);
    }
    numbered.push(known);
    later.push(plural);
  }
  const mentions: Mention[] = [];
  numbered.forEach((forms, i) => {
    const next = later[i + 1];
    for (const number of forms) {
      const entry = entries[number];
      if (entry === undefined) continue;
      for (const one of entry.classes) mentions.push({ classId: classIds[one] as string, start: i, end: i + 1 });
      if (next === undefined) continue;
      for (const one of entry.phrases) {
        // Small words begin a hundred phrases each: the second word tells nearly all of them apart.
        if (!next.includes(seconds[one] as number)) continue;
        const { classNumber, rest } = phrases[one] as Phrase;
        if (!rest.every((word, k) => later[i + 1 + k]?.includes(word))) continue;
        mentions.push({ classId: classIds[classNumber] as string, start: i, end: i + 1 + rest.length });
      }
    }
  });
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
