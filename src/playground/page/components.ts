import type { ViewComponent } from "../page-protocol.ts";
import { renderButton } from "./button.ts";
import { el } from "./element.ts";
import {
  renderCheckbox,
  renderCheckboxGroup,
  renderFileUpload,
  renderRadioGroup,
  renderTextInput,
} from "./form-fields.ts";
import { renderLabel } from "./form-label.ts";
import { renderFile, renderGallery, renderThumbnail } from "./media.ts";
import type { RenderContext } from "./render-context.ts";
import { renderRichText } from "./rich-text-view.ts";
import { renderSelect } from "./select-menu.ts";

type Renderer = (component: ViewComponent, context: RenderContext) => HTMLElement;

/** Every component Discord has, by its type. */
const renderers: Readonly<Record<number, Renderer>> = {
  1: (row, context) => el("div", { class: "action-row" }, ...renderAll(row.components, context)),
  2: renderButton,
  3: renderSelect,
  4: renderTextInput,
  5: renderSelect,
  6: renderSelect,
  7: renderSelect,
  8: renderSelect,
  9: renderSection,
  10: (text, { app }) => el("div", { class: "text-display" }, ...renderRichText(text.rich ?? [], app)),
  11: renderThumbnail,
  12: renderGallery,
  13: renderFile,
  14: renderSeparator,
  17: renderContainer,
  18: (label, context) => renderLabel(label, context, renderComponent),
  19: renderFileUpload,
  21: renderRadioGroup,
  22: renderCheckboxGroup,
  23: renderCheckbox,
};

/** Turns a component into an element; a type that is not known yet says so. */
export function renderComponent(component: ViewComponent, context: RenderContext): HTMLElement {
  const render = renderers[component.type];
  return render?.(component, context) ?? el("p", { class: "unknown" }, `A component of type ${component.type}`);
}

export function renderAll(components: readonly ViewComponent[] | undefined, context: RenderContext): HTMLElement[] {
  return (components ?? []).map((component) => renderComponent(component, context));
}

function renderSection(section: ViewComponent, context: RenderContext): HTMLElement {
  return el(
    "div",
    { class: "section" },
    el("div", { class: "section-text" }, ...renderAll(section.components, context)),
    el("div", { class: "section-accessory" }, section.accessory && renderComponent(section.accessory, context)),
  );
}

function renderSeparator(separator: ViewComponent): HTMLElement {
  const spacing = separator.spacing === 2 ? "large" : "small";
  return el("div", { class: `separator ${spacing}${separator.divider === false ? "" : " with-line"}` });
}

function renderContainer(container: ViewComponent, context: RenderContext): HTMLElement {
  const accent = typeof container.accent_color === "number" ? container.accent_color : null;
  const color = accent === null ? {} : { "--accent": `#${accent.toString(16).padStart(6, "0")}` };
  const className = `container${accent === null ? "" : " accented"}${container.spoiler === true ? " hidden-content" : ""}`;
  const box = el("div", { class: className, style: color }, ...renderAll(container.components, context));
  if (container.spoiler === true)
    box.addEventListener("click", () => box.classList.remove("hidden-content"), { once: true });
  return box;
}
