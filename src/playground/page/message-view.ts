import type { ViewComponent, ViewMessage } from "../page-protocol.ts";
import { type App, me, now } from "./app.ts";
import { avatar } from "./avatar.ts";
import { renderAll } from "./components.ts";
import { el } from "./element.ts";
import { icon } from "./icon.ts";
import { fileCard } from "./media.ts";
import { openMessageMenu } from "./message-menu.ts";
import { replyLine } from "./reply-line.ts";
import { renderRichText } from "./rich-text-view.ts";
import { exactTime, messageTime } from "./time-text.ts";

const LOADING = 1 << 7;

/** Draws one message; a compact one follows another of the same author and leaves out who and when. */
export function renderMessage(app: App, message: ViewMessage, isCompact: boolean): HTMLElement {
  const { author } = message;
  const name = author.global_name ?? author.username;
  const isLoading = (message.flags & LOADING) !== 0;
  const at = Date.parse(message.timestamp);
  const item = el("li", {
    id: `message-${message.id}`,
    class: `message${isCompact ? " compact" : ""}${message.isPrivate ? " private" : ""}${mentionsMe(app, message) ? " mentioned" : ""}`,
    tabindex: -1,
    "aria-label": `${name}${message.isPrivate ? ", only you can see this" : ""}, ${messageTime(at, now(app))}`,
    oncontextmenu: (event: MouseEvent) => {
      // Links and selected text keep the browser's own menu.
      if ((event.target as Element).closest("a, input, textarea") || !getSelection()?.isCollapsed) return;
      event.preventDefault();
      openMessageMenu(app, message, { x: event.clientX, y: event.clientY });
    },
  });
  openOnLongPress(item, (point) => openMessageMenu(app, message, point));

  const context = {
    app,
    prefix: `c-${message.id}`,
    use: (component: ViewComponent, values: readonly string[] | null, element: HTMLElement) =>
      void useComponent(app, message, component, values, element, item),
  };
  const edited =
    message.edited_timestamp === null
      ? null
      : el("span", { class: "edited", title: exactTime(Date.parse(message.edited_timestamp)) }, " (edited)");
  const body = el(
    "div",
    { class: "message-body" },
    isCompact ? null : header(name, author.bot === true, at, app),
    isLoading ? thinking(name) : null,
    message.content === "" ? null : el("div", { class: "message-text" }, ...renderRichText(message.rich, app), edited),
    el("div", { class: "components" }, ...renderAll(message.components, context)),
    ...message.attachments
      .filter(({ url }) => !isShown(message.components, url))
      .map(({ filename, url, size }) => fileCard(filename, url, size)),
    message.content === "" ? edited : null,
    app.failedMessages.has(message.id)
      ? el("p", { class: "failure", role: "alert" }, icon("warning"), "This interaction failed")
      : null,
    message.isPrivate ? privateFooter(app, message) : null,
  );
  const more = el(
    "button",
    {
      class: "icon-button message-more",
      type: "button",
      "aria-label": `More about the message of ${name}`,
      "aria-haspopup": "menu",
      onclick: (event: MouseEvent) => {
        const box = (event.currentTarget as HTMLElement).getBoundingClientRect();
        openMessageMenu(app, message, { x: box.right, y: box.bottom });
      },
    },
    icon("dots"),
  );
  const reply = replyLine(app, message);
  if (reply) item.append(reply);
  item.append(
    el(
      "div",
      { class: "message-main" },
      isCompact ? el("span", { class: "gutter" }, messageTime(at, at)) : avatar(author),
      body,
    ),
    more,
  );
  return item;
}

async function useComponent(
  app: App,
  message: ViewMessage,
  component: ViewComponent,
  values: readonly string[] | null,
  element: HTMLElement,
  item: HTMLElement,
): Promise<void> {
  const customId = component.custom_id ?? "";
  app.failedMessages.delete(message.id);
  item.querySelector(".failure")?.remove();
  element.classList.add("pending");
  item.classList.add("busy");
  const result = await app
    .act(
      values === null
        ? { kind: "click", messageId: message.id, customId }
        : { kind: "select", messageId: message.id, customId, values: [...values] },
    )
    .catch(() => ({ status: "failed" as const, form: undefined }));
  element.classList.remove("pending");
  item.classList.remove("busy");
  if (result.status === "failed" && app.messages.has(message.id)) {
    app.failedMessages.add(message.id);
    app.changed("messages");
  }
  if (result.form) app.openForm(result.form);
}

function header(name: string, isBot: boolean, at: number, app: App): HTMLElement {
  const color = app.snapshot.people.find((person) => person.name === name)?.color ?? 0;
  const style = color === 0 ? {} : { "--role": `#${color.toString(16).padStart(6, "0")}` };
  return el(
    "div",
    { class: "message-header" },
    el("span", { class: `author${color === 0 ? "" : " has-role"}`, style }, name),
    isBot ? el("span", { class: "app-tag" }, "APP") : null,
    el(
      "time",
      { class: "sent", datetime: new Date(at).toISOString(), title: exactTime(at) },
      messageTime(at, now(app)),
    ),
  );
}

function thinking(name: string): HTMLElement {
  return el(
    "p",
    { class: "thinking" },
    el("span", { class: "dots shown", "aria-hidden": "true" }, el("i"), el("i"), el("i")),
    `${name} is thinking…`,
  );
}

function privateFooter(app: App, message: ViewMessage): HTMLElement {
  return el(
    "p",
    { class: "private-note" },
    icon("eye"),
    "Only you can see this • ",
    el(
      "button",
      { class: "text-button", type: "button", onclick: () => void app.act({ kind: "dismiss", messageId: message.id }) },
      "Dismiss message",
    ),
  );
}

function mentionsMe(app: App, message: ViewMessage): boolean {
  return message.mention_everyone || message.mentions.some(({ id }) => id === me(app).id);
}

function isShown(components: readonly ViewComponent[], url: string): boolean {
  return JSON.stringify(components).includes(url);
}

function openOnLongPress(item: HTMLElement, open: (point: { x: number; y: number }) => void): void {
  let timer = 0;
  item.addEventListener("pointerdown", (event) => {
    if (event.pointerType !== "touch" || (event.target as Element).closest("button, a, input")) return;
    timer = window.setTimeout(() => open({ x: event.clientX, y: event.clientY }), 500);
  });
  for (const end of ["pointerup", "pointermove", "pointercancel"])
    item.addEventListener(end, () => clearTimeout(timer));
}
