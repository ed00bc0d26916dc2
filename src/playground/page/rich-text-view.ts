import type { RichNode } from "../page-protocol.ts";
import { type App, goTo, now } from "./app.ts";
import { el } from "./element.ts";
import { followInside } from "./inner-link.ts";
import { describeTime, exactTime } from "./time-text.ts";

type Kind = RichNode["kind"];
type Renderers = { [K in Kind]: (node: RichNode & { kind: K }, app: App) => Node };

const wrap =
  (tag: keyof HTMLElementTagNameMap, className?: string) =>
  (node: { children: RichNode[] }, app: App): Node =>
    el(tag, className === undefined ? {} : { class: className }, ...renderRichText(node.children, app));

const renderers: Renderers = {
  text: ({ text }) => document.createTextNode(text),
  code: ({ text }) => el("code", {}, text),
  "code-block": ({ text }) => el("pre", { tabindex: 0 }, el("code", {}, text)),
  break: () => el("br"),
  strong: wrap("strong"),
  em: wrap("em"),
  u: wrap("u"),
  strike: wrap("s"),
  span: wrap("span"),
  small: wrap("span", "small-print"),
  quote: (node, app) => el("blockquote", {}, ...renderRichText(node.children, app)),
  spoiler: (node, app) => spoiler(renderRichText(node.children, app)),
  // The page's own headings are levels 1 and 2.
  heading: (node, app) =>
    el(`h${node.level + 2}` as "h3", { class: `heading-${node.level}` }, ...renderRichText(node.children, app)),
  list: (node, app) => {
    const items = node.items.map((item) => el("li", {}, ...renderRichText(item, app)));
    return node.start === null ? el("ul", {}, ...items) : el("ol", { start: node.start }, ...items);
  },
  link: (node, app) =>
    el(
      "a",
      {
        href: node.url,
        target: "_blank",
        rel: "noopener noreferrer",
        title: node.url,
        ...followInside(app, node.url),
      },
      ...renderRichText(node.children, app),
    ),
  mention: (node, app) => mention(node, app),
  time: ({ seconds, style }, app) =>
    el("time", { class: "time-mark", title: exactTime(seconds * 1000) }, describeTime(seconds * 1000, style, now(app))),
};

/** Turns formatted text into elements. */
export function renderRichText(nodes: readonly RichNode[], app: App): Node[] {
  return nodes.map((node) => {
    const render = renderers[node.kind] as (node: RichNode, app: App) => Node;
    return render(node, app);
  });
}

/** The text of formatted text, for names and snippets; times as they read at `nowMs`. */
export function plainText(nodes: readonly RichNode[], nowMs: number): string {
  return nodes
    .map((node) => {
      if ("text" in node) return node.text;
      if ("children" in node) return `${plainText(node.children, nowMs)} `;
      if (node.kind === "time") return describeTime(node.seconds * 1000, node.style, nowMs);
      return node.kind === "list" ? `${node.items.map((item) => plainText(item, nowMs)).join(", ")} ` : " ";
    })
    .join("")
    .trim();
}

function mention({ of, id }: { of: string; id: string }, app: App): Node {
  const { people, roles, places, botId, botName } = app.snapshot;
  switch (of) {
    case "user": {
      const name = id === botId ? botName : people.find((person) => person.id === id)?.name;
      return el("span", { class: "mention" }, `@${name ?? "unknown-user"}`);
    }
    case "role":
      return el("span", { class: "mention" }, `@${roles.find((role) => role.id === id)?.name ?? "unknown-role"}`);
    case "channel": {
      const place = places.find((candidate) => candidate.id === id);
      if (place === undefined) return el("span", { class: "mention" }, "#unknown");
      return el("button", { class: "mention", type: "button", onclick: () => goTo(app, place) }, `#${place.name}`);
    }
    case "command":
      return el("span", { class: "mention" }, `/${id}`);
    default:
      return el("span", { class: "mention" }, `@${id}`);
  }
}

function spoiler(children: Node[]): Node {
  const button = el("button", {
    class: "spoiler",
    type: "button",
    "aria-expanded": "false",
    "aria-label": "Spoiler, show",
  });
  const inner = el("span", { "aria-hidden": "true" }, ...children);
  button.append(inner);
  button.addEventListener("click", () => {
    button.setAttribute("aria-expanded", "true");
    button.removeAttribute("aria-label");
    inner.removeAttribute("aria-hidden");
  });
  return button;
}
