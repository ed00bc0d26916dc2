import type { ExchangeReport, RequestReport } from "../page-protocol.ts";
import type { App } from "./app.ts";
import { fetchReport } from "./connection.ts";
import { el } from "./element.ts";

const KEPT = 30;

/**
 * Creates the panel that shows each interaction and its answers as they travel, how long they took and whether they
 * meet Discord's contract; hidden, and asking for nothing, until it is switched on.
 */
export function createInspector(app: App): { element: HTMLElement; toggle(): boolean } {
  const list = el("div", { class: "exchanges", role: "log", "aria-label": "Exchanges" });
  const element = el(
    "aside",
    { class: "inspector", "aria-label": "Inspector", hidden: true },
    el("h2", {}, "Inspector"),
    el(
      "p",
      { class: "panel-note" },
      "What Discord sent to the bot, what the bot sent back, and whether Discord would take it. The newest comes first.",
    ),
    list,
  );
  const rows = new Map<string, HTMLElement>();

  const draw = async (id: string) => {
    const report = await fetchReport(id);
    if (report === null) return;
    const before = rows.get(id);
    const row = drawReport(report, before?.hasAttribute("open") ?? false);
    rows.set(id, row);
    if (before) before.replaceWith(row);
    else list.prepend(row);
    while (list.children.length > KEPT) list.lastElementChild?.remove();
  };
  let undrawn: string[] = [];
  let drawing = Promise.resolve();
  const drawUndrawn = () => {
    const ids = undrawn;
    undrawn = [];
    // One after the other: what came first shall not overtake.
    for (const id of ids) drawing = drawing.then(() => draw(id));
  };
  app.on("exchange", () => {
    undrawn = [...undrawn.filter((id) => id !== app.lastExchangeId), app.lastExchangeId].slice(-KEPT);
    if (!element.hidden) drawUndrawn();
  });
  return {
    element,
    toggle() {
      element.hidden = !element.hidden;
      if (!element.hidden) drawUndrawn();
      return !element.hidden;
    },
  };
}

function drawReport(report: ExchangeReport, isOpen: boolean): HTMLElement {
  const { requests, person, elapsedMs, status, interaction } = report;
  return el(
    "details",
    { class: "exchange", open: isOpen },
    el(
      "summary",
      {},
      el("span", {}, report.title, el("small", {}, person ?? "of the bot's own accord")),
      elapsedMs === null ? null : el("span", { class: "badge" }, `${elapsedMs.toFixed(1)} ms`),
      verdict(status, requests),
    ),
    el(
      "ul",
      { class: "violations" },
      ...requests.flatMap(({ violations }) => violations).map((violation) => el("li", {}, violation)),
    ),
    interaction === null ? null : json("Interaction", interaction),
    ...requests.flatMap((request) => [
      json(`${request.method} ${request.path} → ${request.status ?? "no answer"}`, request.body),
      request.response === undefined ? null : json("Discord's answer", request.response),
    ]),
  );
}

function verdict(status: ExchangeReport["status"], requests: readonly RequestReport[]): HTMLElement {
  if (status === "failed") return el("span", { class: "badge bad" }, "no answer in 3 s");
  if (status === "waiting") return el("span", { class: "badge" }, "waiting");
  const isMet = requests.every(({ violations }) => violations.length === 0);
  return isMet
    ? el("span", { class: "badge good" }, "✓ meets the contract")
    : el("span", { class: "badge bad" }, "✗ breaks the contract");
}

function json(title: string, value: unknown): HTMLElement {
  return el(
    "details",
    { class: "json" },
    el("summary", {}, title),
    el("pre", { tabindex: 0 }, value === undefined ? "nothing" : JSON.stringify(value, null, 2)),
  );
}
