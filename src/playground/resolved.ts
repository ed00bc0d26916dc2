import type { Json } from "./wire.ts";
import { botPermissionsIn, findPlace, type Person, type Place, permissionsIn, world } from "./world.ts";
import { toChannel, toMember, toRole } from "./world-objects.ts";

/** The objects that Discord sends along for the ids in an interaction. */
export type Resolved = {
  users?: Record<string, Json>;
  members?: Record<string, Json>;
  roles?: Record<string, Json>;
  channels?: Record<string, Json>;
  attachments?: Record<string, Json>;
};

/** Adds the objects behind the ids to `resolved`, with what their people may do in the scene's place. */
export function resolveIds(
  kind: "user" | "role" | "channel" | "mentionable",
  ids: readonly string[],
  resolved: Resolved,
  scene: { readonly person: Person; readonly place: Place },
): void {
  for (const id of ids) {
    const person = world.people.find(({ user }) => user.id === id);
    const role = world.roles.find((candidate) => candidate.id === id);
    const place = findPlace(id);
    if (person && (kind === "user" || kind === "mentionable")) {
      const { user: _, ...member } = toMember(person, permissionsIn(scene.place, person));
      resolved.users = { ...resolved.users, [id]: person.user as unknown as Json };
      resolved.members = { ...resolved.members, [id]: member };
    }
    if (role && (kind === "role" || kind === "mentionable")) {
      resolved.roles = { ...resolved.roles, [id]: toRole(role) };
    }
    if (place && kind === "channel") {
      const permissions = permissionsIn(place, scene.person).toString();
      const app_permissions = botPermissionsIn(place).toString();
      resolved.channels = { ...resolved.channels, [id]: { ...toChannel(place), permissions, app_permissions } };
    }
  }
}
