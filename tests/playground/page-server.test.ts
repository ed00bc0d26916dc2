import { readdirSync } from "node:fs";
import { request } from "node:http";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { createLocalDiscord, type LocalDiscord } from "#src/playground/local-discord.ts";
import { readPageManifest } from "#src/playground/page-manifest.ts";
import { createPageServer } from "#src/playground/page-server.ts";

let discord: LocalDiscord;
let key: string;
const asked: unknown[] = [];

beforeAll(async () => {
  const serve = createPageServer({
    async act(action) {
      asked.push(action);
      return { status: "done" };
    },
    openStream: (response) => void response.writeHead(200).end(),
    report: async () => ({}),
  });
  discord = await createLocalDiscord({ port: 0, serveOther: serve });
  const page = await (await fetch(discord.origin)).text();
  key = /playground-key" content="([^"]+)"/.exec(page)?.[1] ?? "";
});
afterAll(() => discord.stop());

/** Asks for a path as it stands, without the tidying that fetch does. */
function status(path: string): Promise<number> {
  return new Promise((resolve, reject) => {
    request({ port: discord.port, host: "127.0.0.1", path }, (response) => {
      response.resume();
      resolve(response.statusCode ?? 0);
    })
      .on("error", reject)
      .end();
  });
}

describe("files", () => {
  test("all files of the page are served, TypeScript as JavaScript without types", async () => {
    const names = readdirSync(new URL("../../src/playground/page/", import.meta.url));
    for (const name of names.filter((candidate) => /\.(ts|css|svg)$/.test(candidate))) {
      expect(await status(`/page/${name}`), name).toBe(200);
    }
    const module = await fetch(`${discord.origin}/page/app.ts`);
    expect(module.headers.get("content-type")).toBe("text/javascript; charset=utf-8");
    expect(await module.text()).not.toContain("import type");
  });

  test("nothing else is, however it is spelt", async () => {
    const paths = [
      "/page/tsconfig.json",
      "/page/../start.ts",
      "/page/..%2fstart.ts",
      "/page/%2e%2e/start.ts",
      "/page/%252e%252e/start.ts",
      "/page/..\\start.ts",
      "/page//main.ts",
      "/page/main.ts/",
      "/page/main.ts%00.css",
      "/page/./main.ts",
      "/page/MAIN.TS",
      "//etc/passwd",
      "/../../../../etc/passwd",
      "/page/",
      "/page",
      "/index.html",
      "/.env",
      "/package.json",
    ];
    for (const path of paths) expect(await status(path), path).toBe(404);
  });

  test("of 10,000 spellings of a way out none is in the manifest", () => {
    const find = readPageManifest({});
    const ups = ["..", "%2e%2e", "%252e%252e", ".%2e", "..%00", "..;", "．．", "....", "%c0%ae%c0%ae", "..%5c"];
    const slashes = ["/", "\\", "%2f", "%5c", "%252f", "//", "/./", "\\\\", "%c0%af", "／"];
    const targets = [
      "start.ts",
      "etc/passwd",
      "package.json",
      ".env",
      "main.ts",
      "index.html",
      "wire.ts",
      "C:",
      "x",
      "",
    ];
    const found: string[] = [];
    for (const up of ups) {
      for (const slash of slashes) {
        for (const target of targets) {
          for (let depth = 1; depth <= 10; depth += 1) {
            const path = `/page/${`${up}${slash}`.repeat(depth)}${target}`;
            if (find(path) !== null) found.push(path);
          }
        }
      }
    }
    expect(found).toEqual([]);
  });

  test("an attachment that is no picture can only be saved", async () => {
    const body = new FormData();
    body.set("payload_json", JSON.stringify({ content: "", attachments: [{ id: 0 }] }));
    body.set("files[0]", new Blob(["<script>"], { type: "text/html" }), "page.html");
    const place = discord.world.places[0]?.id;
    await fetch(`${discord.apiUrl}/v10/channels/${place}/messages`, {
      method: "POST",
      headers: { authorization: `Bot ${discord.token}` },
      body,
    });
    const response = await fetch(discord.messages("general")[0]?.attachments[0]?.url ?? "");
    expect(response.headers.get("content-type")).toBe("application/octet-stream");
    expect(response.headers.get("content-disposition")).toBe("attachment");
    expect(await status("/attachments/2/page.html")).toBe(404);
  });

  test("the headers allow the page nothing that is not its own", async () => {
    const { headers } = await fetch(discord.origin);
    expect(headers.get("content-security-policy")).toMatchInlineSnapshot(
      `"default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data: blob:; connect-src 'self'; form-action 'none'; base-uri 'none'; frame-ancestors 'none'"`,
    );
    expect(headers.get("x-content-type-options")).toBe("nosniff");
    expect(headers.get("cross-origin-opener-policy")).toBe("same-origin");
    expect(headers.get("access-control-allow-origin")).toBeNull();
  });
});

describe("actions", () => {
  const good = () => ({ origin: discord.origin, "content-type": "application/json", "x-key": key });
  const post = (headers: Record<string, string>, method = "POST") =>
    fetch(`${discord.origin}/act`, { method, headers, body: "{}" }).then((response) => response.status);

  test("of the page itself are carried out", async () => {
    expect(await post(good())).toBe(200);
    expect(asked).toEqual([{}]);
  });

  test.each([
    ["without an origin", { origin: "" }],
    ["of another origin", { origin: "http://evil.test" }],
    ["of a form", { "content-type": "application/x-www-form-urlencoded" }],
    ["of plain text", { "content-type": "text/plain" }],
    ["with a charset that a form could fake", { "content-type": "text/plain; application/json" }],
    ["without the key", { "x-key": "" }],
    ["with a wrong key", { "x-key": "nonsense" }],
  ])("%s are refused", async (_, change) => {
    const headers = Object.fromEntries(Object.entries({ ...good(), ...change }).filter(([, value]) => value !== ""));
    expect(await post(headers as Record<string, string>)).toBe(403);
  });

  test("by another method do not exist", async () => {
    expect(await post(good(), "PUT")).toBe(405);
    expect(await post(good(), "DELETE")).toBe(405);
  });

  test("and the stream and the inspector need the key", async () => {
    expect(await status("/events?as=member")).toBe(403);
    expect(await status("/report?id=1")).toBe(403);
    expect(await status(`/events?as=member&key=${key}`)).toBe(200);
  });
});
