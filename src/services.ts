import type { Knowledge } from "#src/knowledge/knowledge.ts";
import type { Search } from "#src/knowledge/search/search.ts";
import type { SignCatalogue } from "#src/knowledge/signs.ts";
import type { Triage } from "#src/triage/triage.ts";

/** What every command may ask; built once at the start. */
export type Services = {
  readonly knowledge: Knowledge;
  readonly signs: SignCatalogue;
  readonly triage: Triage;
  readonly search: Search;
};
