import type { ViewComponent } from "../page-protocol.ts";
import { el } from "./element.ts";
import { icon } from "./icon.ts";
import { followInside } from "./inner-link.ts";
import type { RenderContext } from "./render-context.ts";

const styleNames: Readonly<Record<number, string>> = {
  1: "primary",
  2: "secondary",
  3: "success",
  4: "danger",
  5: "link",
  6: "premium",
};

/** Draws a button of any style. */
export function renderButton(button: ViewComponent, context: RenderContext): HTMLElement {
  const style = styleNames[Number(button.style)] ?? "secondary";
  const content = [emojiOf(button), button.label === undefined ? null : el("span", {}, button.label)];
  const name = button.label === undefined ? (emojiName(button) ?? "Button") : null;
  if (style === "link") {
    const url = String(button.url ?? "");
    const isWeb = /^(https?|discord):/i.test(url);
    return el(
      "a",
      {
        class: "button link",
        href: isWeb && button.disabled !== true ? url : null,
        "aria-disabled": button.disabled === true ? "true" : null,
        "aria-label": name,
        target: "_blank",
        rel: "noopener noreferrer",
        ...followInside(context.app, url),
      },
      ...content,
      icon("external"),
    );
  }
  return el(
    "button",
    {
      class: `button ${style}`,
      type: "button",
      id: `${context.prefix}-${button.id}`,
      disabled: button.disabled === true,
      "aria-label": name,
      onclick: (event: MouseEvent) => context.use(button, null, event.currentTarget as HTMLElement),
    },
    ...content,
    el("span", { class: "dots", "aria-hidden": "true" }, el("i"), el("i"), el("i")),
  );
}

/** Draws the emoji of a button or an option. */
export function emojiOf(component: { readonly emoji?: unknown; readonly [key: string]: unknown }): HTMLElement | null {
  const emoji = component.emoji as { name?: string; id?: string } | undefined;
  if (emoji?.name === undefined) return null;
  return el("span", { class: "emoji", "aria-hidden": "true" }, emoji.id === undefined ? emoji.name : `:${emoji.name}:`);
}

function emojiName(component: ViewComponent): string | null {
  return (component.emoji as { name?: string } | undefined)?.name ?? null;
}
