import { ApiError } from "./api-error.ts";
import type { EventStream } from "./event-stream.ts";
import { findMentions, numberComponents, resolveMedia, textOf, toAttachments } from "./message-parts.ts";
import { checkMessage } from "./message-rules.ts";
import type { Upload } from "./upload.ts";
import { type Attachment, type Component, type Json, type Message, messageFlag, type User } from "./wire.ts";

/** A body as it came in: the JSON with its files. */
export type MessageInput = { readonly json: Json; readonly files: readonly Upload[] };

type Origin = {
  readonly channelId: string;
  readonly author: User;
  /** The one person who may see it; null for everybody in the channel. */
  readonly audience: string | null;
  readonly flags: number;
  readonly fields: Partial<Message>;
};

type Entry = { message: Message; readonly audience: string | null; pinnedAt: string | null };

/** A pinned message, and when it was pinned (ISO 8601). */
type Pin = { readonly message: Message; readonly pinnedAt: string };

/** Every message of the local Discord, and the files that came with them. */
export type MessageBoard = {
  /** Posts a message; with `enforce_nonce`, one of the same author and nonce is given back instead. */
  post(input: MessageInput, origin: Origin): Message;
  /** Posts a line that Discord itself writes, such as that something was pinned. */
  announce(origin: Origin): Message;
  /** Puts up the "thinking…" that a deferred answer shows. */
  postLoading(origin: Origin): Message;
  edit(id: string, input: MessageInput): Message;
  remove(id: string): void;
  pin(id: string): void;
  unpin(id: string): void;
  /** The pinned messages of a channel, the last pinned first. */
  pins(channelId: string): Pin[];
  find(id: string): Entry | null;
  /** The messages of a channel in order; with a viewer, only those that person sees. */
  list(channelId: string, viewerId?: string): Message[];
  /** Keeps files that belong to no message, such as those of a form, and gives their attachments. */
  keepFiles(input: MessageInput): Attachment[];
  findFile(attachmentId: string): Upload | null;
  clear(): void;
};

// A benchmark sends far more messages than anybody looks at.
const KEPT_MESSAGES = 5_000;
const EDITABLE = messageFlag.componentsV2 | (1 << 2);

export function createMessageBoard(options: {
  events: EventStream;
  newId: () => string;
  now: () => number;
  filesUrl: () => string;
}): MessageBoard {
  const { events, newId, now } = options;
  const entries = new Map<string, Entry>();
  const files = new Map<string, Upload>();

  const attach = (input: MessageInput, isPrivate: boolean): Attachment[] => {
    const described = (input.json.attachments as Json[] | undefined) ?? [];
    const urlOf = (id: string, name: string) => `${options.filesUrl()}/${id}/${encodeURIComponent(name)}`;
    const attachments = toAttachments(input.files, described, { newId, isPrivate, urlOf });
    attachments.forEach(({ id }, index) => {
      const file = input.files[index];
      if (file) files.set(id, file);
    });
    return attachments;
  };

  const fill = (message: Message, input: MessageInput, attachments: Attachment[]) => {
    const { json } = input;
    if (json.content !== undefined) message.content = String(json.content ?? "");
    if (json.embeds !== undefined) message.embeds = (json.embeds as Json[] | null) ?? [];
    if (json.components !== undefined)
      message.components = numberComponents((json.components as Component[] | null) ?? []);
    message.attachments = attachments;
    resolveMedia(message.components, attachments);
    const text = textOf(message.content, message.components);
    Object.assign(message, findMentions(text, json.allowed_mentions as Json | undefined));
  };

  const add = (message: Message, audience: string | null) => {
    entries.set(message.id, { message, audience, pinnedAt: null });
    if (entries.size > KEPT_MESSAGES) entries.delete(entries.keys().next().value as string);
    events.emit({ kind: "message-created", message, audience });
    return message;
  };

  const blank = ({ channelId, author, flags, fields }: Origin): Message => ({
    id: newId(),
    channel_id: channelId,
    type: 0,
    author,
    content: "",
    timestamp: new Date(now()).toISOString(),
    edited_timestamp: null,
    flags,
    components: [],
    embeds: [],
    attachments: [],
    mentions: [],
    mention_roles: [],
    mention_everyone: false,
    tts: false,
    pinned: false,
    ...fields,
  });

  const get = (id: string) => {
    const entry = entries.get(id);
    if (entry === undefined) throw new ApiError(404, 10008, "Unknown Message");
    return entry;
  };

  const findRepeated = ({ nonce, enforce_nonce }: Json, { author }: Origin) =>
    enforce_nonce === true
      ? [...entries.values()].find(({ message }) => message.nonce === nonce && message.author.id === author.id)?.message
      : undefined;

  const setPinned = (id: string, pinned: boolean) => {
    const entry = get(id);
    if (entry.message.pinned === pinned) return;
    entry.message = { ...entry.message, pinned };
    entry.pinnedAt = pinned ? new Date(now()).toISOString() : null;
    events.emit({ kind: "message-updated", message: entry.message, audience: entry.audience });
  };

  return {
    post(input, origin) {
      const repeated = findRepeated(input.json, origin);
      if (repeated !== undefined) return repeated;
      checkMessage(input.json, origin.flags, input.files.length);
      const message = blank(origin);
      const { nonce } = input.json;
      if (typeof nonce === "string" || typeof nonce === "number") message.nonce = nonce;
      fill(message, input, attach(input, origin.audience !== null));
      return add(message, origin.audience);
    },
    announce: (origin) => add(blank(origin), origin.audience),
    postLoading(origin) {
      return add(blank({ ...origin, flags: origin.flags | messageFlag.loading }), origin.audience);
    },
    edit(id, input) {
      const entry = get(id);
      const before = entry.message;
      const wasLoading = (before.flags & messageFlag.loading) !== 0;
      const asked = Number(input.json.flags ?? 0) & EDITABLE;
      const flags = (before.flags & ~messageFlag.loading) | asked;
      const kept = keepAttachments(before.attachments, input.json.attachments as Json[] | null | undefined);
      checkMessage(
        { content: before.content, components: before.components, embeds: before.embeds, ...input.json },
        flags,
        kept.length + input.files.length,
      );
      const message = { ...before, flags };
      fill(message, input, [...kept, ...attach(input, entry.audience !== null)]);
      // The first edit of a deferred answer is its first appearance, not a change.
      if (!wasLoading) message.edited_timestamp = new Date(now()).toISOString();
      entry.message = message;
      events.emit({ kind: "message-updated", message, audience: entry.audience });
      return message;
    },
    remove(id) {
      const { message } = get(id);
      entries.delete(id);
      events.emit({ kind: "message-deleted", channelId: message.channel_id, messageId: id });
    },
    pin: (id) => setPinned(id, true),
    unpin: (id) => setPinned(id, false),
    pins(channelId) {
      const all = [...entries.values()].filter(({ message }) => message.channel_id === channelId);
      const pinned = all.flatMap(({ message, pinnedAt }) => (pinnedAt === null ? [] : [{ message, pinnedAt }]));
      // Pinned within one millisecond, the later message counts as the later pin.
      return pinned.reverse().toSorted((one, other) => other.pinnedAt.localeCompare(one.pinnedAt));
    },
    find: (id) => entries.get(id) ?? null,
    list(channelId, viewerId) {
      return [...entries.values()]
        .filter(({ message, audience }) => message.channel_id === channelId && canSee(audience, viewerId))
        .map(({ message }) => message);
    },
    keepFiles: (input) => attach(input, true),
    findFile: (id) => files.get(id) ?? null,
    clear() {
      for (const id of [...entries.keys()]) this.remove(id);
      files.clear();
    },
  };
}

function canSee(audience: string | null, viewerId: string | undefined): boolean {
  return audience === null || viewerId === undefined || audience === viewerId;
}

function keepAttachments(before: readonly Attachment[], asked: readonly Json[] | null | undefined): Attachment[] {
  if (asked === undefined) return [...before];
  const ids = new Set((asked ?? []).map(({ id }) => String(id)));
  return before.filter(({ id }) => ids.has(id));
}
