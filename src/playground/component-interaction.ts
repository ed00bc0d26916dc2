import { baseInteraction, type Scene } from "./interaction-base.ts";
import { type Resolved, resolveIds } from "./resolved.ts";
import {
  type Component,
  componentType,
  type Interaction,
  interactionType,
  type Message,
  walkComponents,
} from "./wire.ts";

/**
 * Builds the interaction for a pressed button or a changed select.
 *
 * @param name The component's custom id or, for a button, its label.
 * @throws Error when the message has no such component or it is disabled.
 */
export function componentInteraction(
  message: Message,
  name: string,
  values: readonly string[] | null,
  scene: Scene,
  newId: () => string,
): Interaction {
  const component = findComponent(message.components, name);
  if (component?.custom_id === undefined) throw new Error(`the message has nothing to press called ${name}`);
  if (component.disabled === true) throw new Error(`${name} is disabled`);
  const resolved: Resolved = {};
  const kind = autoSelectKind(component.type);
  if (kind !== null) resolveIds(kind, values ?? [], resolved, scene);
  return {
    ...baseInteraction(scene, newId()),
    type: interactionType.component,
    message: structuredClone(message),
    data: {
      id: component.id,
      custom_id: component.custom_id,
      component_type: component.type,
      ...(component.type === componentType.button ? {} : { values: values ?? [] }),
      ...(kind === null ? {} : { resolved }),
    },
  };
}

/** What the values of a select stand for; null when they are its own strings. */
export function autoSelectKind(type: number): "user" | "role" | "channel" | "mentionable" | null {
  switch (type) {
    case componentType.userSelect:
      return "user";
    case componentType.roleSelect:
      return "role";
    case componentType.channelSelect:
      return "channel";
    case componentType.mentionableSelect:
      return "mentionable";
    default:
      return null;
  }
}

function findComponent(components: readonly Component[], name: string): Component | undefined {
  const found: Component[] = [];
  walkComponents(components, (component) => {
    if (component.custom_id === name || component.label === name) found.push(component);
  });
  return found[0];
}
