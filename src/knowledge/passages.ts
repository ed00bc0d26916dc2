/** A piece of a text, with the words after ":::" if it stood between such lines, else null. */
export type Fenced = { readonly text: string; readonly marker: string | null };

/** A fence that cannot be read, with the line of the body it stands on. */
export type FenceProblem = { readonly line: number; readonly problem: string };

/**
 * Cuts a Markdown body at its fences:
 *
 *     Shown to everybody.
 *
 *     ::: not_while 1
 *     Shown only when nothing warns.
 *     :::
 */
export function splitFences(body: string): { readonly pieces: Fenced[]; readonly problems: FenceProblem[] } {
  const pieces: Fenced[] = [];
  const problems: FenceProblem[] = [];
  let marker: string | null = null;
  let openedOn = 0;
  let lines: string[] = [];

  const close = () => {
    const text = lines.join("\n").trim();
    if (text !== "") pieces.push({ text, marker });
    else if (marker !== null) problems.push({ line: openedOn, problem: `nothing stands inside "::: ${marker}"` });
    lines = [];
  };

  for (const [index, line] of body.split("\n").entries()) {
    const fence = /^\s*:::\s*(.*?)\s*$/.exec(line);
    if (fence === null) {
      lines.push(line);
      continue;
    }
    const words = fence[1] ?? "";
    if (words !== "" && marker !== null) {
      problems.push({ line: index + 1, problem: `"::: ${words}" opens before the one above is closed with ":::"` });
    }
    if (words === "" && marker === null) problems.push({ line: index + 1, problem: '":::" closes nothing' });
    close();
    marker = words === "" ? null : words;
    openedOn = index + 1;
  }
  if (marker !== null) problems.push({ line: openedOn, problem: `"::: ${marker}" is never closed with ":::"` });
  close();
  return { pieces, problems };
}
