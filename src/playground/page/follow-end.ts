import { el } from "./element.ts";
import { icon } from "./icon.ts";

const NEAR_PX = 120;

/**
 * Keeps the end of the conversation in sight while somebody reads there, whatever grows; whoever reads further up is
 * left alone and gets a button when something new has come.
 */
export function followEnd(scroller: HTMLElement, content: HTMLElement) {
  let isAtEnd = true;
  const go = () => {
    isAtEnd = true;
    button.hidden = true;
    scroller.scrollTop = scroller.scrollHeight;
  };
  const button = el(
    "button",
    { class: "jump", type: "button", hidden: true, onclick: go },
    "New messages",
    icon("down"),
  );
  scroller.addEventListener("scroll", () => {
    isAtEnd = scroller.scrollHeight - scroller.scrollTop - scroller.clientHeight < NEAR_PX;
    if (isAtEnd) button.hidden = true;
  });
  new ResizeObserver(() => isAtEnd && go()).observe(content);
  return {
    button,
    go,
    /** To be called when the content has changed. */
    changed(hasNew: boolean) {
      if (isAtEnd) go();
      else if (hasNew) button.hidden = false;
    },
  };
}
