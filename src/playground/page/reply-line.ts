import type { ViewComponent, ViewMessage } from "../page-protocol.ts";
import { type App, now } from "./app.ts";
import { avatar } from "./avatar.ts";
import { el } from "./element.ts";
import { icon } from "./icon.ts";
import { plainText } from "./rich-text-view.ts";
import { showMessage } from "./show-message.ts";

const SNIPPET_LENGTH = 90;

/** Draws the line above an answer: who used which command, or which message it replies to; null for neither. */
export function replyLine(app: App, message: ViewMessage): HTMLElement | null {
  const { interaction } = message;
  if (interaction !== undefined) {
    const { user } = interaction;
    return el(
      "div",
      { class: "reply-line" },
      avatar(user, "small"),
      el("span", {}, el("b", {}, user.global_name ?? user.username), " used "),
      el("span", { class: "used-command" }, message.type === 23 ? interaction.name : `/${interaction.name}`),
    );
  }
  const referenceId = message.message_reference?.message_id;
  if (typeof referenceId !== "string") return null;
  const target = app.messages.get(referenceId);
  if (target === undefined)
    return el("div", { class: "reply-line" }, icon("reply"), el("i", {}, "Original message was deleted"));
  return el(
    "div",
    { class: "reply-line" },
    avatar(target.author, "small"),
    el("b", {}, target.author.global_name ?? target.author.username),
    el(
      "button",
      {
        class: "reply-snippet",
        type: "button",
        onclick: () => showMessage(target.id),
      },
      snippetOf(target, now(app)),
    ),
  );
}

/** The beginning of what a message says; times as they read at `nowMs`. */
export function snippetOf(message: ViewMessage, nowMs: number): string {
  const texts = [plainText(message.rich, nowMs), ...message.components.map((one) => textOf(one, nowMs))];
  const text = texts.join(" ").replace(/\s+/g, " ").trim();
  if (text === "") return "Click to see attachment";
  return text.length > SNIPPET_LENGTH ? `${text.slice(0, SNIPPET_LENGTH)}…` : text;
}

function textOf({ rich = [], components = [] }: ViewComponent, nowMs: number): string {
  return [plainText(rich, nowMs), ...components.map((one) => textOf(one, nowMs))].join(" ");
}
