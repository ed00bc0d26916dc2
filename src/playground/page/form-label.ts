import type { ViewComponent } from "../page-protocol.ts";
import { el, uniqueId } from "./element.ts";
import type { FormField, RenderContext } from "./render-context.ts";

/** Draws a label with its description, its field and the place for a complaint. */
export function renderLabel(
  label: ViewComponent,
  context: RenderContext,
  render: (component: ViewComponent, context: RenderContext) => HTMLElement,
): HTMLElement {
  const labelId = uniqueId("label");
  const hintId = uniqueId("hint");
  const problem = el("p", { class: "field-problem", role: "alert", hidden: true });
  const inner = label.component;
  // Each field says how it is checked; the label is where its complaint is shown.
  const watch = (field: FormField) => {
    context.addField?.({
      ...field,
      complaint() {
        const complaint = field.complaint();
        problem.textContent = complaint ?? "";
        problem.hidden = complaint === null;
        return complaint;
      },
    });
  };
  const control = inner ? render(inner, { ...context, addField: watch }) : null;
  const target = control?.matches("input, textarea, [role=radiogroup], [role=group]")
    ? control
    : control?.querySelector("input, textarea, button");
  target?.setAttribute("aria-labelledby", labelId);
  if (label.description !== undefined) target?.setAttribute("aria-describedby", hintId);
  return el(
    "div",
    { class: "field" },
    el(
      "div",
      { class: "field-label", id: labelId },
      label.label ?? "",
      isRequired(inner) &&
        el(
          "span",
          { class: "required", title: "Required" },
          el("span", { "aria-hidden": "true" }, " *"),
          el("span", { class: "unseen" }, " required"),
        ),
    ),
    label.description !== undefined && el("p", { class: "field-hint", id: hintId }, String(label.description)),
    control,
    problem,
  );
}

function isRequired(component: ViewComponent | undefined): boolean {
  return component !== undefined && component.type !== 23 && component.required !== false;
}
