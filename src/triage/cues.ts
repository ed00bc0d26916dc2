import type { MarkedText } from "./ground.ts";
import { firstFrom, lazy } from "./lookup.ts";
import { type Tally, tally } from "./tally.ts";
import type { Mention } from "./vocabulary.ts";

export const cueClass = (name: string): string => `cue ${name}`;

/** Where one kind of cue stands, such as every negation of a text. */
export class Cue {
  /** In the order of their starts. */
  readonly mentions: readonly Mention[];
  readonly #byEnd: () => readonly Mention[];
  readonly #covered: () => readonly number[];

  constructor(text: MarkedText, name: string) {
    const classId = cueClass(name);
    this.mentions = text.byClass.get(classId) ?? [];
    this.#byEnd = lazy(() => this.mentions.toSorted((a, b) => a.end - b.end));
    this.#covered = () => text.coverage(classId);
  }
  get isAbsent(): boolean {
    return this.mentions.length === 0;
  }
  covers(position: number): boolean {
    return !this.isAbsent && this.#covered()[position] === 1;
  }
  /** Whether one begins at this token. */
  startsAt(position: number): boolean {
    return this.nextAfter(position)?.start === position;
  }
  /** Whether one begins at this token or later. */
  isFrom(position: number): boolean {
    return (this.mentions.at(-1)?.start ?? -1) >= position;
  }
  /** Those that end at or before a token, the nearest first. */
  *before(position: number): Iterable<Mention> {
    if (this.isAbsent) return;
    const byEnd = this.#byEnd();
    for (let i = firstFrom(byEnd, position + 1, endOf) - 1; i >= 0; i--) yield byEnd[i] as Mention;
  }
  /** Those that begin at a token or later, the nearest first. */
  *after(position: number): Iterable<Mention> {
    for (let i = this.#firstStart(position); i < this.mentions.length; i++) yield this.mentions[i] as Mention;
  }
  nextAfter(position: number): Mention | undefined {
    return this.mentions[this.#firstStart(position)];
  }
  lastBefore(position: number): Mention | undefined {
    if (this.isAbsent) return undefined;
    const byEnd = this.#byEnd();
    return byEnd[firstFrom(byEnd, position + 1, endOf) - 1];
  }
  #firstStart(position: number): number {
    return this.isAbsent ? 0 : firstFrom(this.mentions, position, startOf);
  }
}

const startOf = ({ start }: Mention): number => start;
const endOf = ({ end }: Mention): number => end;

/** All that the context of a sign is read from; what is counted is counted once for the whole text. */
export class Cues {
  readonly text: MarkedText;
  readonly #byName = new Map<string, Cue>();
  readonly #partings: Tally;
  readonly #commas: Tally;

  constructor(text: MarkedText) {
    this.text = text;
    const { tokens } = text;
    const isStop = (i: number): boolean => this.of("ends-scope").covers(i) && PARTING.has(tokens[i]?.norm ?? "");
    this.#partings = tally(tokens.length, (i) => tokens[i + 1]?.breakBefore === "clause" || isStop(i));
    this.#commas = tally(tokens.length, (i) => tokens[i]?.breakBefore === "comma");
  }
  of(name: string): Cue {
    const known = this.#byName.get(name);
    if (known !== undefined) return known;
    const cue = new Cue(this.text, name);
    this.#byName.set(name, cue);
    return cue;
  }
  /** Whether a dash, bracket or "but" stands in a range of tokens. */
  isParted(from: number, to: number): boolean {
    return this.#partings(from, to) > 0;
  }
  hasComma(from: number, to: number): boolean {
    return this.#commas(from, to + 1) > 0;
  }
}

const PARTING = new Set(["but", "because", "cuz", "cos", "however", "tho", "though", "now", "just"]);
