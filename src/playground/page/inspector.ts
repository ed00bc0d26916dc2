import type { ExchangeReport } from "../page-protocol.ts";
import type { App } from "./app.ts";
import { fetchReport } from "./connection.ts";
import { el } from "./element.ts";

const KEPT = 30;
// Follow-ups come a moment after the answer.
const LATER_MS = 400;

/** Creates the panel that shows each interaction and its answers as they travel; hidden until it is asked for. */
export function createInspector(app: App): { element: HTMLElement; toggle(): boolean } {
  const list = el("div", { class: "exchanges" });
  const element = el(
    "aside",
    { class: "inspector", "aria-label": "Inspector", hidden: true },
    el("h2", {}, "Inspector"),
    el(
      "p",
      { class: "panel-note" },
      "What Discord sent to the bot, and what the bot sent back. The newest comes first.",
    ),
    list,
  );
  const rows = new Map<string, HTMLElement>();

  const draw = async (id: string) => {
    const report = (await fetchReport(id)) as ExchangeReport | null;
    if (report === null) return;
    const before = rows.get(id);
    const row = drawReport(report, before?.hasAttribute("open") ?? false);
    rows.set(id, row);
    if (before) before.replaceWith(row);
    else list.prepend(row);
    while (list.children.length > KEPT) list.lastElementChild?.remove();
  };
  let undrawn: string[] = [];
  app.on("exchange", () => {
    const id = app.lastExchangeId;
    if (element.hidden) undrawn = [...undrawn, id].slice(-KEPT);
    else {
      void draw(id);
      setTimeout(() => void draw(id), LATER_MS);
    }
  });
  const catchUp = async () => {
    const ids = undrawn;
    undrawn = [];
    for (const id of ids) await draw(id);
  };
  return {
    element,
    toggle() {
      element.hidden = !element.hidden;
      if (!element.hidden) void catchUp();
      return !element.hidden;
    },
  };
}

function drawReport(report: ExchangeReport, isOpen: boolean): HTMLElement {
  const time = report.elapsedMs === null ? report.status : `${report.elapsedMs.toFixed(1)} ms`;
  const complaints = report.requests.flatMap((request) => request.complaints);
  return el(
    "details",
    { class: "exchange", open: isOpen },
    el(
      "summary",
      {},
      el("span", {}, report.title, el("small", {}, report.person)),
      el("span", { class: `badge${report.status === "failed" ? " bad" : ""}` }, time),
      complaints.length > 0 ? el("span", { class: "badge bad" }, "refused") : null,
    ),
    ...complaints.map((complaint) => el("p", { class: "failure" }, complaint)),
    json("Interaction", report.interaction),
    ...report.requests.flatMap(({ method, path, status, body, response }) => [
      json(`${method} ${path} → ${status ?? "no answer"}`, body),
      response === undefined ? null : json("Discord's answer", response),
    ]),
  );
}

function json(title: string, value: unknown): HTMLElement {
  return el(
    "details",
    { class: "json" },
    el("summary", {}, title),
    el("pre", { tabindex: 0 }, value === undefined ? "nothing" : JSON.stringify(value, null, 2)),
  );
}
