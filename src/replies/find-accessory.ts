import type { Accessory } from "#src/knowledge/accessory.ts";
import type { Knowledge } from "#src/knowledge/knowledge.ts";

const MOST_CHOICES = 25;

/** Finds the exercise that answers to an id, a name or an alias, however it is written. */
export function findAccessory({ accessories }: Knowledge, name: string): Accessory | null {
  const exact = accessories.get(name);
  if (exact !== undefined) return exact;
  const wanted = plain(name);
  return [...accessories.values()].find((one) => namesOf(one).some((known) => known === wanted)) ?? null;
}

/** The exercises that what was typed so far may mean: names that begin so first, then all that hold it. */
export function suggestAccessories({ accessories }: Knowledge, typed: string): Accessory[] {
  const wanted = plain(typed);
  const rank = (accessory: Accessory) => {
    const names = namesOf(accessory);
    if (names.some((name) => name.startsWith(wanted))) return 0;
    return names.some((name) => name.includes(wanted)) ? 1 : 2;
  };
  return [...accessories.values()]
    .filter((one) => rank(one) < 2)
    .sort((a, b) => rank(a) - rank(b))
    .slice(0, MOST_CHOICES);
}

function namesOf({ id, name, aliases, variations }: Accessory): string[] {
  return [id, name, ...aliases, ...variations.map((one) => one.name)].map(plain);
}

// "Rear-delt flies", "rear delt flies" and "reardelt flies" are one name to whoever types it.
function plain(name: string): string {
  return name.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, "");
}
