import type { Message, RegisteredCommand } from "./wire.ts";

/** A piece of formatted text as the page shows it. */
export type RichNode =
  | { kind: "text" | "code" | "code-block"; text: string }
  | { kind: "break" }
  | { kind: "strong" | "em" | "u" | "strike" | "spoiler" | "quote" | "small" | "span"; children: RichNode[] }
  | { kind: "heading"; level: 1 | 2 | 3; children: RichNode[] }
  | { kind: "list"; start: number | null; items: RichNode[][] }
  | { kind: "link"; url: string; children: RichNode[] }
  | { kind: "mention"; of: "user" | "role" | "channel" | "command" | "everyone"; id: string }
  | { kind: "time"; seconds: number; style: string };

/** A component with its markdown read. */
export type ViewComponent = {
  type: number;
  id: number;
  custom_id?: string;
  label?: string;
  rich?: RichNode[];
  components?: ViewComponent[];
  accessory?: ViewComponent;
  component?: ViewComponent;
  [key: string]: unknown;
};

/** A message with its markdown read; `isPrivate` for one that only this person sees. */
export type ViewMessage = Omit<Message, "components"> & {
  rich: RichNode[];
  components: ViewComponent[];
  isPrivate: boolean;
};

export type ViewForm = { interactionId: string; title: string; components: ViewComponent[] };

export type ViewPerson = {
  id: string;
  key: string;
  name: string;
  about: string;
  color: number;
};
/** A place that the person sees; `permissions` are theirs there. */
export type ViewPlace = { id: string; name: string; topic: string; isDirect: boolean; permissions: string };
export type ViewRole = { id: string; name: string };

export type BotStatus = "connecting" | "ready" | "stopped";

/** A conversation that starts with a click: who says what where. */
export type Sample = {
  id: string;
  title: string;
  about: string;
  person: string;
  /** A channel's name, or "dm". */
  place: string;
  command: string;
  options: Record<string, string | number | boolean>;
};

/** Everything one person sees, sent when the page opens its stream. */
export type Snapshot = {
  botName: string;
  botId: string;
  guildName: string;
  me: ViewPerson & { takesDirectMessages: boolean };
  people: ViewPerson[];
  roles: ViewRole[];
  places: ViewPlace[];
  commands: RegisteredCommand[];
  messages: ViewMessage[];
  samples: Sample[];
  status: BotStatus;
  clockOffsetMs: number;
};

/** What the server tells an open page. */
export type StreamEvent =
  | { kind: "snapshot"; snapshot: Snapshot }
  | { kind: "message"; message: ViewMessage }
  | { kind: "message-deleted"; messageId: string }
  | { kind: "commands"; commands: RegisteredCommand[] }
  | { kind: "status"; status: BotStatus }
  | { kind: "clock"; clockOffsetMs: number }
  | { kind: "direct-messages"; areOpen: boolean }
  | { kind: "exchange"; exchangeId: string }
  /** Everything that an action led to has been told by now. */
  | { kind: "acted"; actionId: string };

export type PageFile = { name: string; contentType: string; base64: string };
export type PageValue = string | number | boolean | PageFile;

/** What the page asks the server to do, always in the name of a person; the id comes back with `acted`. */
export type PageAction = { as: string; actionId: string } & (
  | { kind: "say"; placeId: string; content: string }
  | { kind: "slash"; placeId: string; command: string; options: Record<string, PageValue> }
  | {
      kind: "autocomplete";
      placeId: string;
      command: string;
      focused: string;
      value: string;
      options: Record<string, PageValue>;
    }
  | { kind: "click"; messageId: string; customId: string }
  | { kind: "select"; messageId: string; customId: string; values: string[] }
  | { kind: "submit"; interactionId: string; answers: Record<string, string | boolean | string[] | PageFile[]> }
  | { kind: "message-menu"; messageId: string; command: string }
  | { kind: "dismiss"; messageId: string }
  | { kind: "direct-messages"; areOpen: boolean }
  | { kind: "clock"; offsetMs: number }
  | { kind: "reset" }
);

/** How an action went; `failed` means the bot did not answer in time. */
export type ActionResult = {
  status: "done" | "failed";
  form?: ViewForm;
  choices?: { name: string; value: string | number }[];
};

/** One request of the bot as the inspector shows it; `violations` says what breaks Discord's contract. */
export type RequestReport = {
  method: string;
  path: string;
  body: unknown;
  status: number | null;
  response: unknown;
  violations: string[];
};

/** One exchange as the inspector shows it: an interaction with its answers, or a request of the bot's own accord. */
export type ExchangeReport = {
  id: string;
  title: string;
  /** Whose interaction it is; null for what the bot did by itself. */
  person: string | null;
  status: "waiting" | "answered" | "failed";
  /** From the interaction to the first answer; null without one. */
  elapsedMs: number | null;
  interaction: unknown;
  requests: RequestReport[];
};
