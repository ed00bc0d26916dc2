import axe from "axe-core";
import type { Page } from "playwright-core";

type Found = { readonly id: string; readonly impact: string | null; readonly help: string; readonly where: string[] };

/** What axe-core finds serious or critical on a page as it stands, one line each. */
export async function findFaults(page: Page): Promise<string[]> {
  // Given to the debugger, not to the page: its own policy lets no foreign script in.
  await page.evaluate(`window.axe ?? (() => { ${axe.source} })()`);
  const found = (await page.evaluate(`axe.run(document, { resultTypes: ["violations"] }).then(({ violations }) =>
    violations.map(({ id, impact, help, nodes }) => ({ id, impact, help, where: nodes.map(({ target }) => target.join(" ")) })))`)) as Found[];
  return found
    .filter(({ impact }) => impact === "serious" || impact === "critical")
    .map(({ id, help, where }) => `${id}: ${help} (${where.slice(0, 3).join(", ")})`);
}
