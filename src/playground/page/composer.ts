import { type App, runCommand } from "./app.ts";
import { createCommandLine } from "./command-line.ts";
import { el } from "./element.ts";
import { icon } from "./icon.ts";
import { createListbox } from "./listbox.ts";
import { type TypedCommand, typedCommands } from "./usable-commands.ts";

const LIST_ID = "composer-list";

/** Creates the place to write: free text, or a command once `/` is typed. */
export function createComposer(app: App): HTMLElement {
  const listbox = createListbox({ id: LIST_ID, label: "Suggestions" });
  const text = el("textarea", {
    id: "composer-text",
    rows: 1,
    maxlength: 2_000,
    autocomplete: "off",
    role: "combobox",
    "aria-autocomplete": "list",
    "aria-expanded": "false",
    "aria-controls": LIST_ID,
  });
  const slot = el("div", { class: "command-slot", hidden: true });
  const problem = el("p", { class: "composer-problem", role: "alert", hidden: true });
  const plus = el(
    "button",
    { class: "icon-button", type: "button", "aria-label": "Show the commands", onclick: () => startSlash() },
    icon("plus"),
  );
  const sendButton = el(
    "button",
    { class: "icon-button send", type: "button", "aria-label": "Send", onclick: () => send() },
    icon("send"),
  );
  let line: ReturnType<typeof createCommandLine> | null = null;

  const complain = (sentence: string | null) => {
    problem.textContent = sentence ?? "";
    problem.hidden = sentence === null;
  };
  const hideList = () => {
    listbox.hide();
    text.setAttribute("aria-expanded", "false");
    text.removeAttribute("aria-activedescendant");
  };
  const resize = () => {
    text.style.height = "auto";
    text.style.height = `${Math.min(text.scrollHeight, 240)}px`;
  };
  const showCommands = () => {
    const typed = text.value;
    resize();
    if (!typed.startsWith("/")) return hideList();
    const query = typed.slice(1).toLowerCase();
    const found = typedCommands(app).filter(({ path }) => path.includes(query));
    const items = found.map(({ path, description }) => ({
      id: path,
      title: `/${path}`,
      detail: description,
      aside: app.snapshot.botName,
    }));
    listbox.onPick = (path) => beginCommand(found.find((command) => command.path === path) as TypedCommand);
    listbox.onActive = (id) => text.setAttribute("aria-activedescendant", id);
    const heading =
      found.length > 0
        ? app.snapshot.botName
        : app.commands.length > 0
          ? "No command of that name"
          : "The bot is still starting";
    listbox.show(items, 0, heading);
    text.setAttribute("aria-expanded", "true");
  };
  const startSlash = () => {
    leaveCommand();
    text.value = "/";
    text.focus();
    showCommands();
  };
  const leaveCommand = (rest = "") => {
    line = null;
    slot.hidden = true;
    slot.replaceChildren();
    text.hidden = false;
    text.value = rest;
    complain(null);
    hideList();
    resize();
  };
  const beginCommand = (command: TypedCommand) => {
    hideList();
    complain(null);
    line = createCommandLine({
      app,
      command,
      listbox,
      listId: LIST_ID,
      onSend: () => send(),
      onLeave: leaveToText,
      complain,
    });
    text.hidden = true;
    slot.hidden = false;
    slot.replaceChildren(line.element);
    line.focus();
  };
  const leaveToText = (rest: string) => {
    leaveCommand(rest);
    text.focus();
    showCommands();
  };
  const send = () => {
    if (line !== null) return sendCommand(line);
    const content = text.value.trim();
    if (content === "" || content.startsWith("/")) return;
    leaveCommand();
    app.act({ kind: "say", placeId: app.place.id, content }).catch((error: Error) => complain(error.message));
  };
  const sendCommand = (current: NonNullable<typeof line>) => {
    const options = current.read();
    if (options === null) return;
    const { path } = current.command;
    leaveCommand();
    text.focus();
    void runCommand(app, `/${path}`, { kind: "slash", placeId: app.place.id, command: path, options });
  };

  text.addEventListener("input", showCommands);
  text.addEventListener("blur", hideList);
  text.addEventListener("focus", () => text.value.startsWith("/") && showCommands());
  text.addEventListener("keydown", (event) => {
    if (event.isComposing) return;
    const isOpen = !listbox.element.hidden;
    if (isOpen && event.key === "Escape") {
      event.preventDefault();
      return hideList();
    }
    if (isOpen && event.key !== " " && listbox.handleKey(event)) return event.preventDefault();
    if (isOpen && event.key === "Tab" && !event.shiftKey && listbox.pickActive()) return event.preventDefault();
    if (event.key === "Enter" && !event.shiftKey) {
      event.preventDefault();
      send();
    }
  });
  const setPlaceholder = () => {
    const where = app.place.isDirect ? `@${app.place.name}` : `#${app.place.name}`;
    text.placeholder = `Message ${where}`;
    text.setAttribute("aria-label", `Message ${where}, or / for commands`);
  };
  setPlaceholder();
  for (const topic of ["place", "person"] as const) {
    app.on(topic, () => {
      leaveCommand();
      setPlaceholder();
    });
  }
  app.on("commands", () => {
    if (line === null && document.activeElement === text) showCommands();
  });
  return el(
    "div",
    { class: "composer-area" },
    problem,
    listbox.element,
    el("div", { class: "composer" }, plus, text, slot, sendButton),
  );
}
