import type { PageFile, PageValue } from "../page-protocol.ts";
import type { CommandOption } from "../wire.ts";
import type { CommandTools } from "./command-tools.ts";
import { el } from "./element.ts";
import { toPageFile } from "./form-dialog.ts";
import { complainAbout, optionTypeName } from "./option-rules.ts";
import { isPickOnly, type OptionValue, suggestValues } from "./option-values.ts";

export type OptionPill = {
  readonly option: CommandOption;
  readonly element: HTMLElement;
  focus(): void;
  isEmpty(): boolean;
  /** The value to send; undefined while there is none. */
  read(): PageValue | undefined;
  complaint(): string | null;
};

type PillTools = CommandTools & {
  readonly option: CommandOption;
  readonly valuesBefore: () => Record<string, PageValue>;
  readonly onDone: () => void;
  readonly onRemove: () => void;
};

const TYPING_PAUSE_MS = 180;

/** Draws one option of a command with the field for its value, and suggests values while it is typed. */
export function createOptionPill(tools: PillTools): OptionPill {
  const { option, listbox } = tools;
  let picked: OptionValue | null = null;
  let file: PageFile | null = null;
  let timer = 0;
  let lastAsked = 0;

  const field = el("span", {
    class: "pill-value",
    contenteditable: "plaintext-only",
    role: "combobox",
    "aria-label": `${option.name}: ${option.description}${option.required === true ? ", required" : ""}`,
    "aria-expanded": "false",
    "aria-controls": tools.listId,
  });
  const fileField = el("input", { type: "file", "aria-label": `${option.name}: ${option.description}` });
  const control = option.type === 11 ? fileField : field;
  const element = el(
    "span",
    { class: "pill" },
    el("span", { class: "pill-name", "aria-hidden": "true" }, option.name),
    control,
  );
  const typed = () => (field.textContent ?? "").trim();
  const hint = `${option.description} — ${optionTypeName(option)}${option.required === true ? ", required" : ""}`;

  const show = (values: readonly OptionValue[]) => {
    listbox.onActive = (id) => field.setAttribute("aria-activedescendant", id);
    listbox.onPick = (id) => {
      picked = values[Number(id)] ?? null;
      field.textContent = picked?.name ?? "";
      tools.onDone();
    };
    listbox.show(
      values.map(({ name, detail }, index) => ({ id: String(index), title: name, detail: detail ?? "" })),
      isPickOnly(option) || typed() !== "" || option.autocomplete === true ? 0 : -1,
      values.length === 0 && isPickOnly(option) ? `No option matches “${typed()}”` : hint,
    );
    field.setAttribute("aria-expanded", "true");
  };
  const suggest = () => {
    // A value that was picked is shown whole again when the field is entered.
    const query = picked?.name === typed() ? "" : typed();
    if (option.autocomplete !== true) return show(suggestValues(tools.app, option, query));
    clearTimeout(timer);
    // What is listed answers an earlier text: Enter must not put it in place of this one.
    listbox.setActive(-1);
    field.removeAttribute("aria-activedescendant");
    lastAsked += 1;
    const asked = lastAsked;
    timer = window.setTimeout(async () => {
      const { app, command } = tools;
      const result = await app
        .act({
          kind: "autocomplete",
          placeId: app.place.id,
          command: command.path,
          focused: option.name,
          value: typed(),
          options: tools.valuesBefore(),
        })
        .catch(() => null);
      if (asked !== lastAsked || document.activeElement !== field) return;
      if (result?.status === "done") show((result.choices ?? []).map(({ name, value }) => ({ name, value })));
      else listbox.show([], -1, "Loading options failed");
    }, TYPING_PAUSE_MS);
  };
  const leave = () => {
    clearTimeout(timer);
    lastAsked += 1;
    listbox.hide();
    field.setAttribute("aria-expanded", "false");
    field.removeAttribute("aria-activedescendant");
    element.classList.toggle("wrong", typed() !== "" && complaint() !== null);
  };

  field.addEventListener("focus", suggest);
  field.addEventListener("input", () => {
    if (picked?.name !== typed()) picked = null;
    element.classList.remove("wrong");
    suggest();
  });
  field.addEventListener("blur", leave);
  field.addEventListener("keydown", (event) => {
    if (event.isComposing) return;
    if (event.key === "Escape") {
      event.preventDefault();
      return tools.onLeave("");
    }
    if (event.key === "Backspace" && (field.textContent ?? "") === "") {
      event.preventDefault();
      return tools.onRemove();
    }
    if (event.key !== " " && listbox.handleKey(event)) return event.preventDefault();
    if (event.key === "Tab" && !event.shiftKey && listbox.pickActive()) return event.preventDefault();
    if (event.key === "Enter") {
      event.preventDefault();
      tools.onSend();
    }
  });
  fileField.addEventListener("change", () => {
    const chosen = fileField.files?.[0];
    if (chosen) {
      void toPageFile(chosen).then((read) => {
        file = read;
      });
    }
  });
  fileField.addEventListener("keydown", (event) => {
    if (event.key === "Backspace") tools.onRemove();
  });

  function read(): PageValue | undefined {
    if (option.type === 11) return file ?? undefined;
    if (typed() === "") return undefined;
    if (picked !== null) return picked.value;
    const same = suggestValues(tools.app, option, "").find(({ name }) => name.toLowerCase() === typed().toLowerCase());
    if (same) return same.value;
    if (isPickOnly(option)) return undefined;
    return option.type === 4 || option.type === 10 ? Number(typed()) : typed();
  }
  const complaint = () => complainAbout(option, read(), typed());
  return {
    option,
    element,
    focus() {
      control.focus();
      if (control === field) getSelection()?.selectAllChildren(field);
      getSelection()?.collapseToEnd();
    },
    isEmpty: () => read() === undefined && typed() === "",
    read,
    complaint,
  };
}
