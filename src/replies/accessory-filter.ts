import { type Accessory, EQUIPMENT, type Equipment, MUSCLES, type Muscle } from "#src/knowledge/accessory.ts";
import type { Knowledge } from "#src/knowledge/knowledge.ts";

/** Which exercises are asked for; null means any. */
export type AccessoryFilter = {
  readonly cause: string | null;
  readonly muscle: Muscle | null;
  readonly equipment: Equipment | null;
};

const IN_A_SENTENCE: Readonly<Record<Equipment, string>> = {
  barbell: "a barbell",
  dumbbells: "dumbbells",
  kettlebell: "a kettlebell",
  cable: "a cable",
  band: "a band",
  machine: "a machine",
  "pull-up-bar": "a pull-up bar",
  rings: "rings or straps",
  landmine: "a landmine or T-bar",
  "trap-bar": "a trap bar",
  bench: "a bench",
};
const CAUSE = "cause:";
const MUSCLE = "muscle:";

/** The value of the option `for` for a cause. */
export function forCause(id: string): string {
  return CAUSE + id;
}

/** The value of the option `for` for a muscle. */
export function forMuscle(muscle: Muscle): string {
  return MUSCLE + muscle;
}

/** Reads the options, or what a button carries; anything unknown counts as any. */
export function readFilter(wantedFor: unknown, equipment: unknown): AccessoryFilter {
  const text = typeof wantedFor === "string" ? wantedFor : "";
  return {
    cause: text.startsWith(CAUSE) ? text.slice(CAUSE.length) : null,
    muscle: keysOf(MUSCLES).find((one) => text === forMuscle(one)) ?? null,
    equipment: keysOf(EQUIPMENT).find((one) => one === equipment) ?? null,
  };
}

/** Writes a filter for a button. */
export function encodeFilter({ cause, muscle, equipment }: AccessoryFilter): string {
  const wantedFor = cause === null ? (muscle === null ? "" : forMuscle(muscle)) : forCause(cause);
  return `${wantedFor}.${equipment ?? ""}`;
}

/** Reads it back. */
export function decodeFilter(text: string): AccessoryFilter {
  const [wantedFor, equipment] = text.split(".");
  return readFilter(wantedFor, equipment);
}

/** The exercises that fit; those for a cause come in the order in which they fit best. */
export function matchingAccessories(
  { accessories, causes }: Knowledge,
  { cause, muscle, equipment }: AccessoryFilter,
): Accessory[] {
  const answering = cause === null ? undefined : causes.get(cause);
  const candidates =
    answering === undefined
      ? [...accessories.values()]
      : answering.accessories.flatMap((id) => accessories.get(id) ?? []);
  return candidates.filter(
    (one) =>
      (muscle === null || one.muscles.includes(muscle)) && (equipment === null || one.equipment.includes(equipment)),
  );
}

/** A filter in words that follow "exercises", such as ` for “Sore traps” with a cable`; empty for all. */
export function filterWords({ causes }: Knowledge, { cause, muscle, equipment }: AccessoryFilter): string {
  const title = cause === null ? undefined : causes.get(cause)?.title;
  return [
    title === undefined ? "" : ` for “${title}”`,
    muscle === null ? "" : ` for the ${MUSCLES[muscle].toLowerCase()}`,
    equipment === null ? "" : ` with ${IN_A_SENTENCE[equipment]}`,
  ].join("");
}

function keysOf<Key extends string>(names: Readonly<Record<Key, string>>): Key[] {
  return Object.keys(names) as Key[];
}
