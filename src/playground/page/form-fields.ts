import type { ViewComponent } from "../page-protocol.ts";
import { el, uniqueId } from "./element.ts";
import { icon } from "./icon.ts";
import type { RenderContext } from "./render-context.ts";

type Choice = { label: string; value: string; description?: string; default?: boolean };
const REQUIRED = "This field is required.";

/** Draws a line or an area for text, with the length that is left. */
export function renderTextInput(input: ViewComponent, { addField }: RenderContext): HTMLElement {
  const max = Number(input.max_length ?? 4_000);
  const min = Number(input.min_length ?? 0);
  const area = el(input.style === 2 ? "textarea" : "input", {
    maxlength: max,
    placeholder: String(input.placeholder ?? ""),
    rows: input.style === 2 ? 4 : null,
    type: input.style === 2 ? null : "text",
  }) as HTMLInputElement | HTMLTextAreaElement;
  area.value = String(input.value ?? "");
  const left = el("span", { class: "length-left", "aria-hidden": "true" });
  const count = () => {
    left.textContent = String(max - area.value.length);
  };
  area.addEventListener("input", count);
  count();
  addField?.({
    customId: input.custom_id ?? "",
    read: () => area.value,
    complaint() {
      if (area.value === "") return input.required === false ? null : REQUIRED;
      return area.value.length < min ? `At least ${min} characters, please.` : null;
    },
    focus: () => area.focus(),
  });
  const oldLabel = input.label === undefined ? null : el("span", { class: "field-label" }, input.label);
  return el("div", { class: "text-input" }, oldLabel, area, left);
}

/** Draws one choice of several. */
export function renderRadioGroup(group: ViewComponent, { addField }: RenderContext): HTMLElement {
  const name = uniqueId("radio");
  const choices = choicesOf(group);
  const inputs = choices.map(({ value, default: isDefault }) =>
    el("input", { type: "radio", name, value, checked: isDefault === true }),
  );
  const isOptional = group.required === false;
  // A choice that need not be made can be taken back, which plain radio buttons do not allow.
  let before = inputs.find((input) => input.checked);
  for (const input of inputs) {
    input.addEventListener("click", () => {
      if (isOptional && before === input) input.checked = false;
      before = input.checked ? input : undefined;
    });
  }
  const chosen = () => inputs.find((input) => input.checked)?.value;
  addField?.({
    customId: group.custom_id ?? "",
    read: () => chosen() ?? [],
    complaint: () => (chosen() === undefined && !isOptional ? REQUIRED : null),
    focus: () => inputs[0]?.focus(),
  });
  return el(
    "div",
    { role: "radiogroup", class: "choices" },
    ...choices.map((choice, index) => choiceRow(choice, inputs[index] as HTMLElement)),
  );
}

/** Draws any number of choices. */
export function renderCheckboxGroup(group: ViewComponent, { addField }: RenderContext): HTMLElement {
  const choices = choicesOf(group);
  const inputs = choices.map(({ value, default: isDefault }) =>
    el("input", { type: "checkbox", value, checked: isDefault === true }),
  );
  const min = Number(group.min_values ?? (group.required === false ? 0 : 1));
  const max = Number(group.max_values ?? choices.length);
  const chosen = () => inputs.filter((input) => input.checked).map((input) => input.value);
  const limit = () => {
    for (const input of inputs) input.disabled = !input.checked && chosen().length >= max;
  };
  for (const input of inputs) input.addEventListener("change", limit);
  limit();
  addField?.({
    customId: group.custom_id ?? "",
    read: chosen,
    complaint() {
      const count = chosen().length;
      if (count === 0 && group.required === false) return null;
      if (count === 0) return REQUIRED;
      return count < min ? `Choose at least ${min}.` : null;
    },
    focus: () => inputs[0]?.focus(),
  });
  return el(
    "div",
    { role: "group", class: "choices" },
    ...choices.map((choice, index) => choiceRow(choice, inputs[index] as HTMLElement)),
  );
}

/** Draws a single box to tick. */
export function renderCheckbox(checkbox: ViewComponent, { addField }: RenderContext): HTMLElement {
  const input = el("input", { type: "checkbox", checked: checkbox.default === true });
  addField?.({
    customId: checkbox.custom_id ?? "",
    read: () => input.checked,
    complaint: () => null,
    focus: () => input.focus(),
  });
  return el("div", { class: "choices single" }, el("label", { class: "choice" }, input, el("span", {}, "Yes")));
}

/** Draws the place to put files. */
export function renderFileUpload(upload: ViewComponent, { addField }: RenderContext): HTMLElement {
  const max = Number(upload.max_values ?? 1);
  const min = Number(upload.min_values ?? (upload.required === false ? 0 : 1));
  const input = el("input", { type: "file", multiple: max > 1 });
  const names = el("span", { class: "file-names" }, "Drop a file here or browse");
  const files = () => [...(input.files ?? [])];
  input.addEventListener("change", () => {
    names.textContent =
      files()
        .map(({ name }) => name)
        .join(", ") || "Drop a file here or browse";
  });
  addField?.({
    customId: upload.custom_id ?? "",
    read: files,
    complaint() {
      if (files().length > max) return `At most ${max} ${max === 1 ? "file" : "files"}.`;
      if (files().length === 0) return upload.required === false ? null : REQUIRED;
      return files().length < min ? `At least ${min} files.` : null;
    },
    focus: () => input.focus(),
  });
  return el("label", { class: "file-upload" }, icon("file"), names, input);
}

function choicesOf(group: ViewComponent): Choice[] {
  return (group.options as Choice[] | undefined) ?? [];
}

function choiceRow({ label, description }: Choice, input: HTMLElement): HTMLElement {
  return el(
    "label",
    { class: "choice" },
    input,
    el("span", {}, label, description === undefined ? null : el("small", {}, description)),
  );
}
