import type { ViewPlace } from "../page-protocol.ts";
import { type App, goTo, me } from "./app.ts";
import { avatar } from "./avatar.ts";
import { el, refill } from "./element.ts";
import { icon } from "./icon.ts";

/** Creates the left side: the server, its channels, the direct message, and who you are. */
export function createSidebar(app: App): HTMLElement {
  const places = el("nav", { class: "places", "aria-label": "Channels" });
  const people = el("section", { class: "people", "aria-label": "You are" });
  const drawPlaces = () => {
    const { places: all } = app.snapshot;
    refill(
      places,
      el("h2", { class: "list-title" }, "Text channels"),
      el("ul", {}, ...all.filter(({ isDirect }) => !isDirect).map((place) => placeRow(app, place))),
      el("h2", { class: "list-title" }, "Direct messages"),
      el("ul", {}, ...all.filter(({ isDirect }) => isDirect).map((place) => placeRow(app, place))),
    );
  };
  const drawPeople = () => {
    refill(
      people,
      el("h2", { class: "list-title" }, "You are"),
      el(
        "div",
        { role: "radiogroup", "aria-label": "You are" },
        ...app.snapshot.people.map((person) => personRow(app, person)),
      ),
      directMessageSwitch(app),
    );
  };
  for (const topic of ["place", "messages", "person"] as const) app.on(topic, drawPlaces);
  app.on("person", drawPeople);
  drawPlaces();
  drawPeople();
  return el(
    "aside",
    { class: "sidebar", id: "sidebar", "aria-label": "Server" },
    el(
      "header",
      { class: "guild" },
      el("span", { class: "guild-mark", "aria-hidden": "true" }, initials(app.snapshot.guildName)),
      el("strong", {}, app.snapshot.guildName),
    ),
    places,
    people,
  );
}

function placeRow(app: App, place: ViewPlace): HTMLElement {
  const isOpen = place.id === app.place.id;
  const isUnread = app.unread.has(place.id);
  const { botId, botName } = app.snapshot;
  return el(
    "li",
    {},
    el(
      "button",
      {
        class: `place${isUnread ? " unread" : ""}`,
        type: "button",
        "aria-current": isOpen ? "page" : null,
        "aria-label": `${place.isDirect ? "Direct message with " : ""}${place.name}${isUnread ? ", unread" : ""}`,
        onclick: () => {
          document.body.classList.remove("sidebar-open");
          goTo(app, place);
        },
      },
      place.isDirect ? avatar({ id: botId, username: botName, bot: true }, "small") : icon("hash"),
      el("span", {}, place.name),
    ),
  );
}

function personRow(app: App, person: App["snapshot"]["people"][number]): HTMLElement {
  const isMe = person.id === me(app).id;
  return el(
    "label",
    { class: "person" },
    el("input", {
      type: "radio",
      name: "person",
      value: person.key,
      checked: isMe,
      onchange: () => {
        void app
          .switchPerson(person.key)
          .then(() => document.querySelector<HTMLElement>(".person input:checked")?.focus());
      },
    }),
    avatar({ id: person.id, username: person.name }),
    el("span", {}, el("b", {}, person.name), el("small", {}, person.about)),
  );
}

/** Discord's privacy setting for the members of a server: off, no message of the bot's own accord arrives. */
function directMessageSwitch(app: App): HTMLElement {
  return el(
    "label",
    { class: "privacy" },
    el("input", {
      type: "checkbox",
      role: "switch",
      checked: me(app).takesDirectMessages,
      onchange: (event: Event) => {
        const areOpen = (event.currentTarget as HTMLInputElement).checked;
        void app.act({ kind: "direct-messages", areOpen });
      },
    }),
    "Take direct messages from the bot",
  );
}

function initials(name: string): string {
  return name
    .split(" ")
    .map((word) => word.slice(0, 1))
    .join("");
}
