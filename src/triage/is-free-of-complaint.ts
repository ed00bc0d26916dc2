import type { Assessment } from "./assessment.ts";
import type { Triage } from "./triage.ts";

type Asked = { readonly text: string; readonly now: Date };

// They say too little to be read by themselves, and still are what somebody complains of.
const COMPLAINT = /pain|hurt|ache|aching|injur|sore|tired|sick|\bill\b/i;
const WORD = /\p{L}{4,}/gu;

/**
 * Tells whether a text can be kept without telling anything of anybody's body: the reader saw no sign or symptom in it,
 * set aside or not, and sees none in any of its words when somebody says to have it. "Which belt, I have no numbness"
 * is not free of complaint though nothing in it counts. When in doubt the answer is false: a question lost to the
 * staff's list is the lesser harm.
 */
export function isFreeOfComplaint({ text, now }: Asked, triage: Triage): boolean {
  if (COMPLAINT.test(text) || !reportsNothing(triage.assess({ text, now }))) return false;
  const words = new Set(text.toLowerCase().match(WORD));
  return [...words].every((word) => !triage.tellsOfBody(`I have ${word}`, now));
}

function reportsNothing({ kind, findings, risks, ignored, leftovers }: Assessment): boolean {
  return kind === "nothing-reported" && [findings, risks, ignored, leftovers].every(({ length }) => length === 0);
}
