import type { BaseRequest } from "#src/discord/request.ts";
import type { CommandSettings } from "#src/storage/guild-settings.ts";
import type { RuledCommand } from "./staff/ruled-command.ts";

const MOST_NAMED = 10;
const ALWAYS = "Warning signs are answered everywhere: **/upperback-sore** tells you privately.";
const ALWAYS_READ = "Where I read a warning sign, I show it to you everywhere. That I show none here is no all-clear.";

/** Why a command is not used in a channel; where to go instead, unless it is for a message, which stays where it is. */
export function usedElsewhere(
  { label, isForMessages }: Pick<RuledCommand, "label" | "isForMessages">,
  { rule, ids }: CommandSettings["channels"],
): string {
  const named = ids.slice(0, MOST_NAMED).map((id) => `<#${id}>`);
  const more = ids.length > named.length ? " and others" : "";
  const goElsewhere = isForMessages ? "" : " Please use it in another one, or in a direct message with me.";
  const where =
    rule === "except" || named.length === 0
      ? `this server keeps it out of this channel.${goElsewhere}`
      : `on this server it is used ${isForMessages ? "on messages " : ""}in ${named.join(", ")}${more}.`;
  return `**${label}**: ${where}\n-# ${isForMessages ? ALWAYS_READ : ALWAYS}`;
}

/** A link to the answer that somebody got a moment ago. */
export function askedAlready(
  { guildId, channelId, command }: BaseRequest & { readonly command: string },
  { messageId, askAgainAt }: { readonly messageId: string; readonly askAgainAt: Date },
): string {
  const link = `https://discord.com/channels/${guildId ?? "@me"}/${channelId ?? ""}/${messageId}`;
  const again = `<t:${Math.ceil(askAgainAt.getTime() / 1000)}:R>`;
  return `You have [an answer to **/${command}** from a moment ago](${link}); the next one is possible ${again}.\n-# ${ALWAYS}`;
}

/** Why an ordinary answer is not given privately. */
export function keptPublic(): string {
  return `In this channel, the server wants answers to be public, so I posted nothing. Please ask again without \`private\`, or in a direct message with me.\n-# ${ALWAYS}`;
}
