/** The one clock that is handed out; whoever needs the time asks it, so that tests and the playground can move it. */
export type Clock = { now(): Date };

/** Creates a clock that runs `offsetMs` milliseconds ahead of the computer's. */
export function createClock(offsetMs: number): Clock {
  return { now: () => new Date(Date.now() + offsetMs) };
}
