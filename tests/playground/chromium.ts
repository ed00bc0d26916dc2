import { existsSync } from "node:fs";
import { chromiumPath } from "../../scripts/chromium-path.ts";

/** Whether there is a Chromium to test the page with; the set-up of the tests has tried to install one. */
export const hasChromium = existsSync(chromiumPath);
