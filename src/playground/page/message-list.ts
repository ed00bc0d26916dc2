import type { ViewMessage } from "../page-protocol.ts";
import { type App, me, messagesHere } from "./app.ts";
import { el, uniqueId } from "./element.ts";
import { followEnd } from "./follow-end.ts";
import { dayLine, pendingRow, pinLine, welcome } from "./list-rows.ts";
import { renderMessage } from "./message-view.ts";
import { dayNumber } from "./time-text.ts";

const PINNED = 6;
const GROUP_MS = 7 * 60_000;

/** Creates the list of messages in the open channel and keeps it up to date. */
export function createMessageList(app: App): HTMLElement {
  const list = el("ol", { class: "messages" });
  const log = el("div", { class: "log", role: "log", "aria-label": "Messages", "aria-live": "polite" }, list);
  const scroller = el("div", { class: "scroller", tabindex: 0, role: "region", "aria-label": "Conversation" }, log);
  const end = followEnd(scroller, list);
  let rows = new Map<string, HTMLElement>();
  let drawnMessages = new WeakMap<ViewMessage, string>();
  let newestId: string | undefined;

  const update = (isNewPlace: boolean) => {
    const focusedId = list.contains(document.activeElement) ? document.activeElement?.id : undefined;
    const wanted = new Map<string, HTMLElement>();
    // Rows are kept while nothing about them changed: focus and open lists survive, and nothing is read out twice.
    const keep = (key: string, draw: () => HTMLElement) => wanted.set(key, rows.get(key) ?? draw());
    const messages = messagesHere(app);
    keep(`welcome ${app.place.id} ${messages.length === 0} ${app.commands.length}`, () =>
      welcome(app, messages.length === 0),
    );
    messages.forEach((message, index) => {
      const before = messages[index - 1];
      const isNewDay = before !== undefined && dayOf(before) !== dayOf(message);
      if (isNewDay) keep(`day ${message.id}`, () => dayLine(message));
      const isCompact = !isNewDay && belongsTo(message, before);
      const version = drawnMessages.get(message) ?? uniqueId("message");
      drawnMessages.set(message, version);
      keep(`${version} ${isCompact} ${app.failedMessages.has(message.id)}`, () =>
        message.type === PINNED ? pinLine(app, message) : renderMessage(app, message, isCompact),
      );
    });
    for (const pending of app.pendings) {
      if (pending.placeId !== app.place.id) continue;
      keep(`pending ${pending.id} ${pending.hasFailed}`, () => pendingRow(app, pending));
    }
    rows = wanted;
    replaceChanged(list, [...wanted.values()]);
    if (focusedId) document.getElementById(focusedId)?.focus({ preventScroll: true });

    const newest = messages.at(-1);
    const isNew = newest !== undefined && newest.id !== newestId;
    newestId = newest?.id;
    if (isNewPlace || (isNew && isMine(app, newest)) || app.pendings.some(({ hasFailed }) => !hasFailed)) end.go();
    else end.changed(isNew);
  };
  const redraw = () => {
    rows = new Map();
    drawnMessages = new WeakMap();
    update(true);
  };
  app.on("messages", () => update(false));
  app.on("commands", () => update(false));
  for (const topic of ["place", "person", "clock"] as const) app.on(topic, redraw);
  update(true);
  return el("div", { class: "scroll-frame" }, scroller, end.button);
}

/** Tells whether a message is the person's own, or answers what they did. */
function isMine(app: App, message: ViewMessage): boolean {
  const user = message.interaction_metadata?.user as { id?: string } | undefined;
  return message.author.id === me(app).id || user?.id === me(app).id;
}

/** Sets the children with as few moves as possible: what stays is not touched, so a log announces only what is new. */
function replaceChanged(list: HTMLElement, wanted: readonly HTMLElement[]): void {
  const keep = new Set<Element>(wanted);
  for (const child of [...list.children]) if (!keep.has(child)) child.remove();
  wanted.forEach((element, index) => {
    if (list.children[index] !== element) list.insertBefore(element, list.children[index] ?? null);
  });
}

function belongsTo(message: ViewMessage, before: ViewMessage | undefined): boolean {
  if (
    before === undefined ||
    before.author.id !== message.author.id ||
    before.type === PINNED ||
    before.isPrivate !== message.isPrivate
  )
    return false;
  if (message.interaction !== undefined || message.message_reference !== undefined) return false;
  return Date.parse(message.timestamp) - Date.parse(before.timestamp) < GROUP_MS;
}

const dayOf = ({ timestamp }: ViewMessage) => dayNumber(Date.parse(timestamp));
