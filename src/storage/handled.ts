import type { Transaction } from "kysely";
import type { Tables } from "./tables.ts";

/** Marks an effect as an interaction's: Discord may deliver an interaction twice, it takes effect once. */
export type Mark = {
  readonly interactionId: string;
  readonly effect: "draft" | "count" | "question" | "reminder";
  readonly at: Date;
};

/**
 * Notes in the transaction of an effect that it is done; false where it was already, and must not be done again.
 * Two deliveries at once cannot both get true: the second waits for the first and finds its row.
 */
export async function markHandled(transaction: Transaction<Tables>, { interactionId, effect, at }: Mark) {
  const result = await transaction
    .insertInto("handled_interactions")
    .values({ interaction_id: interactionId, effect, handled_at: at.getTime() })
    .onConflict((conflict) => conflict.columns(["interaction_id", "effect"]).doNothing())
    .executeTakeFirst();
  return result.numInsertedOrUpdatedRows === 1n;
}

/** Notes many at once; answers with the interactions of which it was not done already. */
export async function markAllHandled(
  transaction: Transaction<Tables>,
  marks: readonly Mark[],
): Promise<ReadonlySet<string>> {
  const rows = await transaction
    .insertInto("handled_interactions")
    .values(
      marks.map(({ interactionId, effect, at }) => ({
        interaction_id: interactionId,
        effect,
        handled_at: at.getTime(),
      })),
    )
    .onConflict((conflict) => conflict.columns(["interaction_id", "effect"]).doNothing())
    .returning("interaction_id")
    .execute();
  return new Set(rows.map(({ interaction_id }) => interaction_id));
}

/** Whether an effect was done before. */
export async function wasHandled(transaction: Transaction<Tables>, { interactionId, effect }: Mark): Promise<boolean> {
  const row = await transaction
    .selectFrom("handled_interactions")
    .select("effect")
    .where("interaction_id", "=", interactionId)
    .where("effect", "=", effect)
    .executeTakeFirst();
  return row !== undefined;
}
