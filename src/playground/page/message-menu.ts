import type { ViewMessage } from "../page-protocol.ts";
import { type App, now, runCommand } from "./app.ts";
import { el } from "./element.ts";
import { type IconName, icon } from "./icon.ts";
import { snippetOf } from "./reply-line.ts";
import { canUse } from "./usable-commands.ts";

type Point = { x: number; y: number };

/** Opens the menu of a message: the bot's message commands under "Apps", and copying. */
export function openMessageMenu(app: App, message: ViewMessage, point: Point): void {
  const before = document.activeElement;
  const commands = app.commands.filter((command) => command.type === 3 && canUse(app, command));
  const close = () => {
    menu.remove();
    if (before instanceof HTMLElement) before.focus();
  };
  const item = (name: string, iconName: IconName, run: () => void) =>
    el(
      "button",
      {
        role: "menuitem",
        type: "button",
        tabindex: -1,
        onclick: () => {
          close();
          run();
        },
      },
      el("span", {}, name),
      icon(iconName),
    );
  const apps = commands.map(({ name }) =>
    item(
      name,
      "apps",
      () => void runCommand(app, name, { kind: "message-menu", messageId: message.id, command: name }),
    ),
  );
  const menu = el(
    "div",
    { class: "menu", role: "menu", "aria-label": "Message", popover: "auto" },
    el("p", { class: "menu-heading", role: "presentation" }, "Apps"),
    ...(apps.length > 0 ? apps : [el("p", { class: "menu-empty", role: "presentation" }, "No commands for messages")]),
    el("hr"),
    item("Copy text", "copy", () => void navigator.clipboard?.writeText(snippetOf(message, now(app)))),
  );
  menu.addEventListener("toggle", (event) => {
    if ((event as ToggleEvent).newState === "closed") close();
  });
  menu.addEventListener("keydown", (event) => moveInMenu(menu, event));
  document.querySelector("main")?.append(menu);
  menu.showPopover();
  const { width, height } = menu.getBoundingClientRect();
  menu.style.left = `${Math.max(8, Math.min(point.x, innerWidth - width - 8))}px`;
  menu.style.top = `${Math.max(8, Math.min(point.y, innerHeight - height - 8))}px`;
  menu.querySelector<HTMLElement>("[role=menuitem]")?.focus();
}

function moveInMenu(menu: HTMLElement, event: KeyboardEvent): void {
  const items = [...menu.querySelectorAll<HTMLElement>("[role=menuitem]")];
  const at = items.indexOf(document.activeElement as HTMLElement);
  const steps: Readonly<Record<string, number>> = {
    ArrowDown: at + 1,
    ArrowUp: at - 1,
    Home: 0,
    End: items.length - 1,
  };
  const next = steps[event.key];
  if (next === undefined) {
    if (event.key === "Tab") menu.hidePopover();
    return;
  }
  event.preventDefault();
  items[(next + items.length) % items.length]?.focus();
}
