import { join } from "node:path";
import type { Complaints } from "./complaints.ts";
import type { Knowledge } from "./knowledge.ts";

type Named = { readonly file: string; readonly names: readonly string[] };

/** Notes every name that two sections, or two exercises, answer to: nobody could tell which one is meant. */
export function checkNames(folder: string, knowledge: Knowledge, complaints: Complaints): void {
  const sections = [...knowledge.sections.values()].map(({ id, title, aliases }) => ({
    file: join(folder, "sections", `${id}.md`),
    names: [title, ...aliases],
  }));
  const accessories = [...knowledge.accessories.values()].map(({ id, name, aliases }) => ({
    file: join(folder, "accessories", `${id}.yaml`),
    names: [name, ...aliases],
  }));
  for (const group of [sections, accessories]) checkGroup(group, complaints);
}

function checkGroup(group: readonly Named[], complaints: Complaints): void {
  const owners = new Map<string, Named>();
  for (const one of group) {
    for (const name of one.names) {
      const owner = owners.get(key(name));
      if (owner === undefined) owners.set(key(name), one);
      else {
        const where = owner === one ? "stands there twice" : `also belongs to ${owner.file.split(/[\\/]/).at(-1)}`;
        complaints.add(one.file, "aliases", `"${name}" ${where}`);
      }
    }
  }
}

// "Face-pulls" and "face pulls" are one name to whoever types it.
function key(name: string): string {
  return name
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();
}
