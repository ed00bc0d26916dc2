import type { App } from "./app.ts";
import type { Listbox } from "./listbox.ts";
import type { TypedCommand } from "./usable-commands.ts";

/** What the parts of a command being typed share. */
export type CommandTools = {
  readonly app: App;
  readonly command: TypedCommand;
  readonly listbox: Listbox;
  readonly listId: string;
  readonly onSend: () => void;
  /** Called when the command is given up; `rest` is what stands in the text field then. */
  readonly onLeave: (rest: string) => void;
  readonly complain: (sentence: string | null) => void;
};
