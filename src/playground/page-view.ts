import type { RichNode, ViewComponent, ViewMessage } from "./page-protocol.ts";
import type { Component, Message } from "./wire.ts";

/** Prepares messages and components for the page: the markdown is read here, once. */
export type PageView = {
  message(message: Message, audience: string | null): ViewMessage;
  components(components: readonly Component[]): ViewComponent[];
};

/** Creates the view; the markdown parser is loaded with the first text, not at the start. */
export async function createPageView(): Promise<PageView> {
  const { toRichText } = await import("./rich-text.ts");
  return {
    message: (message, audience) => ({
      ...message,
      isPrivate: audience !== null,
      rich: toRichText(message.content),
      components: message.components.map((component) => viewComponent(component, toRichText)),
    }),
    components: (components) => components.map((component) => viewComponent(component, toRichText)),
  };
}

function viewComponent(component: Component, toRichText: (text: string) => RichNode[]): ViewComponent {
  const { components, accessory, component: inner, ...rest } = component;
  const view = (child: Component) => viewComponent(child, toRichText);
  return {
    ...rest,
    ...(typeof rest.content === "string" ? { rich: toRichText(rest.content) } : {}),
    ...(components ? { components: components.map(view) } : {}),
    ...(accessory ? { accessory: view(accessory) } : {}),
    ...(inner ? { component: view(inner) } : {}),
  } as ViewComponent;
}
