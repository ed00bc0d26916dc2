import type { ViewComponent } from "../page-protocol.ts";
import type { App } from "./app.ts";

/** What a component can reach: the page, and what happens when it is used. */
export type RenderContext = {
  readonly app: App;
  /** Ids in a message and a form must not meet. */
  readonly prefix: string;
  /** Called when a button is pressed (null) or a select has got its values. */
  readonly use: (component: ViewComponent, values: readonly string[] | null, element: HTMLElement) => void;
  /** Registers a form's field; in a message there are none. */
  readonly addField?: (field: FormField) => void;
};

/** One field of a form: how to read it, and what is wrong with it. */
export type FormField = {
  readonly customId: string;
  read(): string | boolean | string[] | Promise<File[]> | File[];
  /** A sentence when it cannot be sent like this. */
  complaint(): string | null;
  focus(): void;
};
