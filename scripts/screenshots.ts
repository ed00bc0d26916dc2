import { mkdirSync, writeFileSync } from "node:fs";
import { type BrowserContextOptions, chromium, type Page } from "playwright-core";
import { indexedPng } from "#src/pictures/indexed-png.ts";
import type { Message } from "#src/playground/wire.ts";
import { chromiumFlags, chromiumPath } from "./chromium-path.ts";
import { installChromium } from "./install-chromium.ts";
import { openStage, payloadHash, type Scene, scenes } from "./readme-scenes.ts";

// Takes the README's pictures, and writes beside each the hash of the payload that it shows.

const folder = new URL("../docs/pictures/", import.meta.url);
const MARGIN = 12;
const sizes: Readonly<Record<string, BrowserContextOptions>> = {
  desktop: { viewport: { width: 900, height: 760 } },
  phone: { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true },
};

const missing = await installChromium((line) => console.log(line));
if (missing !== null) throw new Error(missing);
mkdirSync(folder, { recursive: true });
const browser = await chromium.launch({ executablePath: chromiumPath, args: [...chromiumFlags] });
const stage = await openStage();
try {
  for (const scene of scenes) await takePictures(scene);
} finally {
  await browser.close();
  await stage.stop();
}

async function takePictures(scene: Scene): Promise<void> {
  stage.discord.clear();
  const message = await scene.play(stage.discord);
  writeFileSync(new URL(`${scene.name}.sha256`, folder), `${payloadHash(message)}\n`);
  for (const [size, context] of Object.entries(sizes)) {
    const page = await (
      await browser.newContext({ ...context, colorScheme: "dark", reducedMotion: "reduce" })
    ).newPage();
    await page.goto(`${stage.url}/?as=${scene.person}&place=${scene.place}`);
    const picture = await withFewColours(page, await takePicture(page, message, scene));
    writeFileSync(new URL(`${scene.name}-${size}.png`, folder), picture);
    console.log(`${scene.name}-${size}.png: ${Math.round(picture.length / 1024)} KiB`);
    await page.context().close();
  }
}

/** The window with the end of the conversation, or the message alone, however long it is. */
async function takePicture(page: Page, message: Message, { isWindow = false }: Scene): Promise<Buffer> {
  const element = page.locator(`#message-${message.id}`);
  await element.waitFor();
  // A message higher than the window would be cut off by the scroller: the window grows with it.
  const height = Math.ceil((await element.boundingBox())?.height ?? 0);
  const { width, height: usual } = page.viewportSize() ?? { width: 0, height: 0 };
  await page.setViewportSize({ width, height: Math.max(isWindow ? usual : 0, height + 200) });
  await element.scrollIntoViewIfNeeded();
  await page.evaluate(
    "Promise.all([...document.images].map((image) => image.complete || new Promise((end) => (image.onload = end))))",
  );
  if (isWindow) return page.screenshot();
  const box = await element.boundingBox();
  if (box === null) throw new Error("the message is not there");
  const [x, y] = [Math.max(0, box.x), Math.max(0, box.y - MARGIN)];
  const clip = { x, y, width: Math.min(width - x, 760), height: box.y + box.height - y + MARGIN };
  return page.screenshot({ clip });
}

/** The same picture at a third of its size. */
async function withFewColours(page: Page, png: Buffer): Promise<Uint8Array> {
  const source = JSON.stringify(`data:image/png;base64,${png.toString("base64")}`);
  const read = (await page.evaluate(`(async () => {
    const image = Object.assign(new Image(), { src: ${source} });
    await image.decode();
    const { width, height } = image;
    const drawing = Object.assign(document.createElement("canvas"), { width, height }).getContext("2d");
    drawing.drawImage(image, 0, 0);
    const { data } = drawing.getImageData(0, 0, width, height);
    let text = "";
    for (let at = 0; at < data.length; at += 8192) text += String.fromCharCode(...data.subarray(at, at + 8192));
    return { width, height, base64: btoa(text) };
  })()`)) as { width: number; height: number; base64: string };
  // Copied, since Node's small buffers share memory and do not begin where four bytes do.
  const pixels = new Uint8Array(Buffer.from(read.base64, "base64"));
  return indexedPng({ width: read.width, height: read.height, pixels }, 256);
}
