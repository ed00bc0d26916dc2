/** Waits for a promise at most so long; "late" when it is still working then. */
export async function settleWithin<Value>(work: Promise<Value>, limitMs: number): Promise<Value | "late"> {
  // Whoever stops waiting must not leave a rejection that nobody handles.
  work.catch(() => {});
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<"late">((resolve) => {
    timer = setTimeout(resolve, limitMs, "late");
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}
