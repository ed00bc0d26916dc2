import type { ViewMessage } from "../page-protocol.ts";
import { type App, dropPending, me, now, type Pending } from "./app.ts";
import { avatar } from "./avatar.ts";
import { el, refill } from "./element.ts";
import { icon } from "./icon.ts";
import { offeredSamples, sampleCards } from "./sample-cards.ts";
import { showMessage } from "./show-message.ts";
import { describeTime, exactTime, messageTime } from "./time-text.ts";

/** Draws the line that begins a day. */
export function dayLine(message: ViewMessage): HTMLElement {
  const date = describeTime(Date.parse(message.timestamp), "D", 0);
  return el("li", { class: "day-line" }, el("span", {}, date));
}

/** Draws the line that Discord writes when a message was pinned. */
export function pinLine(app: App, message: ViewMessage): HTMLElement {
  const { author, message_reference: reference } = message;
  const at = Date.parse(message.timestamp);
  return el(
    "li",
    { class: "system-line", id: `message-${message.id}` },
    icon("pin"),
    el(
      "span",
      {},
      el("b", {}, author.global_name ?? author.username),
      " pinned ",
      el(
        "button",
        { class: "text-button", type: "button", onclick: () => showMessage(String(reference?.message_id)) },
        "a message",
      ),
      " to this channel. ",
      el("time", { class: "sent", datetime: message.timestamp, title: exactTime(at) }, messageTime(at, now(app))),
    ),
  );
}

/** Draws the beginning of a channel, with the samples to start from. */
export function welcome(app: App, isEmpty: boolean): HTMLElement {
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

/** Draws a command that is under way, or has failed. */
export function pendingRow(app: App, pending: Pending): HTMLElement {
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
