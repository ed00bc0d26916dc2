import type { BaseRequest } from "#src/discord/request.ts";
import type { CommandSettings } from "#src/storage/guild-settings.ts";

const MOST_NAMED = 10;
const ALWAYS = "Warning signs are answered everywhere: **/upperback-sore** tells you privately.";

/** Where to go instead of a channel in which a server does not want a command. */
export function usedElsewhere(command: string, { rule, ids }: CommandSettings["channels"]): string {
  const named = ids.slice(0, MOST_NAMED).map((id) => `<#${id}>`);
  const more = ids.length > named.length ? " and others" : "";
  const where =
    rule === "except" || named.length === 0
      ? "this server keeps it out of this channel. Please use it in another one, or in a direct message with me."
      : `on this server it is used in ${named.join(", ")}${more}.`;
  return `**/${command}**: ${where}\n-# ${ALWAYS}`;
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
