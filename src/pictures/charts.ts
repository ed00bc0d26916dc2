import { Worker } from "node:worker_threads";
import type { Diary } from "#src/triage/diary.ts";
import type { ChartOrder, DrawnChart } from "./chart-worker.ts";

/** Draws diaries in a worker, so that nobody else waits for it. */
export type Charts = {
  /** The trend of a diary as a PNG; null where it cannot be drawn now, which is never a reason to fail. */
  draw(diary: Diary): Promise<Uint8Array | null>;
  stop(): Promise<void>;
};

type Options = {
  /** Told why a chart was not drawn. */
  readonly report: (problem: string) => void;
  /** How long a chart is waited for. */
  readonly giveUpAfterMs?: number;
  readonly mostWaiting?: number;
  /** How long an idle worker, and the memory it takes, is kept. */
  readonly idleMs?: number;
  readonly workerFile?: URL;
};

type Waiting = { readonly settle: (png: Uint8Array | null) => void; readonly timer: NodeJS.Timeout };

/** Creates the drawing of charts; the worker starts with the first one. */
export function createCharts(options: Options): Charts {
  const {
    report,
    giveUpAfterMs = 10_000,
    mostWaiting = 50,
    idleMs = 60_000,
    workerFile = new URL("./chart-worker.ts", import.meta.url),
  } = options;
  const waiting = new Map<number, Waiting>();
  let worker: Worker | null = null;
  let nextId = 0;
  let idleTimer: NodeJS.Timeout | undefined;

  function settle(id: number, png: Uint8Array | null): void {
    const one = waiting.get(id);
    if (one === undefined) return;
    waiting.delete(id);
    clearTimeout(one.timer);
    one.settle(png);
    if (waiting.size > 0) return;
    clearTimeout(idleTimer);
    idleTimer = setTimeout(() => void endWorker(), idleMs);
    idleTimer.unref();
  }

  /** Whoever still waits goes without a chart. */
  async function endWorker(): Promise<void> {
    clearTimeout(idleTimer);
    const ending = worker;
    worker = null;
    for (const id of [...waiting.keys()]) settle(id, null);
    clearTimeout(idleTimer);
    await ending?.terminate();
  }

  function startWorker(): Worker {
    const started = new Worker(workerFile);
    // A chart is no reason to keep the process alive.
    started.unref();
    started.on("message", ({ id, png, problem }: DrawnChart) => {
      if (problem !== null) report(problem);
      settle(id, png);
    });
    started.on("error", (error: unknown) => {
      report(error instanceof Error ? error.message : "the worker failed");
      if (worker === started) void endWorker();
    });
    worker = started;
    return started;
  }

  return {
    draw(diary) {
      if (waiting.size >= mostWaiting) {
        report(`${waiting.size} charts are waiting already`);
        return Promise.resolve(null);
      }
      clearTimeout(idleTimer);
      const id = nextId++;
      return new Promise((resolve) => {
        const timer = setTimeout(() => {
          report(`no chart within ${giveUpAfterMs} ms`);
          void endWorker();
        }, giveUpAfterMs);
        waiting.set(id, { settle: resolve, timer });
        (worker ?? startWorker()).postMessage({ id, diary } satisfies ChartOrder);
      });
    },
    stop: endWorker,
  };
}
