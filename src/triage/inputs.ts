import type { ReadingContent } from "#src/knowledge/reading-content.ts";
import type { SignCatalogue } from "#src/knowledge/signs.ts";
import type { Answers, Earlier } from "./assessment.ts";
import type { Reading } from "./reading.ts";
import type { SecondReader } from "./second-reader.ts";

/** What is decided from: the words as read, the answers given, and what an earlier card carried. */
export type Inputs = { readonly reading: Reading | null; readonly answers: Answers; readonly earlier: Earlier | null };

/** The content that decides, and the second reader made of it. */
export type Rules = {
  readonly signs: SignCatalogue;
  readonly reading: ReadingContent;
  readonly secondReader: SecondReader | null;
};
