import type { Accessory } from "#src/knowledge/accessory.ts";
import { type OwnAccessory, ownAccessories } from "./own-accessories.ts";
import type { ServerVoice } from "./own-words.ts";
import { shownKnowledge } from "./shown-knowledge.ts";

const MOST_CHOICES = 25;

/** An exercise of the article's, or one of the server's own. */
export type FoundAccessory =
  | { readonly kind: "article"; readonly accessory: Accessory }
  | { readonly kind: "own"; readonly accessory: OwnAccessory };

/** Finds the exercise that answers to an id, a name or an alias, however it is written; the article's first. */
export function findAccessory(voice: ServerVoice, name: string): FoundAccessory | null {
  const all = everyAccessory(voice);
  const wanted = plain(name);
  return (
    all.find(({ accessory }) => accessory.id === name) ??
    all.find((one) => wanted !== "" && namesOf(one).some((known) => known === wanted)) ??
    null
  );
}

/** The exercises that what was typed so far may mean: names that begin so first, then all that hold it. */
export function suggestAccessories(voice: ServerVoice, typed: string): FoundAccessory[] {
  const wanted = plain(typed);
  const rank = (one: FoundAccessory) => {
    const names = namesOf(one);
    if (names.some((name) => name.startsWith(wanted))) return 0;
    return names.some((name) => name.includes(wanted)) ? 1 : 2;
  };
  return everyAccessory(voice)
    .filter((one) => rank(one) < 2)
    .sort((a, b) => rank(a) - rank(b))
    .slice(0, MOST_CHOICES);
}

function everyAccessory(voice: ServerVoice): FoundAccessory[] {
  return [
    ...[...shownKnowledge(voice).accessories.values()].map((accessory) => ({ kind: "article", accessory }) as const),
    ...ownAccessories(voice.settings).map((accessory) => ({ kind: "own", accessory }) as const),
  ];
}

function namesOf({ kind, accessory }: FoundAccessory): string[] {
  if (kind === "own") return [plain(accessory.name)];
  const { id, name, aliases, variations } = accessory;
  return [id, name, ...aliases, ...variations.map((one) => one.name)].map(plain);
}

// "Rear-delt flies", "rear delt flies" and "reardelt flies" are one name to whoever types it.
function plain(name: string): string {
  return name.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, "");
}
