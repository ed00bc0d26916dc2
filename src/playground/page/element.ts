type Child = Node | string | null | false | undefined;
type Listener = (event: never) => void;
type Props = {
  class?: string;
  style?: Readonly<Record<string, string>>;
  [name: string]: string | number | boolean | null | undefined | Listener | Readonly<Record<string, string>>;
};

/**
 * Creates an element. Strings become text and never HTML; `on…` are listeners; false, null and undefined leave an
 * attribute or a child out.
 */
export function el<Tag extends keyof HTMLElementTagNameMap>(
  tag: Tag,
  props: Props = {},
  ...children: readonly Child[]
): HTMLElementTagNameMap[Tag] {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(props)) {
    if (value === null || value === undefined || value === false) continue;
    if (typeof value === "function") element.addEventListener(name.slice(2), value as unknown as EventListener);
    else if (typeof value === "object") {
      for (const [property, setting] of Object.entries(value)) element.style.setProperty(property, setting);
    } else element.setAttribute(name, value === true ? "" : String(value));
  }
  fill(element, children);
  return element;
}

/** Puts children into an element, in place of what was there. */
export function refill(element: Element, ...children: readonly Child[]): void {
  element.replaceChildren();
  fill(element, children);
}

function fill(element: Element, children: readonly Child[]): void {
  for (const child of children) {
    if (child !== null && child !== false && child !== undefined) element.append(child);
  }
}

let lastId = 0;

/** An id that no other element of the page has. */
export function uniqueId(prefix: string): string {
  lastId += 1;
  return `${prefix}-${lastId}`;
}
