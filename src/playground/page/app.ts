import type {
  ActionResult,
  BotStatus,
  PageAction,
  Snapshot,
  ViewForm,
  ViewMessage,
  ViewPlace,
} from "../page-protocol.ts";
import type { RegisteredCommand } from "../wire.ts";

/** What changed: each part of the page listens to what it shows. */
export type Topic = "place" | "messages" | "status" | "commands" | "person" | "clock" | "exchange";

/** A command on its way, shown until its answer is there. */
export type Pending = { id: number; placeId: string; title: string; hasFailed: boolean };

type WithoutPerson<Action> = Action extends unknown ? Omit<Action, "as" | "actionId"> : never;

/** The state of the page; only `connection.ts` and the functions here change it. */
export type App = {
  snapshot: Snapshot;
  place: ViewPlace;
  status: BotStatus;
  commands: RegisteredCommand[];
  clockOffsetMs: number;
  readonly messages: Map<string, ViewMessage>;
  readonly unread: Set<string>;
  readonly failedMessages: Set<string>;
  pendings: Pending[];
  lastExchangeId: string;
  on(topic: Topic, listener: () => void): void;
  changed(topic: Topic): void;
  /** Asks the server to do something in the name of the person who is looking. */
  act(action: WithoutPerson<PageAction>): Promise<ActionResult>;
  openForm(form: ViewForm): void;
  switchPerson(key: string): Promise<void>;
};

/** The person who is looking. */
export function me(app: App): Snapshot["me"] {
  return app.snapshot.me;
}

/** Goes to another channel. */
export function goTo(app: App, place: ViewPlace): void {
  app.place = place;
  app.unread.delete(place.id);
  app.changed("place");
}

/** The messages of the open channel in order. */
export function messagesHere(app: App): ViewMessage[] {
  return [...app.messages.values()].filter(({ channel_id }) => channel_id === app.place.id);
}

/** The playground's time. */
export function now(app: App): number {
  return Date.now() + app.clockOffsetMs;
}

let lastPending = 0;

/** Sends a slash or message command and shows it under way; a form that it opens is shown. */
export async function runCommand(app: App, title: string, action: WithoutPerson<PageAction>): Promise<void> {
  lastPending += 1;
  const pending: Pending = { id: lastPending, placeId: app.place.id, title, hasFailed: false };
  app.pendings.push(pending);
  app.changed("messages");
  const result = await app.act(action).catch(() => ({ status: "failed" }) as ActionResult);
  if (result.status === "failed") pending.hasFailed = true;
  else dropPending(app, pending.id);
  app.changed("messages");
  if (result.form) app.openForm(result.form);
}

/** Takes a command that failed away again. */
export function dropPending(app: App, id: number): void {
  app.pendings = app.pendings.filter((pending) => pending.id !== id);
}
