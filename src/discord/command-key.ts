/** A command's file name, and its name in custom ids: `Check for warning signs` is `check-for-warning-signs`. */
export function commandKey(name: string): string {
  return name.toLowerCase().replaceAll(" ", "-");
}
