import { relative, sep } from "node:path";
import { StartError } from "#src/errors.ts";

/** One thing wrong with one field of one content file, in words its author understands. */
export type Complaint = { readonly file: string; readonly field: string; readonly problem: string };

/** Thrown once after everything was read, with every complaint in its message. */
export class KnowledgeError extends StartError {
  readonly complaints: readonly Complaint[];

  constructor(complaints: readonly Complaint[]) {
    const lines = complaints.map(({ file, field, problem }) => `- ${file}: ${field}: ${problem}`);
    const many = lines.length === 1 ? "1 problem" : `${lines.length} problems`;
    super(`The knowledge folder has ${many} to mend:\n${lines.join("\n")}`);
    this.complaints = complaints;
  }
}

/**
 * Collects what is wrong with the content, so that an author sees the whole list at once
 * and not one problem a start.
 */
export class Complaints {
  readonly list: Complaint[] = [];
  readonly #folder: string;

  constructor(folder: string) {
    this.#folder = folder;
  }

  /** Notes a problem; the file is shown as seen from the knowledge folder, on every system with "/". */
  add(file: string, field: string, problem: string): void {
    const shown = relative(this.#folder, file).split(sep).join("/");
    this.list.push({ file: shown, field, problem });
  }

  /** Throws a KnowledgeError if anything was noted. */
  throwIfAny(): void {
    if (this.list.length > 0) throw new KnowledgeError(this.list);
  }
}
