import type { ViewComponent } from "../page-protocol.ts";
import type { App } from "./app.ts";
import { emojiOf } from "./button.ts";
import { el, uniqueId } from "./element.ts";
import { floatList } from "./float-list.ts";
import { icon } from "./icon.ts";
import { createListbox } from "./listbox.ts";
import type { RenderContext } from "./render-context.ts";

type Option = { label: string; value: string; description?: string; emoji?: unknown; default?: boolean };

/** Draws a select of any kind: of texts, people, roles, mentionables or channels. */
export function renderSelect(select: ViewComponent, context: RenderContext): HTMLElement {
  const options = optionsOf(select, context.app);
  const max = Number(select.max_values ?? 1);
  const min = Number(select.min_values ?? 1);
  const defaults = (select.default_values as { id: string }[] | undefined)?.map(({ id }) => id) ?? [];
  let chosen = options
    .filter((option) => option.default === true || defaults.includes(option.value))
    .map(({ value }) => value);
  let atOpening: readonly string[] = chosen;
  let stopFloating = () => {};

  const label = el("span", { class: "select-label" });
  const listId = uniqueId("options");
  const trigger = el(
    "button",
    {
      class: "select",
      type: "button",
      id: `${context.prefix}-${select.id}`,
      role: "combobox",
      "aria-haspopup": "listbox",
      "aria-expanded": "false",
      "aria-controls": listId,
      disabled: select.disabled === true,
    },
    label,
    icon("down"),
  );
  const listbox = createListbox({ id: listId, isMultiple: max > 1 });
  const wrapper = el("div", { class: "select-wrapper" }, trigger, listbox.element);

  const show = () => {
    const names = options.filter(({ value }) => chosen.includes(value)).map((option) => option.label);
    label.textContent = names.length > 0 ? names.join(", ") : placeholderOf(select);
    label.classList.toggle("placeholder", names.length === 0);
    const title = names.length > 0 ? `${placeholderOf(select)}: ${names.join(", ")}` : placeholderOf(select);
    if (!context.addField) trigger.setAttribute("aria-label", title);
  };
  const firstChosen = () =>
    Math.max(
      0,
      options.findIndex(({ value }) => chosen.includes(value)),
    );
  const fill = (active: number) =>
    listbox.show(
      options.map((option) => ({
        id: option.value,
        title: option.label,
        detail: option.description ?? "",
        lead: emojiOf(option),
        isSelected: chosen.includes(option.value),
      })),
      active,
    );
  const isDone = () => chosen.length >= min && chosen.length <= max;
  const close = () => {
    if (listbox.element.hidden) return;
    listbox.hide();
    stopFloating();
    trigger.setAttribute("aria-expanded", "false");
    trigger.removeAttribute("aria-activedescendant");
    document.removeEventListener("pointerdown", closeOutside, true);
    const hasChanged = chosen.join() !== atOpening.join();
    if (max > 1 && hasChanged && (isDone() || context.addField)) context.use(select, chosen, trigger);
  };
  const closeOutside = (event: Event) => {
    if (!wrapper.contains(event.target as Node)) close();
  };
  const open = () => {
    atOpening = chosen;
    fill(firstChosen());
    stopFloating = floatList(trigger, listbox.element);
    // Only now is it known how much of the list can be seen at once.
    listbox.setActive(firstChosen());
    trigger.setAttribute("aria-expanded", "true");
    document.addEventListener("pointerdown", closeOutside, true);
  };
  const pick = (value: string) => {
    if (max > 1) {
      if (chosen.includes(value)) chosen = chosen.filter((one) => one !== value);
      else if (chosen.length < max) chosen = [...chosen, value];
      fill(options.findIndex((option) => option.value === value));
    } else {
      // A choice that need not be made can be taken back by choosing it again.
      const isOptional = min === 0 || (context.addField !== undefined && select.required === false);
      chosen = chosen[0] === value && isOptional ? [] : [value];
      close();
      context.use(select, chosen, trigger);
    }
    show();
  };

  listbox.onPick = pick;
  listbox.onActive = (id) => trigger.setAttribute("aria-activedescendant", id);
  trigger.addEventListener("click", () => (listbox.element.hidden ? open() : close()));
  trigger.addEventListener("keydown", (event) => {
    if (listbox.element.hidden) {
      if (event.key !== "ArrowDown" && event.key !== "ArrowUp") return;
      event.preventDefault();
      return open();
    }
    if (event.key === "Escape" || event.key === "Tab") {
      if (event.key === "Escape") event.preventDefault();
      event.stopPropagation();
      return close();
    }
    if (listbox.handleKey(event)) event.preventDefault();
  });
  show();

  context.addField?.({
    customId: select.custom_id ?? "",
    read: () => [...chosen],
    complaint: () => {
      if (chosen.length === 0) return select.required === false ? null : "This field is required.";
      return isDone() ? null : `Choose ${min === max ? min : `${min} to ${max}`}.`;
    },
    focus: () => trigger.focus(),
  });
  return wrapper;
}

function placeholderOf(select: ViewComponent): string {
  return String(select.placeholder ?? "Make a selection");
}

function optionsOf(select: ViewComponent, app: App): Option[] {
  const { people, roles, places } = app.snapshot;
  const users = people.map(({ id, name }) => ({ label: name, value: id }));
  const roleOptions = roles.map(({ id, name }) => ({ label: name, value: id }));
  switch (select.type) {
    case 5:
      return users;
    case 6:
      return roleOptions;
    case 7:
      return [...users, ...roleOptions];
    case 8:
      return places.filter(({ isDirect }) => !isDirect).map(({ id, name }) => ({ label: `# ${name}`, value: id }));
    default:
      return (select.options as Option[] | undefined) ?? [];
  }
}
