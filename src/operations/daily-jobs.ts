import type { Clock } from "./clock.ts";
import type { Log } from "./log.ts";

/** Something to be done once a day; the name is for the log. */
export type DailyJob = { readonly name: string; run(now: Date): Promise<void> };

type Parts = {
  readonly jobs: readonly DailyJob[];
  readonly clock: Clock;
  readonly log: Log;
  /** How often is looked whether a day has begun, and a job that failed is tried again. */
  readonly lookEveryMs?: number;
};

const HOUR_MS = 3_600_000;

export type DailyJobs = {
  /** Does each job at once and then on every new day (UTC); what fails is logged and tried again within the hour. */
  start(): void;
  /** Begins no job any more, and resolves when the last one has ended. */
  stop(): Promise<void>;
};

/** Creates what does the daily jobs. */
export function createDailyJobs({ jobs, clock, log, lookEveryMs = HOUR_MS }: Parts): DailyJobs {
  const doneOn = new Map<DailyJob, string>();
  let running: Promise<void> | null = null;
  let timer: NodeJS.Timeout | undefined;
  let isStopped = false;

  async function runDue(): Promise<void> {
    const now = clock.now();
    const day = now.toISOString().slice(0, 10);
    for (const job of jobs) {
      if (isStopped || doneOn.get(job) === day) continue;
      try {
        await job.run(now);
        doneOn.set(job, day);
      } catch (error) {
        log.error(`A daily job failed and is tried again within the hour: ${job.name}`, { error });
      }
    }
  }

  /** One round after the other: a slow one is not overtaken. */
  function look(): void {
    running ??= runDue().finally(() => {
      running = null;
    });
  }

  return {
    start() {
      timer = setInterval(look, lookEveryMs).unref();
      look();
    },
    async stop() {
      isStopped = true;
      clearInterval(timer);
      await running;
    },
  };
}
