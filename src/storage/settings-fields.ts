import { z } from "zod";

/** A Discord id as decimal text: as a number it would lose digits. */
export const discordId = z.string().regex(/^\d{1,20}$/, "must be a Discord id: digits only, in quotes");

/**
 * A short name in kebab-case, such as a command's or a section's. Whether anything bears it is for whoever knows the
 * content: a section that an update removed must not make a server's settings unreadable.
 */
export const slug = z
  .string()
  .regex(/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/, "must be lower-case words joined by hyphens")
  .max(64)
  // The one such word that every object already answers to.
  .refine((name) => name !== "constructor", "is a reserved word");

/** Words of a server's own: neither empty nor longer than told, and nothing in them that nobody can see. */
export function ownText(maxLength: number) {
  return z
    .string()
    .refine((text) => text.trim() !== "", "must not be empty")
    .max(maxLength, `must have at most ${maxLength} characters`)
    .superRefine((text, context) => {
      const hidden = findHiddenCharacter(text);
      if (hidden !== null) context.addIssue({ code: "custom", message: `holds ${hidden}, which nobody can see` });
    });
}

/** The same on one line. */
export function ownLine(maxLength: number) {
  return ownText(maxLength).refine((text) => !text.includes("\n"), "must be one line");
}

/** An address that is safe to show as a link. */
export const httpsAddress = z
  .string()
  .max(512)
  .refine(isSafeAddress, "must be an https address without user name, spaces or brackets");

function isSafeAddress(text: string): boolean {
  const address = URL.parse(text);
  if (address === null || findHiddenCharacter(text) !== null || /[\s<>()\\]/.test(text)) return false;
  return address.protocol === "https:" && address.username === "" && address.password === "";
}

/** Characters that steer or hide: controls, direction overrides, zero width, tags, halves of a character. */
function findHiddenCharacter(text: string): string | null {
  // A joiner between two pictures makes one emoji of them.
  const visible = text.replace(/\n|(?<=\p{Extended_Pictographic}\p{Emoji_Modifier}?\uFE0F?)\u200D(?=\p{So})/gu, "");
  const found = visible.match(/[\p{Cc}\p{Cf}\p{Cs}\u2028\u2029\u3164\uFFA0\u115F\u1160]/u)?.[0];
  if (found === undefined) return null;
  return `U+${(found.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, "0")}`;
}
