import { el } from "./element.ts";
import { icon } from "./icon.ts";

export type ListItem = {
  readonly id: string;
  readonly title: string;
  readonly detail?: string;
  /** What stands at the right end: a type, the name of the bot. */
  readonly aside?: string;
  readonly lead?: Node | null;
  readonly isSelected?: boolean;
};

/** A list to choose from with the pointer or the keys, while the focus stays in another element. */
export type Listbox = {
  readonly element: HTMLElement;
  onPick: (id: string) => void;
  onActive: (elementId: string) => void;
  show(items: readonly ListItem[], active?: number, heading?: string): void;
  hide(): void;
  setActive(index: number): void;
  /** Picks the active item; false when there is none. */
  pickActive(): boolean;
  /** True when the key meant the list. */
  handleKey(event: KeyboardEvent): boolean;
};

export function createListbox({
  id,
  isMultiple = false,
  label = "Choices",
}: {
  id: string;
  isMultiple?: boolean;
  label?: string;
}): Listbox {
  let items: readonly ListItem[] = [];
  let active = -1;
  const list = el("div", {
    role: "listbox",
    id,
    "aria-label": label,
    "aria-multiselectable": isMultiple ? "true" : null,
  });
  const title = el("p", { class: "list-heading", hidden: true, "aria-hidden": "true" });
  const element = el("div", { class: "listbox", hidden: true }, title, list);

  const setActive = (index: number) => {
    active = index;
    [...list.children].forEach((child, position) => {
      child.classList.toggle("active", position === index);
      if (position !== index) return;
      child.scrollIntoView({ block: "nearest" });
      listbox.onActive(child.id);
    });
  };
  const draw = (item: ListItem, index: number) =>
    el(
      "div",
      {
        role: "option",
        id: `${id}-${index}`,
        class: "list-item",
        "aria-selected": item.isSelected === true || (!isMultiple && index === active) ? "true" : "false",
        // The focus stays where it is, so that typing goes on.
        onmousedown: (event: Event) => event.preventDefault(),
        onmousemove: () => {
          if (active !== index) setActive(index);
        },
        onclick: () => listbox.onPick(item.id),
      },
      item.lead ?? null,
      el("span", { class: "list-text" }, el("b", {}, item.title), item.detail ? el("small", {}, item.detail) : null),
      item.aside ? el("span", { class: "list-aside" }, item.aside) : null,
      isMultiple ? el("span", { class: `tick${item.isSelected === true ? " on" : ""}` }, icon("check")) : null,
    );

  const listbox: Listbox = {
    element,
    onPick: () => undefined,
    onActive: () => undefined,
    show(next, first = 0, heading = "") {
      items = next;
      list.replaceChildren(...items.map(draw));
      title.textContent = heading;
      title.hidden = heading === "";
      element.hidden = items.length === 0 && heading === "";
      setActive(Math.min(first, items.length - 1));
    },
    hide() {
      element.hidden = true;
      items = [];
      active = -1;
    },
    setActive,
    pickActive() {
      const item = items[active];
      if (item === undefined) return false;
      listbox.onPick(item.id);
      return true;
    },
    handleKey(event) {
      const steps: Readonly<Record<string, number>> = { ArrowDown: 1, ArrowUp: -1 };
      const step = steps[event.key];
      if (step !== undefined && items.length > 0) {
        setActive(active === -1 && step < 0 ? items.length - 1 : (active + step + items.length) % items.length);
        return true;
      }
      if (event.key === "Enter" || event.key === " ") return listbox.pickActive();
      return false;
    },
  };
  return listbox;
}
