import { installChromium } from "../scripts/install-chromium.ts";

/** The set-up of the tests: what they need beyond npm. */
export default async function setup(): Promise<void> {
  const missing = await installChromium((line) => console.log(line));
  if (missing !== null) console.warn(`\n  SKIPPED: ${missing}\n`);
}
