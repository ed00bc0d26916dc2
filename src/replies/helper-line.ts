import { type APITextDisplayComponent, ComponentType } from "discord-api-types/v10";

/** The line that calls a server's helpers to an answer. */
export function helperLine(roleId: string): APITextDisplayComponent {
  return { type: ComponentType.TextDisplay, content: `<@&${roleId}> Could somebody look after them?` };
}
