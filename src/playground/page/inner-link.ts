import { type App, goTo } from "./app.ts";
import { showMessage } from "./show-message.ts";

const TO_PLACE = /^https:\/\/(?:\w+\.)?discord\.com\/channels\/(?:@me|\d+)\/(\d+)(?:\/(\d+))?$/;

/** What a click on a link does that leads to a place or message of this Discord: it goes there, and not to the web. */
export function followInside(app: App, url: string): { readonly onclick?: (event: MouseEvent) => void } {
  const [, placeId, messageId] = TO_PLACE.exec(url) ?? [];
  const place = app.snapshot.places.find(({ id }) => id === placeId);
  if (place === undefined) return {};
  return {
    onclick(event) {
      event.preventDefault();
      goTo(app, place);
      if (messageId !== undefined) showMessage(messageId);
    },
  };
}
