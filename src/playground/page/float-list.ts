const MOST_HEIGHT = 300;
const GAP = 4;
// Between the list and the edge of what it may cover.
const EDGE = 8;
// Even where its select has been scrolled away, a list that is open can be read.
const LEAST_HEIGHT = 80;

/**
 * Keeps an open list beside its select, on the side where it fits or where there is more room, and no higher than there
 * is room: a form clips what stands out of it, so the list floats over the form.
 *
 * @returns what ends it.
 */
export function floatList(select: HTMLElement, list: HTMLElement): () => void {
  const place = () => placeList(select, list);
  place();
  // Captured, since scrolling does not bubble.
  document.addEventListener("scroll", place, true);
  window.addEventListener("resize", place);
  return () => {
    document.removeEventListener("scroll", place, true);
    window.removeEventListener("resize", place);
  };
}

function placeList(select: HTMLElement, list: HTMLElement): void {
  const { top, bottom, left, width } = select.getBoundingClientRect();
  const frame = frameOf(select);
  const above = top - frame.top - GAP - EDGE;
  const below = frame.bottom - bottom - GAP - EDGE;
  const options = list.querySelector<HTMLElement>("[role=listbox]");
  const border = list.offsetHeight - list.clientHeight;
  const wanted = Math.min(MOST_HEIGHT, (options?.scrollHeight ?? 0) + border);
  const isAbove = below < wanted && above > below;
  const height = Math.max(LEAST_HEIGHT, Math.min(wanted, isAbove ? above : below));
  list.style.setProperty("--most-height", `${height - border}px`);
  list.style.left = `${left}px`;
  list.style.width = `${width}px`;
  list.style.top = `${isAbove ? top - GAP - Math.min(wanted, height) : bottom + GAP}px`;
}

/** What the list may cover: of a message the conversation, of a form everything. */
function frameOf(select: HTMLElement): { readonly top: number; readonly bottom: number } {
  const conversation = select.closest(".scroller");
  return conversation?.getBoundingClientRect() ?? { top: 0, bottom: document.documentElement.clientHeight };
}
