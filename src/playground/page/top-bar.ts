import { type App, messagesHere, now } from "./app.ts";
import { el, refill } from "./element.ts";
import { type IconName, icon } from "./icon.ts";
import { snippetOf } from "./reply-line.ts";
import { sampleCards } from "./sample-cards.ts";
import { showMessage } from "./show-message.ts";
import { switchTheme } from "./theme.ts";

const DAY_MS = 86_400_000;

/** Creates the bar above the messages: where you are, and the tools of the playground. */
export function createTopBar(app: App, toggleInspector: () => boolean): HTMLElement {
  const title = el("h1", { class: "place-title" });
  const status = el("p", { class: "status", role: "status" });
  const samples = el("div", { class: "panel", id: "samples-panel", popover: "auto" });
  const pins = el("div", { class: "panel", id: "pins-panel", popover: "auto" });
  const clock = el("div", { class: "panel narrow", id: "clock-panel", popover: "auto" });
  const inspector = toolButton("code", "Inspector: see what is sent", {
    "aria-pressed": "false",
    onclick: () => inspector.setAttribute("aria-pressed", String(toggleInspector())),
  });

  const drawTitle = () =>
    refill(
      title,
      icon(app.place.isDirect ? "at" : "hash"),
      el("span", {}, app.place.name),
      el("small", {}, app.place.topic),
    );
  const drawStatus = () => {
    const words = { connecting: "Spotter is connecting…", ready: "", stopped: "Spotter has stopped; see the terminal" };
    status.textContent = words[app.status];
    status.hidden = app.status === "ready";
  };
  const drawSamples = () =>
    refill(
      samples,
      el("h2", {}, "Conversations to try"),
      sampleCards(app, () => samples.hidePopover()),
    );
  const drawPins = () => drawPinsPanel(app, pins);
  const drawClock = () => drawClockPanel(app, clock);

  for (const topic of ["place", "person"] as const) app.on(topic, drawTitle);
  for (const topic of ["place", "person", "messages"] as const) app.on(topic, drawPins);
  app.on("status", drawStatus);
  app.on("commands", drawSamples);
  app.on("clock", drawClock);
  for (const draw of [drawTitle, drawStatus, drawSamples, drawPins, drawClock]) draw();

  return el(
    "header",
    { class: "top-bar" },
    toolButton("menu", "Channels and people", {
      class: "icon-button only-narrow",
      "aria-controls": "sidebar",
      onclick: () => document.body.classList.toggle("sidebar-open"),
    }),
    title,
    status,
    el(
      "div",
      { class: "tools", role: "toolbar", "aria-label": "Playground" },
      toolButton("play", "Conversations to try", { popovertarget: "samples-panel" }),
      toolButton("pin", "Pinned messages", { popovertarget: "pins-panel" }),
      toolButton("clock", "Move the clock", { popovertarget: "clock-panel" }),
      inspector,
      toolButton("sun", "Light or dark", { onclick: switchTheme }),
      toolButton("reset", "Start over: forget everything", { onclick: () => void app.act({ kind: "reset" }) }),
    ),
    samples,
    pins,
    clock,
  );
}

function toolButton(name: IconName, label: string, props: Parameters<typeof el>[1]): HTMLButtonElement {
  return el(
    "button",
    { class: "icon-button", type: "button", "aria-label": label, title: label, ...props },
    icon(name),
  );
}

function drawPinsPanel(app: App, panel: HTMLElement): void {
  const pinned = messagesHere(app).filter((message) => message.pinned);
  const rows = pinned.map((message) =>
    el(
      "li",
      {},
      el(
        "button",
        {
          class: "sample",
          type: "button",
          onclick: () => {
            panel.hidePopover();
            showMessage(message.id);
          },
        },
        el("b", {}, message.author.global_name ?? message.author.username),
        el("small", {}, snippetOf(message, now(app))),
      ),
    ),
  );
  refill(
    panel,
    el("h2", {}, "Pinned messages"),
    rows.length > 0
      ? el("ul", { class: "samples" }, ...rows)
      : el("p", { class: "panel-note" }, "Nothing is pinned here."),
  );
}

function drawClockPanel(app: App, panel: HTMLElement): void {
  const date = new Intl.DateTimeFormat("en", { dateStyle: "full", timeStyle: "short" }).format(now(app));
  const move = (offsetMs: number) => () => {
    panel.hidePopover();
    void app.act({ kind: "clock", offsetMs });
  };
  const forward = [1, 3, 7, 14].map((days) =>
    el(
      "button",
      { class: "button secondary", type: "button", onclick: move(app.clockOffsetMs + days * DAY_MS) },
      `+${days} ${days === 1 ? "day" : "days"}`,
    ),
  );
  refill(
    panel,
    el("h2", {}, "The clock"),
    el("p", {}, date),
    el("div", { class: "action-row" }, ...forward),
    app.clockOffsetMs === 0
      ? null
      : el("button", { class: "text-button", type: "button", onclick: move(0) }, "Back to today"),
    el("p", { class: "panel-note" }, "Moving it restarts the bot; messages stay, and their buttons still work."),
  );
}
