import type { CustomId } from "#src/discord/custom-id.ts";

/** The custom id of an action of /spotter. Its messages are private, so nobody but their reader can use it. */
export function staffId(action: string, state = ""): CustomId {
  return { command: "spotter", action, ownerId: null, state };
}
