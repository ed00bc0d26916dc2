// Loaded before the program that is measured: tells whoever started it what it has used so far.

/** What a process has used since its start, and the memory it holds now. */
export type Usage = { readonly cpuMicroseconds: number; readonly residentBytes: number };

process.on("message", () => {
  const { user, system } = process.cpuUsage();
  const usage: Usage = { cpuMicroseconds: user + system, residentBytes: process.memoryUsage.rss() };
  process.send?.(usage);
});
// Being measured must not keep the program alive.
process.channel?.unref();
