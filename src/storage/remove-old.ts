import type { Access } from "./access.ts";
import { oldestKeptWeek } from "./counts.ts";
import { draftsTooOld } from "./draft-rows.ts";

const DAY_MS = 86_400_000;
// Discord repeats an interaction within minutes; its token lives for 15 of them.
const HANDLED_KEPT_MS = DAY_MS;
const QUESTIONS_KEPT_MS = 90 * DAY_MS;

/** Removes what was kept long enough. */
export async function removeOld({ write }: Access, now: Date): Promise<void> {
  await write(async (transaction) => {
    await transaction
      .deleteFrom("handled_interactions")
      .where("handled_at", "<", now.getTime() - HANDLED_KEPT_MS)
      .execute();
    await transaction
      .deleteFrom("unanswered_questions")
      .where("first_kept_at", "<=", now.getTime() - QUESTIONS_KEPT_MS)
      .execute();
    await transaction.deleteFrom("command_counts").where("week", "<", oldestKeptWeek(now)).execute();
    await transaction
      .deleteFrom("draft_versions")
      .where("guild_id", "in", (builder) =>
        builder
          .selectFrom("draft_versions")
          .select("guild_id")
          .groupBy("guild_id")
          .having((group) => group(group.fn.max("changed_at"), "<=", draftsTooOld(now))),
      )
      .execute();
  });
}
