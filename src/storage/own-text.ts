/** What a reply fills in where staff wrote the name in braces, such as `{numbers}`. */
export const VARIABLES = {
  numbers: "the emergency numbers, your country's first",
  advice: "your country's line for advice",
  country: "your country",
  article: "the address of the article",
  date: "on cards: the day to look again",
} as const;
export type Variable = keyof typeof VARIABLES;

/** The variables of a text that stands on no card, where there is no day to look again. */
export const WITHOUT_DATE: readonly Variable[] = ["numbers", "advice", "country", "article"];
/** The variables of a card's own lines. */
export const ON_CARDS: readonly Variable[] = [...WITHOUT_DATE, "date"];

// Filled in, each may become much longer, and a text has to fit its card.
const MOST_VARIABLES = 5;
const VARIABLE = /\{\s*([A-Za-z][\w-]*)\s*\}/g;

/** Puts values in the place of `{name}`; what is no variable stays as it is written. */
export function fillVariables(text: string, values: Readonly<Partial<Record<string, string>>>): string {
  return text.replace(VARIABLE, (whole, name: string) => (Object.hasOwn(values, name) ? (values[name] ?? "") : whole));
}

/** What keeps words of a server's own from being shown, as `holds …`; null where nothing does. */
export function findTextFault(text: string): string | null {
  return findHiddenCharacter(text) ?? findMention(text) ?? findBadLink(text);
}

/** What is wrong with the braces of a text that may hold some variables; null where nothing is. */
export function findVariableFault(text: string, known: readonly Variable[]): string | null {
  const used = [...text.matchAll(VARIABLE)];
  const unknown = used.find(([, name]) => !known.some((one) => one === name));
  if (unknown === undefined) {
    return used.length > MOST_VARIABLES ? `holds more than ${MOST_VARIABLES} things to fill in` : null;
  }
  const list = known.map((name) => `{${name}}`).join(", ");
  return `holds ${unknown[0]}, which cannot be filled in here; there are ${list}`;
}

/** Characters that steer or hide: controls, direction overrides, zero width, tags, halves of a character. */
function findHiddenCharacter(text: string): string | null {
  // A joiner between two pictures makes one emoji of them.
  const visible = text.replace(/\n|(?<=\p{Extended_Pictographic}\p{Emoji_Modifier}?\uFE0F?)\u200D(?=\p{So})/gu, "");
  const found = visible.match(/[\p{Cc}\p{Cf}\p{Cs}\u2028\u2029\u2800\u3164\uFFA0\u115F\u1160]/u)?.[0];
  if (found === undefined) return null;
  return `holds U+${(found.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, "0")}, which nobody can see`;
}

/** Nothing but the helper role is ever mentioned, and that is a setting of its own. */
function findMention(text: string): string | null {
  const found = text.match(/@(?:everyone|here)\b|<@[!&]?\d+>/i)?.[0];
  return found === undefined ? null : `holds ${found}, and I mention nobody; the panel sets the helper role`;
}

const MASKED = /\[((?:\\.|[^[\]\\\n])+)\]\(<?([^\s<>()]+)>?(?:\s+(?:"[^"\n]*"|'[^'\n]*'))?\)/g;
const HOST = /(?:[\p{L}\p{N}](?:[\p{L}\p{N}-]*[\p{L}\p{N}])?\.)+\p{L}{2,}/gu;

/** A link says where it leads: https alone, and under a label only if that names the address's own host. */
function findBadLink(text: string): string | null {
  for (const [whole, label = "", address = ""] of text.matchAll(MASKED)) {
    const url = URL.parse(address);
    if (url === null || !isSafeUrl(url)) return `holds the link ${whole}, which is no https address`;
    const host = withoutWww(url.hostname);
    const named = (label.match(HOST) ?? []).map((one) => withoutWww(one.toLowerCase()));
    if (named.length === 0) return `holds ${whole}; its label must name ${host}, so that all see where it leads`;
    if (named.some((one) => one !== host)) return `holds ${whole}, which leads to ${host} and not where its label says`;
  }
  const rest = text.replace(MASKED, " ");
  if (/\]\s?\(/.test(rest)) return "holds a link that I can't read; write [example.org](https://example.org/page)";
  return findBadAddress(rest);
}

function findBadAddress(text: string): string | null {
  for (const [address] of text.matchAll(/\b[a-z][a-z0-9+.-]*:\/\/[^\s<>]*|\b(?:javascript|data|vbscript):\S*/gi)) {
    const url = URL.parse(address);
    if (url === null || !isSafeUrl(url)) return `holds ${address}, which is no https address`;
  }
  return null;
}

/** Whether an address is safe to show as a link. */
export function isSafeAddress(text: string): boolean {
  const address = URL.parse(text);
  if (address === null || findHiddenCharacter(text) !== null || /[\s<>()\\]/.test(text)) return false;
  return isSafeUrl(address);
}

function isSafeUrl({ protocol, username, password, hostname }: URL): boolean {
  return protocol === "https:" && username === "" && password === "" && hostname.includes(".");
}

/** The host of an address as people know it. */
export function hostOf(address: string): string {
  return withoutWww(URL.parse(address)?.hostname ?? "");
}

function withoutWww(host: string): string {
  return host.replace(/^www\./, "");
}
