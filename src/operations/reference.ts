import { randomInt } from "node:crypto";

// Read aloud or typed from a screenshot: nothing that looks like something else.
const LETTERS = "23456789ABCDEFGHJKMNPQRSTVWXYZ";

/** Creates the 8 characters that tie the sentence a person saw to the line in the log. */
export function createReference(): string {
  return Array.from({ length: 8 }, () => LETTERS[randomInt(LETTERS.length)]).join("");
}
