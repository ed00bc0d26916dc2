import { z } from "zod";
import { findLineFault, fitLines, foldLines } from "./own-lines.ts";
import { findTextFault, findVariableFault, isSafeAddress, type Variable } from "./own-text.ts";

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

/** A name of a thing of the server's own; short, because it travels in buttons. */
export const ownName = slug.max(40, "must have at most 40 characters");

/** Words of a server's own: neither empty nor longer than told, mentioning nobody, hiding and masking nothing. */
export function ownText(maxLength: number) {
  return z
    .string()
    .refine((text) => text.trim() !== "", "must not be empty")
    .max(maxLength, `must have at most ${maxLength} characters`)
    .superRefine((text, context) => {
      const fault = findTextFault(text);
      if (fault !== null) context.addIssue({ code: "custom", message: fault });
    });
}

/** The same with variables to fill in; others are refused with the list. */
export function ownTemplate(maxLength: number, known: readonly Variable[]) {
  return ownText(maxLength).superRefine((text, context) => {
    const fault = findVariableFault(text, known);
    if (fault !== null) context.addIssue({ code: "custom", message: fault });
  });
}

/** Lines for a card of ours: folded, and few, so that what the card says stays in sight. */
export function ownCardLines(maxLength: number, known: readonly Variable[]) {
  return ownTemplate(maxLength, known)
    .overwrite(foldLines)
    .superRefine((text, context) => {
      const fault = findLineFault(text);
      if (fault !== null) context.addIssue({ code: "custom", message: fault });
    });
}

/** The same as read from storage: what was kept before there was a limit must not make a server's settings unreadable. */
export function keptCardLines(maxLength: number, known: readonly Variable[]) {
  return ownTemplate(maxLength, known).overwrite((text) => fitLines(foldLines(text)));
}

/** Words of a server's own on one line. */
export function ownLine(maxLength: number) {
  return ownText(maxLength).refine((text) => !text.includes("\n"), "must be one line");
}

/** An address that is safe to show as a link. */
export const httpsAddress = z
  .string()
  .max(512, "must have at most 512 characters")
  .refine(isSafeAddress, "must be an https address without user name, spaces or brackets");
