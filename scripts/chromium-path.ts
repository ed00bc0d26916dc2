/** Where Chromium is, or would be after its installation. */
export const chromiumPath = process.env.CHROMIUM_PATH || "/usr/bin/chromium";

/** What keeps Chromium off the network and out of the way of other tests. */
export const chromiumFlags: readonly string[] = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];
