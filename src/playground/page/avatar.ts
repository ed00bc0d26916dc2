import type { User } from "../wire.ts";
import { el } from "./element.ts";

const colors = ["#5865f2", "#3ba55d", "#c05a1c", "#a12d8f"];

/** Draws somebody's picture: the bot's own, or the first letter on a colour of theirs. */
export function avatar(user: Pick<User, "id" | "username" | "bot">, size: "large" | "small" = "large"): HTMLElement {
  if (user.bot === true) {
    return el("img", { class: `avatar ${size}`, src: "/page/spotter.svg", alt: "" });
  }
  const color = colors[Number(user.id.slice(-2)) % colors.length] ?? "#5865f2";
  const letter = user.username.slice(0, 1).toUpperCase();
  return el("span", { class: `avatar ${size}`, style: { background: color }, "aria-hidden": "true" }, letter);
}
