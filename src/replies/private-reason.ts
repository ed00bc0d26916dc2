import type { MessageBody } from "#src/discord/reply.ts";
import type { SignCatalogue } from "#src/knowledge/signs.ts";
import type { Assessment, Finding } from "#src/triage/assessment.ts";
import { buildCard } from "./card.ts";
import { isIntimate, WANTS_TO_DIE } from "./intimate.ts";
import { findingWords, NO_WORDS } from "./said.ts";

/** Everything intimate in a reading that a public card must keep to itself. */
export function intimateFindings({ findings, risks }: Assessment, signs: SignCatalogue): Finding[] {
  return [...findings, ...risks].filter(
    ({ id, certainty }) => certainty === "said" && id !== WANTS_TO_DIE && isIntimate(id, signs),
  );
}

/** What the public card leaves out, for the person alone: the words, what they were read as, and why it matters. */
export function privateReason(assessment: Assessment, signs: SignCatalogue): MessageBody {
  const lines = intimateFindings(assessment, signs).map((finding) => {
    const words = findingWords(finding, assessment, { signs, visibility: "private", words: NO_WORDS });
    const { why = "" } = signs.signs.get(finding.id) ?? signs.risks.get(finding.id) ?? {};
    const note = signs.risks.get(finding.id)?.note ?? "";
    return `- **${words}** ${[why, note].filter((text) => text !== "").join(" ")}`;
  });
  return buildCard({
    level: assessment.level,
    parts: [
      { text: "## Only you can see this" },
      { text: "I left this out of my answer in the channel. It is part of why I said it:" },
      { text: lines.slice(0, 5).join("\n") },
    ],
  });
}
