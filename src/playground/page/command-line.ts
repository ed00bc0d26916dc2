import type { PageValue } from "../page-protocol.ts";
import type { CommandOption } from "../wire.ts";
import type { CommandTools } from "./command-tools.ts";
import { el } from "./element.ts";
import { createOptionPill, type OptionPill } from "./option-pill.ts";
import { optionTypeName } from "./option-rules.ts";

/** A command while it is typed: its name, a pill for each option in use, and the list of those that are left. */
export function createCommandLine(tools: CommandTools) {
  const { command, listbox, complain } = tools;
  const pills: OptionPill[] = [];
  const more = el("span", {
    class: "more-options",
    contenteditable: "plaintext-only",
    role: "combobox",
    "aria-label": `More options of /${command.path}`,
    "aria-expanded": "false",
    "aria-controls": tools.listId,
  });
  const name = el("span", { class: "command-name" }, `/${command.path}`);
  const element = el("div", { class: "command-line", role: "group", "aria-label": `/${command.path}` }, name, more);

  const left = () => command.options.filter((option) => !pills.some((pill) => pill.option === option));
  const hideList = () => {
    listbox.hide();
    more.setAttribute("aria-expanded", "false");
    more.removeAttribute("aria-activedescendant");
  };
  const showLeft = () => {
    const typed = (more.textContent ?? "").trim().toLowerCase();
    more.dataset.hint = left().length > 0 ? `+${left().length} optional` : "";
    const found = left().filter((option) => option.name.includes(typed));
    listbox.onPick = (id) => add(found.find((option) => option.name === id) as CommandOption, true);
    listbox.onActive = (id) => more.setAttribute("aria-activedescendant", id);
    const items = found.map((option) => ({
      id: option.name,
      title: option.name,
      detail: option.description,
      aside: optionTypeName(option),
    }));
    // Nothing is chosen beforehand: Enter sends the command as it stands.
    listbox.show(items, typed === "" ? -1 : 0, found.length > 0 ? "Options" : "Press Enter to send");
    more.setAttribute("aria-expanded", "true");
  };

  function add(option: CommandOption, isFocused: boolean): void {
    const pill = createOptionPill({
      ...tools,
      option,
      valuesBefore: () => collect(),
      onDone: () => focusAfter(pill),
      onRemove: () => remove(pill),
    });
    pills.push(pill);
    more.textContent = "";
    element.insertBefore(pill.element, more);
    more.dataset.hint = left().length > 0 ? `+${left().length} optional` : "";
    if (isFocused) pill.focus();
  }
  function remove(pill: OptionPill) {
    if (pill.option.required === true && pill.isEmpty()) {
      const index = pills.indexOf(pill);
      const before = pills[index - 1];
      return before ? before.focus() : tools.onLeave(`/${command.path}`);
    }
    pills.splice(pills.indexOf(pill), 1);
    pill.element.remove();
    more.focus();
    showLeft();
  }
  function focusAfter(pill: OptionPill) {
    const next = pills.slice(pills.indexOf(pill) + 1).find((candidate) => candidate.isEmpty());
    if (next) next.focus();
    else more.focus();
  }
  function collect(): Record<string, PageValue> {
    const values: Record<string, PageValue> = {};
    for (const pill of pills) {
      const value = pill.read();
      if (value !== undefined) values[pill.option.name] = value;
    }
    return values;
  }

  more.addEventListener("focus", showLeft);
  more.addEventListener("input", showLeft);
  more.addEventListener("blur", hideList);
  more.addEventListener("keydown", (event) => {
    if (event.isComposing) return;
    const typed = more.textContent ?? "";
    if (event.key === "Escape") {
      event.preventDefault();
      return tools.onLeave("");
    }
    if (event.key === "Backspace" && typed === "") {
      event.preventDefault();
      const last = pills.at(-1);
      return last ? last.focus() : tools.onLeave(`/${command.path}`);
    }
    if (event.key !== " " && listbox.handleKey(event)) return event.preventDefault();
    if (event.key === "Tab" && !event.shiftKey && listbox.pickActive()) return event.preventDefault();
    if (event.key === "Enter") {
      event.preventDefault();
      tools.onSend();
    }
  });
  for (const option of command.options) if (option.required === true) add(option, false);

  return {
    element,
    command,
    focus() {
      const first = pills.find((pill) => pill.isEmpty());
      if (first) first.focus();
      else more.focus();
    },
    /** The values by option, or null after showing what is wrong. */
    read(): Record<string, PageValue> | null {
      const wrong = pills.find((pill) => pill.complaint() !== null);
      complain(wrong?.complaint() ?? null);
      for (const pill of pills) pill.element.classList.toggle("wrong", pill.complaint() !== null);
      if (wrong === undefined) return collect();
      wrong.focus();
      return null;
    },
  };
}
