import type { Snapshot, StreamEvent } from "../page-protocol.ts";
import type { App, Topic } from "./app.ts";
import { createComposer } from "./composer.ts";
import { noteActed, openStream, sendAction } from "./connection.ts";
import { el } from "./element.ts";
import { openFormDialog } from "./form-dialog.ts";
import { createInspector } from "./inspector.ts";
import { createMessageList } from "./message-list.ts";
import { offeredSamples, startSample } from "./sample-cards.ts";
import { createSidebar } from "./sidebar.ts";
import { applyTheme } from "./theme.ts";
import { createTopBar } from "./top-bar.ts";

applyTheme();
const asked = new URLSearchParams(location.search);
let app: App | null = null;
let closeStream = () => {};
let afterSnapshot: (() => void) | null = null;
watch(asked.get("as") ?? "member");

function watch(person: string): void {
  closeStream();
  closeStream = openStream(person, receive, () => {
    if (app === null) return;
    app.status = "stopped";
    app.changed("status");
  });
}

function receive(event: StreamEvent) {
  if (event.kind === "snapshot") return takeSnapshot(event.snapshot);
  if (app === null) return;
  switch (event.kind) {
    case "message": {
      const { message } = event;
      if (!app.messages.has(message.id) && message.channel_id !== app.place.id) app.unread.add(message.channel_id);
      app.messages.set(message.id, message);
      return app.changed("messages");
    }
    case "message-deleted":
      app.messages.delete(event.messageId);
      return app.changed("messages");
    case "commands":
      app.commands = event.commands;
      app.changed("commands");
      return startAskedSample();
    case "status":
      app.status = event.status;
      app.changed("status");
      return startAskedSample();
    case "clock":
      app.clockOffsetMs = event.clockOffsetMs;
      return app.changed("clock");
    case "direct-messages":
      app.snapshot.me.takesDirectMessages = event.areOpen;
      return app.changed("person");
    case "exchange":
      app.lastExchangeId = event.exchangeId;
      return app.changed("exchange");
    case "acted":
      return noteActed(event.actionId);
  }
}

function takeSnapshot(snapshot: Snapshot): void {
  const isFirst = app === null;
  app ??= createApp(snapshot);
  app.snapshot = snapshot;
  app.status = snapshot.status;
  app.commands = snapshot.commands;
  app.clockOffsetMs = snapshot.clockOffsetMs;
  app.messages.clear();
  for (const message of snapshot.messages) app.messages.set(message.id, message);
  app.place =
    snapshot.places.find(({ id }) => id === app?.place.id) ??
    // Everybody has a direct message of their own: the open one becomes the other person's.
    snapshot.places.find(({ isDirect }) => isDirect === app?.place.isDirect) ??
    app.place;
  if (isFirst) build(app);
  else for (const topic of ["person", "messages", "commands", "status", "clock"] as const) app.changed(topic);
  afterSnapshot?.();
  afterSnapshot = null;
  startAskedSample();
}

function createApp(snapshot: Snapshot): App {
  const listeners = new Map<Topic, (() => void)[]>();
  const wanted = asked.get("place");
  const place =
    snapshot.places.find(({ name, isDirect }) => (wanted === "dm" ? isDirect : name === wanted)) ?? snapshot.places[0];
  if (place === undefined) throw new Error("there is no channel");
  const created: App = {
    snapshot,
    place,
    status: snapshot.status,
    commands: snapshot.commands,
    clockOffsetMs: snapshot.clockOffsetMs,
    messages: new Map(),
    unread: new Set(),
    failedMessages: new Set(),
    pendings: [],
    lastExchangeId: "",
    on: (topic, listener) => void listeners.set(topic, [...(listeners.get(topic) ?? []), listener]),
    changed(topic) {
      for (const listener of listeners.get(topic) ?? []) listener();
    },
    act: (action) => sendAction({ ...action, as: created.snapshot.me.key } as Parameters<typeof sendAction>[0]),
    openForm: (form) => openFormDialog(created, form),
    switchPerson(key) {
      if (key === created.snapshot.me.key) return Promise.resolve();
      return new Promise((resolve) => {
        afterSnapshot = resolve;
        watch(key);
      });
    },
  };
  return created;
}

function build(created: App): void {
  const inspector = createInspector(created);
  const shade = el("div", { class: "shade", onclick: () => document.body.classList.remove("sidebar-open") });
  document.getElementById("opening")?.remove();
  document.body.append(
    createSidebar(created),
    shade,
    el(
      "main",
      { class: "conversation" },
      createTopBar(created, inspector.toggle),
      createMessageList(created),
      createComposer(created),
    ),
    inspector.element,
  );
  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape") document.body.classList.remove("sidebar-open");
  });
  if (matchMedia("(min-width: 701px)").matches) document.getElementById("composer-text")?.focus();
}

/** A link to a sample starts it once the bot can answer. */
function startAskedSample(): void {
  const id = asked.get("try");
  if (id === null || app === null || app.status !== "ready") return;
  const sample = offeredSamples(app).find((candidate) => candidate.id === id);
  if (sample === undefined) return;
  asked.delete("try");
  history.replaceState(null, "", "/");
  void startSample(app, sample);
}
