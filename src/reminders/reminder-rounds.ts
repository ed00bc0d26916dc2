import type { DirectMessages } from "#src/discord/direct-messages.ts";
import type { MessageBody } from "#src/discord/reply.ts";
import type { Clock } from "#src/operations/clock.ts";
import type { Log } from "#src/operations/log.ts";
import type { Reminder, ReminderStore } from "#src/storage/reminders.ts";

type Parts = {
  readonly reminders: Pick<ReminderStore, "due" | "deleteSent">;
  readonly directMessages: DirectMessages;
  /** What a reminder says. */
  readonly message: (dueAt: Date) => MessageBody;
  readonly clock: Clock;
  readonly log: Log;
  /** How often is looked for what is due. */
  readonly everyMs?: number;
};

export type ReminderRounds = {
  /** Looks at once, and then again and again: what came due while the bot was away is sent late. */
  start(): void;
  /** Begins no message any more, and resolves when the last one has ended. */
  stop(): Promise<void>;
};

const EVERY_MS = 30_000;
// After a failure a few rounds are left out, so that nobody is asked for the same thing all the time.
const ROUNDS_AFTER_FAILURE = 10;
const MOST_A_ROUND = 100;

/**
 * Creates what sends the reminders. Each is deleted once it was sent, or where the person takes no messages any more;
 * what failed otherwise is tried again.
 */
export function createReminderRounds({ everyMs = EVERY_MS, ...parts }: Parts): ReminderRounds {
  const { reminders, clock, log } = parts;
  let running: Promise<void> | null = null;
  let timer: NodeJS.Timeout | undefined;
  let leaveOut = 0;
  let isStopped = false;

  async function round(): Promise<void> {
    const due = await reminders.due(clock.now(), MOST_A_ROUND);
    for (const reminder of due) if (!isStopped) await remind(reminder, parts).catch(report);
  }

  function report(error: unknown): void {
    leaveOut = ROUNDS_AFTER_FAILURE;
    log.error("A reminder could not be sent; it is tried again in some minutes", { error });
  }

  /** One round after the other: a slow one is not overtaken. */
  function look(): void {
    if (leaveOut > 0) leaveOut -= 1;
    else
      running ??= round()
        .catch(report)
        .finally(() => {
          running = null;
        });
  }

  return {
    start() {
      timer = setInterval(look, everyMs).unref();
      look();
    },
    async stop() {
      isStopped = true;
      clearInterval(timer);
      await running;
    },
  };
}

async function remind(reminder: Reminder, { directMessages, message, reminders, log }: Parts): Promise<void> {
  const direct = await directMessages.open(reminder.userId);
  // Sent again after a crash it is still one message.
  const sent = (await direct?.post(message(reminder.dueAt), onceOf(reminder))) ?? null;
  if (sent === null) log.info("A reminder was deleted unsent: its owner takes no direct messages any more");
  await reminders.deleteSent(reminder);
}

function onceOf({ userId, dueAt }: Reminder): string {
  return `r${BigInt(userId).toString(36)}.${Math.floor(dueAt.getTime() / 60_000).toString(36)}`;
}
