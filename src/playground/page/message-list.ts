import type { ViewMessage } from "../page-protocol.ts";
import { type App, dropPending, me, messagesHere, now, type Pending } from "./app.ts";
import { avatar } from "./avatar.ts";
import { el, refill } from "./element.ts";
import { icon } from "./icon.ts";
import { renderMessage } from "./message-view.ts";
import { offeredSamples, sampleCards } from "./sample-cards.ts";
import { dayNumber, describeTime } from "./time-text.ts";

const GROUP_MS = 7 * 60_000;
const NEAR_END_PX = 120;

/** Creates the list of messages in the open channel and keeps it up to date. */
export function createMessageList(app: App): HTMLElement {
  const list = el("ol", { class: "messages" });
  const log = el("div", { class: "log", role: "log", "aria-label": "Messages", "aria-live": "polite" }, list);
  const scroller = el("div", { class: "scroller", tabindex: 0, role: "region", "aria-label": "Conversation" }, log);
  const drawn = new Map<string, { message: ViewMessage; element: HTMLElement; key: string }>();

  const draw = (message: ViewMessage, before: ViewMessage | undefined): HTMLElement => {
    const isCompact = belongsTo(message, before);
    // Elements are kept while nothing about them changed, so that focus and open lists survive.
    const key = `${isCompact}${app.failedMessages.has(message.id)}${dayNumber(now(app))}`;
    const known = drawn.get(message.id);
    if (known?.message === message && known.key === key) return known.element;
    const element = renderMessage(app, message, isCompact);
    drawn.set(message.id, { message, element, key });
    return element;
  };

  const update = (isNewPlace: boolean) => {
    const wasAtEnd = scroller.scrollHeight - scroller.scrollTop - scroller.clientHeight < NEAR_END_PX;
    const focusedId = list.contains(document.activeElement) ? document.activeElement?.id : undefined;
    const messages = messagesHere(app);
    const elements = [welcome(app, messages.length === 0)];
    messages.forEach((message, index) => {
      const before = messages[index - 1];
      if (before && dayOf(before) !== dayOf(message)) elements.push(dayLine(message));
      elements.push(draw(message, before && dayOf(before) === dayOf(message) ? before : undefined));
    });
    for (const pending of app.pendings) if (pending.placeId === app.place.id) elements.push(pendingRow(app, pending));
    replaceChanged(list, elements);
    if (focusedId) document.getElementById(focusedId)?.focus({ preventScroll: true });
    if (isNewPlace || wasAtEnd) scroller.scrollTop = scroller.scrollHeight;
  };
  app.on("messages", () => update(false));
  for (const topic of ["place", "person", "clock", "commands"] as const) {
    app.on(topic, () => {
      if (topic !== "commands") drawn.clear();
      update(topic !== "commands");
    });
  }
  update(true);
  // A card that is edited or a picture that loads must not push the newest message out of sight.
  new ResizeObserver(() => {
    const distance = scroller.scrollHeight - scroller.scrollTop - scroller.clientHeight;
    if (distance < NEAR_END_PX) scroller.scrollTop = scroller.scrollHeight;
  }).observe(list);
  return scroller;
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
  if (before === undefined || before.author.id !== message.author.id || before.isPrivate !== message.isPrivate)
    return false;
  if (message.interaction !== undefined || message.message_reference !== undefined) return false;
  return Date.parse(message.timestamp) - Date.parse(before.timestamp) < GROUP_MS;
}

const dayOf = ({ timestamp }: ViewMessage) => dayNumber(Date.parse(timestamp));

function dayLine(message: ViewMessage): HTMLElement {
  const date = describeTime(Date.parse(message.timestamp), "D", 0);
  return el("li", { class: "day-line" }, el("span", {}, date));
}

function welcome(app: App, isEmpty: boolean): HTMLElement {
  const { place, snapshot } = app;
  const item = el("li", { class: "welcome" });
  refill(
    item,
    place.isDirect
      ? avatar({ id: snapshot.botId, username: snapshot.botName, bot: true })
      : el("span", { class: "welcome-mark" }, icon("hash")),
    el("h2", {}, place.isDirect ? place.name : `Welcome to #${place.name}!`),
    el(
      "p",
      {},
      place.isDirect
        ? `This is the beginning of your direct message with ${place.name}.`
        : `${place.topic}. Type / for the commands${offeredSamples(app).length > 0 ? ", or start with one of these" : ""}.`,
    ),
    isEmpty || !place.isDirect ? sampleCards(app) : null,
  );
  return item;
}

function pendingRow(app: App, pending: Pending): HTMLElement {
  const { botId, botName } = app.snapshot;
  const dismiss = () => {
    dropPending(app, pending.id);
    app.changed("messages");
  };
  return el(
    "li",
    { class: `message${pending.hasFailed ? " private" : ""}` },
    el(
      "div",
      { class: "reply-line" },
      avatar({ id: me(app).id, username: me(app).name }, "small"),
      el("span", {}, el("b", {}, me(app).name), " used "),
      el("span", { class: "used-command" }, pending.title),
    ),
    el(
      "div",
      { class: "message-main" },
      avatar({ id: botId, username: botName, bot: true }),
      el(
        "div",
        { class: "message-body" },
        el(
          "div",
          { class: "message-header" },
          el("span", { class: "author" }, botName),
          el("span", { class: "app-tag" }, "APP"),
        ),
        pending.hasFailed
          ? el("p", { class: "failure", role: "alert" }, icon("warning"), "The application did not respond")
          : el(
              "p",
              { class: "thinking" },
              el("span", { class: "dots shown", "aria-hidden": "true" }, el("i"), el("i"), el("i")),
              "Sending command…",
            ),
        pending.hasFailed
          ? el(
              "p",
              { class: "private-note" },
              icon("eye"),
              "Only you can see this • ",
              el("button", { class: "text-button", type: "button", onclick: dismiss }, "Dismiss message"),
            )
          : null,
      ),
    ),
  );
}
