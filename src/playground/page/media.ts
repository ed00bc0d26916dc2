import type { ViewComponent } from "../page-protocol.ts";
import { el } from "./element.ts";
import { icon } from "./icon.ts";

type Media = { url: string; width?: number; height?: number };
type Item = { media: Media; description?: string | null; spoiler?: boolean };

/** Draws the small picture beside a section. */
export function renderThumbnail(thumbnail: ViewComponent): HTMLElement {
  return picture(thumbnail as unknown as Item, "thumbnail");
}

/** Draws up to ten pictures in a grid. */
export function renderGallery(gallery: ViewComponent): HTMLElement {
  const items = (gallery.items as Item[] | undefined) ?? [];
  return el(
    "div",
    { class: `gallery count-${Math.min(items.length, 5)}` },
    ...items.map((item) => picture(item, "tile")),
  );
}

/** Draws a file that can be saved. */
export function renderFile(file: ViewComponent): HTMLElement {
  const media = file.file as Media | undefined;
  const name = String(file.name ?? decodeURIComponent(media?.url.split("/").pop() ?? "file"));
  return fileCard(name, media?.url ?? "", Number(file.size ?? 0));
}

/** Draws an attachment that no component shows. */
export function fileCard(name: string, url: string, size: number): HTMLElement {
  const sizeText = size === 0 ? "" : size < 1024 ? `${size} bytes` : `${(size / 1024).toFixed(1)} KB`;
  return el(
    "div",
    { class: "file" },
    icon("file"),
    el("span", {}, el("a", { href: url, download: name }, name), el("small", {}, sizeText)),
  );
}

function picture(item: Item, className: string): HTMLElement {
  const { media } = item;
  const description = item.description ?? "";
  // Pictures from elsewhere stay unloaded: the playground asks nothing of any other machine.
  if (!isLocal(media.url)) {
    const text = description || `A picture from ${hostOf(media.url)}`;
    return el("div", { class: `${className} absent`, role: "img", "aria-label": text }, text);
  }
  const size = media.width && media.height ? { width: media.width, height: media.height } : {};
  const image = el("img", { src: new URL(media.url).pathname, alt: description, loading: "lazy", ...size });
  return el(
    "button",
    {
      class: `${className}${description === "" ? "" : " described"}${item.spoiler === true ? " hidden-content" : ""}`,
      type: "button",
      "aria-label": description === "" ? "Picture, enlarge" : `${description}, enlarge`,
      onclick: (event: MouseEvent) => {
        const button = event.currentTarget as HTMLElement;
        if (!button.classList.contains("hidden-content")) return enlarge(image.src, description);
        button.classList.remove("hidden-content");
      },
    },
    image,
  );
}

function enlarge(source: string, description: string): void {
  const dialog = el("dialog", { class: "lightbox", "aria-label": description || "Picture" });
  const close = el("button", { class: "icon-button", type: "button", "aria-label": "Close" }, icon("close"));
  dialog.append(el("img", { src: source, alt: description }), el("p", {}, description), close);
  dialog.addEventListener("click", () => dialog.close());
  dialog.addEventListener("close", () => dialog.remove());
  document.body.append(dialog);
  dialog.showModal();
}

function isLocal(url: string): boolean {
  return (
    URL.canParse(url) && new URL(url).port === location.port && /^(127\.0\.0\.1|localhost)$/.test(new URL(url).hostname)
  );
}

function hostOf(url: string): string {
  return URL.canParse(url) ? new URL(url).host : "elsewhere";
}
