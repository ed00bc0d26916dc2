import type { Kysely, Transaction } from "kysely";
import { UserError } from "#src/errors.ts";
import type { Tables } from "./tables.ts";

// An interaction must be answered within 3 s, whatever else has the file locked.
const GIVE_UP_AFTER_MS = 2_000;
const RETRY_AFTER_MS = 40;

/** Told of each failure, for the log; the sentence says what whoever runs the bot can do. */
export type ProblemReport = (sentence: string, error?: unknown) => void;

/** The way to the database: busy files are waited for without stopping the process, and failures become sentences. */
export type Access = {
  /** @throws UserError where the database cannot be read. */
  read<Result>(query: (db: Kysely<Tables>) => Promise<Result>, giveUpAfterMs?: number): Promise<Result>;
  /**
   * Writes all or nothing; once it resolves, nothing short of a broken disk takes it back.
   *
   * @throws UserError where nothing was saved because of the disk or the file.
   */
  write<Result>(effect: (transaction: Transaction<Tables>) => Promise<Result>): Promise<Result>;
  /** Does something that no transaction may stand open beside. */
  alone<Result>(work: () => Result): Promise<Result>;
  /** Resolves when nothing is being read or written. */
  idle(): Promise<void>;
};

/** Creates the one way to a database. */
export function createAccess(db: Kysely<Tables>, report: ProblemReport): Access {
  const running = new Set<Promise<unknown>>();

  function track<Result>(work: Promise<Result>): Promise<Result> {
    running.add(work);
    const done = () => void running.delete(work);
    work.then(done, done);
    return work;
  }

  function explain(error: unknown, isWrite: boolean): unknown {
    const failure = describeFailure(error);
    if (failure === null) return error;
    report(`The database ${isWrite ? "could not be written to" : "could not be read"}: ${failure.operator}.`, error);
    const what = isWrite ? "Nothing was saved" : "What is saved cannot be read";
    return new UserError(`${what}: ${failure.person}`, { cause: error });
  }

  async function attempt<Result>(work: () => Promise<Result>, isWrite: boolean, giveUpAfterMs: number) {
    const endsAt = performance.now() + giveUpAfterMs;
    for (;;) {
      try {
        return await work();
      } catch (error) {
        if (!isBusy(error) || performance.now() > endsAt) throw explain(error, isWrite);
      }
      await new Promise((resolve) => setTimeout(resolve, RETRY_AFTER_MS * (0.5 + Math.random())));
    }
  }

  return {
    read: (query, giveUpAfterMs = GIVE_UP_AFTER_MS) => track(attempt(() => query(db), false, giveUpAfterMs)),
    write: (effect) => track(attempt(() => db.transaction().execute(effect), true, GIVE_UP_AFTER_MS)),
    alone: (work) => track(db.connection().execute(async () => work())),
    async idle() {
      while (running.size > 0) await Promise.allSettled(running);
    },
  };
}

/** Leaves undone what nobody asked for and disk or file refused; that was reported already. A bug goes on. */
export function ignoreFailure(error: unknown): void {
  if (!(error instanceof UserError)) throw error;
}

type Failure = { readonly operator: string; readonly person: string };

const ASK = "please tell whoever runs this bot";
const FAILURES: readonly (readonly [RegExp, Failure])[] = [
  [/^SQLITE_(BUSY|LOCKED)/, { operator: "another program keeps it locked", person: "try again in a moment." }],
  [/^SQLITE_FULL/, { operator: "the disk is full", person: `the disk is full. Try again later, or ${ASK}.` }],
  [/^SQLITE_(READONLY|PERM|AUTH)/, { operator: "it is read-only", person: `the database is read-only; ${ASK}.` }],
  [
    /^SQLITE_(CORRUPT|NOTADB)/,
    { operator: "it is damaged; stop the bot and run `npm run restore`", person: `the database is damaged; ${ASK}.` },
  ],
  [/^SQLITE_(IOERR|CANTOPEN|NOMEM|PROTOCOL)/, { operator: "the disk failed", person: `the disk failed; ${ASK}.` }],
];

/** What to tell of an error that comes from disk or file; null for any other, which is a bug. */
function describeFailure(error: unknown): Failure | null {
  const code = codeOf(error);
  return FAILURES.find(([pattern]) => pattern.test(code))?.[1] ?? null;
}

function isBusy(error: unknown): boolean {
  return /^SQLITE_(BUSY|LOCKED)/.test(codeOf(error));
}

function codeOf(error: unknown): string {
  return error instanceof Error && "code" in error ? String(error.code) : "";
}
