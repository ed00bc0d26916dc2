import type { Triage } from "#src/triage/triage.ts";
import type { LabelledText } from "./labelled-sets.ts";
import { type Miss, missOf, type Outcome } from "./scores.ts";

const MOST_SIGNS = 15;

/** How often each kind of miss happened, most first. */
export function missesByKind(outcomes: readonly Outcome[]): readonly string[] {
  const counts = countBy(outcomes.map(missOf).filter((miss): miss is Miss => miss !== null));
  return counts.map(([kind, count]) => `${String(count).padStart(5)}  ${kind}`);
}

/** For each sign whose warnings were answered below their level: how many, of how many. */
export function missesBySign(outcomes: readonly Outcome[]): readonly string[] {
  const signOf = ({ text }: Outcome): string => text.findings[0] ?? "no sign";
  const warnings = outcomes.filter(({ text }) => text.level >= 2);
  const low = warnings.filter(({ text, answer }) => answer.level < text.level && !text.accept.includes(answer.level));
  const all = new Map(countBy(warnings.map(signOf)));
  return countBy(low.map(signOf))
    .slice(0, MOST_SIGNS)
    .map(([sign, count]) => `${String(count).padStart(5)} of ${String(all.get(sign) ?? 0).padEnd(4)} ${sign}`);
}

function countBy<Key extends string>(keys: readonly Key[]): readonly (readonly [Key, number])[] {
  const counts = new Map<Key, number>();
  for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + 1);
  return [...counts].toSorted((a, b) => b[1] - a[1]);
}

/** Prints every text of a set that was answered wrongly, with what was found in it and set aside. */
export function printMisses(texts: readonly LabelledText[], triage: Triage, say: (line: string) => void): void {
  let misses = 0;
  for (const text of texts) {
    const answer = triage.assess({ text: text.text, now: new Date(text.now) });
    const miss = missOf({ text, answer });
    if (miss === null) continue;
    misses += 1;
    const levelOf = (level: number, band: string | null): string => `${level}${band === null ? "" : ` ${band}`}`;
    say(
      `${text.id}  ${miss}: wanted ${levelOf(text.level, text.band)}, got ${levelOf(answer.level, answer.band)}${answer.asks ? ", asks" : ""}`,
    );
    say(`  ${JSON.stringify(text.text)}`);
    say(`  wanted ${text.findings.join(", ") || "nothing"}; by ${answer.decidedBy}`);
    for (const { id, quote, certainty } of [...answer.findings, ...answer.risks])
      say(`  + ${id} (${certainty}) ${quote?.text ?? ""}`);
    for (const { id, quote, reason } of answer.ignored) say(`  - ${id} (${reason}) ${quote?.text ?? ""}`);
    for (const { text: words } of answer.leftovers) say(`  ? ${words}`);
  }
  say(`${misses} of ${texts.length} texts`);
}
