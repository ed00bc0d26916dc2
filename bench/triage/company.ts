import type { Triage } from "#src/triage/triage.ts";
import type { LabelledText } from "./labelled-sets.ts";

const LONGEST = 12;
const HERE = "…";
/** What people put around what matters; `…` is the message. */
const COMPANY = [
  "…, sore traps",
  "…, legs are sore from squats",
  "my quads are sore since yesterday. …",
  "bit of doms in my back, also …",
  "hey guys, …, any tips?",
  "…, been lifting 5 years",
  "meet in 3 weeks, …",
  "hit 140 on bench yesterday. …",
  "no fever or anything, …",
  "… (not my knees, they are fine)",
  "…. last year i tore my pec, all healed",
  "…. slept badly, work was mad",
  "probably nothing but …",
  "my dog is fine. …",
  "…, should i train?",
  "my new shoes arrived, …",
  "…. anyway, who is lifting at nationals?",
  "i'm 34 and work in an office. …",
  "i read the article and …",
  "saw a video on form and …",
  "…, how much protein do you eat?",
  "hungover from the party, …",
  "my boss is annoying. …",
  "deads felt amazing but …",
];

/** How many warnings, found when they stand alone, are lost beside one company; the lost that nobody asks about apart. */
export type Hidden = {
  readonly company: string;
  readonly found: number;
  readonly lost: number;
  readonly unasked: number;
};

/** Puts short warnings into everyday company, which should hide none of them. */
export function hiddenByCompany(triage: Triage, texts: readonly LabelledText[]): readonly Hidden[] {
  const assess = (text: string, now: string) => triage.assess({ text, now: new Date(now) });
  const found = texts.filter(
    ({ text, level, now }) => level >= 2 && text.split(/\s+/).length <= LONGEST && assess(text, now).level >= 2,
  );
  return COMPANY.map((company) => {
    const lost = found
      .map(({ text, now }) =>
        assess(
          company.replace(HERE, () => text.replace(/[.!?\s]+$/, "")),
          now,
        ),
      )
      .filter(({ level }) => level < 2);
    return { company, found: found.length, lost: lost.length, unasked: lost.filter(({ asks }) => !asks).length };
  });
}
