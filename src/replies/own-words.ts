import type { Knowledge } from "#src/knowledge/knowledge.ts";
import type { GuildSettings } from "#src/storage/guild-settings.ts";
import { fillVariables } from "#src/storage/own-text.ts";
import { adviceLineWords, findPlace, shortNumbers } from "./emergency-numbers.ts";

/** What a server's own words are filled in and shown with. */
export type ServerVoice = { readonly knowledge: Knowledge; readonly settings: GuildSettings };

/** Stands over everything that is the server's and not ours. */
export const FROM_THIS_SERVER = "-# From this server:";

/** A server's own words, marked as such; empty where there are none. `date` is the day to look again, on cards. */
export function ownWords(text: string | null | undefined, voice: ServerVoice, date?: string): string {
  if (text == null) return "";
  return `${FROM_THIS_SERVER}\n${filledWords(text, voice, date)}`;
}

/** The same without the mark, for where the whole card is marked. */
export function filledWords(text: string, { knowledge, settings }: ServerVoice, date?: string): string {
  const { emergencyNumbers, article } = knowledge;
  const place = findPlace(emergencyNumbers, settings.country);
  return fillVariables(text, {
    numbers: shortNumbers(emergencyNumbers, place),
    advice: adviceLineWords(place),
    country: place?.name ?? "your country",
    article: article.address,
    ...(date === undefined ? {} : { date }),
  });
}
