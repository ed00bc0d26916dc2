import { componentViolations, idViolations, withDescendants } from "./message-violations.ts";

type Json = Record<string, unknown>;

// Text input, selects, file upload, radio group, checkbox group, checkbox.
const IN_A_LABEL = new Set([3, 4, 5, 6, 7, 8, 19, 21, 22, 23]);

/** The rules of a form that the published schemas leave out. */
export function formViolations(form: Json): string[] {
  const parts = (form.components ?? []) as Json[];
  const nodes = parts.flatMap(withDescendants);
  const violations = [
    ...idViolations([form, ...nodes]),
    ...nodes.flatMap(componentViolations),
    ...nodes.flatMap(fieldViolations),
  ];
  if (parts.length < 1 || parts.length > 5) violations.push(`a form of ${parts.length} parts, 1 to 5 are allowed`);
  if (String(form.title ?? "").trim() === "") violations.push("a form without a title");
  return violations;
}

function fieldViolations(node: Json): string[] {
  const { type, value, min_length, max_length, options, component } = node;
  const violations: string[] = [];
  if (type === 18 && !IN_A_LABEL.has(Number((component as Json | undefined)?.type))) {
    violations.push(`a label around a component of type ${(component as Json | undefined)?.type}`);
  }
  if (type === 4 && typeof value === "string" && value.length > Number(max_length ?? 4_000)) {
    violations.push("a text that is longer than its field allows");
  }
  if (type === 4 && Number(min_length ?? 0) > Number(max_length ?? 4_000))
    violations.push("min_length above max_length");
  const count = Array.isArray(options) ? options.length : 0;
  if (type === 21 && (count < 2 || count > 10))
    violations.push(`a radio group of ${count} options, 2 to 10 are allowed`);
  if (type === 22 && (count < 1 || count > 10))
    violations.push(`a checkbox group of ${count} options, 1 to 10 are allowed`);
  if (type === 21 && (options as Json[]).filter((option) => option.default).length > 1) {
    violations.push("a radio group with two chosen options");
  }
  return violations;
}
