import { type BrowserContextOptions, chromium, type Page } from "playwright-core";
import { createPlayground, type Playground } from "#src/playground/playground.ts";
import { removeDatabase } from "#src/storage/database-file.ts";
import { chromiumFlags, chromiumPath } from "../../scripts/chromium-path.ts";

/** A playground with its bot, and a browser that looks at it. */
export type PlaygroundPage = {
  readonly playground: Playground;
  /** The first page, of a desktop's size. */
  readonly page: Page;
  /** What the browser found wrong: errors, and requests that left the playground. */
  readonly complaints: string[];
  /** Opens a page of a person of their own, in a window of their own. */
  openPage(options?: BrowserContextOptions): Promise<Page>;
  /** Resolves when the bot has gone and is back. */
  restarted(): Promise<void>;
  close(): Promise<void>;
};

/**
 * Starts a playground and opens it in Chromium.
 *
 * @param botEntry The script that is the bot; the real one when it is left out.
 * @param env What the bot gets as environment on top of this process's own.
 */
export async function openPlayground(
  botEntry?: string,
  env: Readonly<Record<string, string>> = {},
): Promise<PlaygroundPage> {
  const playground = await createPlayground({
    port: 0,
    portIsFixed: false,
    env: { ...process.env, LOG_LEVEL: "error", ...env },
    ...(botEntry === undefined ? {} : { botEntry }),
    forgetStored: () => {
      if (env.DATA_DIR !== undefined) removeDatabase(env.DATA_DIR);
    },
    say: () => undefined,
    onRefusal: () => undefined,
  });
  const browser = await chromium.launch({ executablePath: chromiumPath, args: [...chromiumFlags] });
  const complaints: string[] = [];
  const openPage = async (options: BrowserContextOptions = {}) => {
    const context = await browser.newContext({ viewport: { width: 1280, height: 860 }, ...options });
    const page = await context.newPage();
    page.on("console", (message) => {
      if (message.type() === "error") complaints.push(message.text());
    });
    page.on("pageerror", (error) => complaints.push(error.message));
    page.on("request", (request) => {
      const isOwn = request.url().startsWith(playground.url) || /^(data|blob):/.test(request.url());
      if (!isOwn) complaints.push(`asked for ${request.url()}`);
    });
    return page;
  };
  const page = await openPage();
  await playground.discord.botReady(20_000);
  return {
    playground,
    page,
    complaints,
    openPage,
    async restarted() {
      const { events, gateway } = playground.discord;
      await events.until(() => (gateway.isConnected() ? undefined : true), "the goodbye");
      await playground.discord.botReady(20_000);
    },
    async close() {
      await browser.close();
      await playground.stop();
    },
  };
}
