import { z } from "zod";

/** Discord shows a select option's description up to this length; summaries are used as one. */
export const LONGEST_SUMMARY = 100;
/** Discord's limit for a button's label; titles are used as one. */
export const LONGEST_TITLE = 80;
/** Leaves room in Discord's 4,000 characters a message for heading, source line and notes. */
export const LONGEST_BODY = 2800;
/** A body with all notes that may stand under it; the rest is for heading, labels and source line. */
export const LONGEST_CARD = 3600;

/** A file name without its ending; short, because several of them travel in one button. */
export const id = z
  .string()
  .max(40)
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, "must be lower-case words joined by hyphens");

/** One line of text without a break. */
export const line = z
  .string({
    error: (issue) => (issue.input === undefined ? "is missing" : 'must be text; put it in quotes if it holds ": "'),
  })
  .trim()
  .min(1, "must not be empty")
  .max(400)
  .refine((text) => !text.includes("\n"), "must be one line");

export const title = line.max(LONGEST_TITLE, `must fit a Discord button: at most ${LONGEST_TITLE} characters`);
export const summary = line.max(LONGEST_SUMMARY, `must fit a Discord select: at most ${LONGEST_SUMMARY} characters`);

/** A name somebody might type; lower case, so that two spellings cannot hide from the duplicate check. */
export const alias = z
  .string()
  .trim()
  .min(2)
  .max(100)
  .refine((text) => text === text.toLowerCase(), "must be in lower case");

export const date = z.iso.date("must be a date such as 2022-09-23");

/** The level from which on something must not be shown: 1 means never beside any warning. */
export const notWhile = z.union([z.literal(1), z.literal(2), z.literal(3)]);
