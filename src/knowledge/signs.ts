/** One warning sign, or one kind of ordinary soreness, as its content file describes it. */
export type Sign = {
  readonly id: string;
  /** Its place in the compact state that buttons carry; never reused. */
  readonly number: number;
  readonly level: 0 | 1 | 2 | 3;
  readonly band: "emergency" | "same-day" | "prompt" | "routine" | null;
  /** Its name in plain words, as a bullet on a card: "numbness or tingling that stays". */
  readonly title: string;
  /** True where a public card must neither name nor quote it. */
  readonly intimate: boolean;
  /** A yes/no question to the person: "Is any part numb or tingling all the time?" */
  readonly ask: string;
  /** The label of its box on the form; null where it has none. At most ten signs have one. */
  readonly form: string | null;
  /** Why it matters, one or two plain sentences. */
  readonly why: string;
  readonly sources: readonly string[];
};

/** Something about the person that raises levels. */
export type RiskFactor = Pick<Sign, "id" | "number" | "title" | "intimate" | "why" | "sources"> & {
  /** An extra line on the card, such as asking under-18s to tell a parent; null where there is none. */
  readonly note: string | null;
};

/** All signs and risk factors by id; `wants-to-die` and `other-emergency` are signs beyond the reference's. */
export type SignCatalogue = {
  readonly signs: ReadonlyMap<string, Sign>;
  readonly risks: ReadonlyMap<string, RiskFactor>;
};
