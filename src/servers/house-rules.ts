import type { Reply } from "#src/discord/reply.ts";
import type { ActionRequest, AutocompleteRequest, CommandRequest } from "#src/discord/request.ts";
import { askedAlready, keptPublic, usedElsewhere } from "#src/replies/house-hints.ts";
import { noticeCard } from "#src/replies/notice-card.ts";
import type { RuledCommand } from "#src/replies/staff/ruled-command.ts";
import {
  type AnswerVisibility,
  type CommandSettings,
  type GuildSettings,
  settingsOf,
} from "#src/storage/guild-settings.ts";

/** Anything that is answered. */
export type Answerable = CommandRequest | AutocompleteRequest | ActionRequest;

/** An answer that somebody got a moment ago. */
export type LastAnswer = { readonly messageId: string; readonly askAgainAt: Date };

/** What a server's rules make of one answer: where it appears and how long it is, never whether anything is read. */
export type Ruling = {
  readonly visibility: AnswerVisibility;
  /** What is said privately in place of an ordinary answer; null where ordinary answers are welcome. */
  readonly instead: string | null;
  /** What is said in place of an ordinary answer that somebody wished to be private. */
  readonly insteadOfPrivate: string | null;
  /** How long the next ordinary answer waits, in seconds. */
  readonly cooldownSeconds: number;
};

type Asked = {
  readonly settings: GuildSettings;
  /** The command that was used; null where no server rules on it. */
  readonly command: RuledCommand | null;
  readonly request: Answerable;
  readonly last: LastAnswer | null;
};

/** Rules on one request; a command takes only the rules that it names. */
export function rule({ settings, command, request, last }: Asked): Ruling {
  const rules = command?.rules ?? [];
  const { channels, cooldownSeconds, ...own } = settingsOf(settings, request.command);
  const isAway = command !== null && rules.includes("channels") && !isWelcome(channels, request);
  const cools = rules.includes("cooldown");
  const waits = cools && last !== null && cooldownSeconds > 0 ? last : null;
  const visibility = rules.includes("visibility") ? visibilityIn(own, request) : "member";
  const away = isAway ? usedElsewhere(command, channels) : null;
  return {
    visibility: isAway || waits !== null ? "private" : visibility,
    instead: away ?? (waits === null ? null : askedAlready(request, waits)),
    insteadOfPrivate: visibility === "public" ? keptPublic() : null,
    cooldownSeconds: cools ? cooldownSeconds : 0,
  };
}

/**
 * Applies a ruling to a reply. What is serious or puts a question is always given in full and at once, privately where
 * the rules forbid the channel; what somebody opens privately from a card, and every change of a card, stays.
 */
export function applyRuling(reply: Reply, ruling: Ruling, request: Answerable): Reply {
  if (reply.kind !== "message") return reply;
  const isPrivate = reply.visibility === "private";
  // Only an answer to what was just asked gives way: a card's own buttons go on working wherever it stands.
  const isAsked = request.kind === "command" || reply.urgency !== undefined;
  if (mustBeGiven(reply)) return isPrivate || ruling.visibility !== "private" ? reply : forPersonAlone(reply);
  if (ruling.instead !== null && (isAsked || !isPrivate)) return hint(ruling.instead);
  if (ruling.insteadOfPrivate !== null && isAsked && isPrivate) return hint(ruling.insteadOfPrivate);
  if (ruling.visibility === "private" && !isPrivate) return forPersonAlone(reply);
  return ruling.cooldownSeconds > 0 && isAsked && !isPrivate ? { ...reply, wantsId: true } : reply;
}

/** What was meant for the channel, privately: no clicked message is to say that it was posted. */
function forPersonAlone({ then = [], ...reply }: Extract<Reply, { kind: "message" }>): Reply {
  const others = then.filter(({ kind }) => kind !== "clicked-message-edit");
  return { ...reply, visibility: "private", ...(others.length === 0 ? {} : { then: others }) };
}

/** Something to watch is no ordinary soreness either. */
function mustBeGiven({ urgency }: Extract<Reply, { kind: "message" }>): boolean {
  return urgency !== undefined && (urgency.level >= 1 || urgency.asks);
}

function hint(text: string): Reply {
  return { kind: "message", visibility: "private", body: noticeCard(text) };
}

/** A thread is as welcome as the channel that it belongs to, unless it is named itself. */
function isWelcome(
  { rule: only, ids }: CommandSettings["channels"],
  { channelId, parentChannelId }: Answerable,
): boolean {
  const isNamed = [channelId, parentChannelId].some((id) => id !== null && ids.includes(id));
  return only === "only" ? isNamed : !isNamed;
}

function visibilityIn(
  { visibility, visibilityIn: byChannel }: Pick<CommandSettings, "visibility" | "visibilityIn">,
  { channelId, parentChannelId }: Answerable,
): AnswerVisibility {
  return byChannel[channelId ?? ""] ?? byChannel[parentChannelId ?? ""] ?? visibility;
}
