/** As many whole lines as fit, and how many are left out; half a line would show its code. */
export function fitLines(lines: readonly string[], longest: number): string {
  const kept: string[] = [];
  let length = 0;
  for (const line of lines) {
    length += line.length + 1;
    if (length > longest) return [...kept, `-# … and ${lines.length - kept.length} more lines`].join("\n");
    kept.push(line);
  }
  return kept.join("\n");
}
