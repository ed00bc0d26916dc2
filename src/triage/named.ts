/** A name with its hash, which is reckoned once for all texts that it stands in. */
export type Named = { readonly name: string; readonly hash: number };

export const named = (name: string): Named => ({ name, hash: hashOf(name) });

const FNV_START = 0x811c9dc5;
const FNV_PRIME = 0x01000193;

/** FNV-1a over the UTF-16 units of a text. */
export function hashOf(text: string, start = 0, end = text.length): number {
  let hash = FNV_START;
  for (let i = start; i < end; i++) hash = Math.imul(hash ^ text.charCodeAt(i), FNV_PRIME);
  return hash;
}
