/** Puts values in the place of `{{name}}`; a name without a value is left out. */
export function fillIn(text: string, values: Readonly<Record<string, string>>): string {
  return text.replace(/\{\{\s*([a-z]+)\s*\}\}/g, (_, name: string) => values[name] ?? "");
}
