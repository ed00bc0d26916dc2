import { type APIMessageTopLevelComponent, type APITextDisplayComponent, ComponentType } from "discord-api-types/v10";
import type { BaseRequest } from "#src/discord/request.ts";

/** The component id of the line that says which message an answer is about. */
const ABOUT_ID = 1003;

/** The line above a posted answer: a link to the message it is about, naming nobody. */
export function aboutLine({ guildId, channelId }: BaseRequest, messageId: string): APITextDisplayComponent {
  const link = `https://discord.com/channels/${guildId ?? "@me"}/${channelId ?? ""}/${messageId}`;
  return { type: ComponentType.TextDisplay, id: ABOUT_ID, content: `About [this message](${link})` };
}

/** That line of a clicked answer, for the answer that takes its place; none where it has none. */
export function aboutLineOf(components: readonly APIMessageTopLevelComponent[]): APITextDisplayComponent[] {
  return components.filter((one) => one.type === ComponentType.TextDisplay).filter(({ id }) => id === ABOUT_ID);
}
