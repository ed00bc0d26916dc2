import { connect } from "node:net";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { createLocalDiscord, type LocalDiscord } from "#src/playground/local-discord.ts";
import { createPageServer } from "#src/playground/page-server.ts";

let discord: LocalDiscord;

beforeAll(async () => {
  const serve = createPageServer({
    act: async () => ({ status: "done" }),
    openStream: (response) => void response.writeHead(200).end(),
    report: async () => null,
  });
  discord = await createLocalDiscord({ port: 0, serveOther: serve });
});
afterAll(() => discord.stop());

/** Sends a request exactly as written and resolves with the status line's number. */
function send(lines: readonly string[]): Promise<number> {
  return new Promise((resolve, reject) => {
    const socket = connect(discord.port, "127.0.0.1", () => socket.write(`${lines.join("\r\n")}\r\n\r\n`));
    socket.once("data", (data) => {
      resolve(Number(/^HTTP\/1\.1 (\d+)/.exec(String(data))?.[1]));
      socket.destroy();
    });
    socket.once("error", reject);
  });
}

const own = () => `127.0.0.1:${discord.port}`;

describe("the Host header", () => {
  const good = (): [string, string[]][] => [
    ["127.0.0.1", [`Host: ${own()}`]],
    ["localhost", [`Host: localhost:${discord.port}`]],
  ];
  const bad = (): [string, string[]][] => [
    ["another name", [`Host: evil.test:${discord.port}`]],
    ["a name that ends in ours", [`Host: localhost.evil.test:${discord.port}`]],
    ["ours without a port", ["Host: 127.0.0.1"]],
    ["ours with another port", ["Host: 127.0.0.1:1"]],
    ["an address that only means ours", [`Host: 127.1:${discord.port}`]],
    ["the other family", [`Host: [::1]:${discord.port}`]],
    ["all addresses", [`Host: 0.0.0.0:${discord.port}`]],
    ["upper case", [`Host: LOCALHOST:${discord.port}`]],
    ["an end dot", [`Host: localhost.:${discord.port}`]],
    ["a name before an at", [`Host: ${own()}@evil.test`]],
    ["none", ["X-Nothing: 1"]],
    ["two", [`Host: ${own()}`, "Host: evil.test"]],
    ["two of ours", [`Host: ${own()}`, `Host: ${own()}`]],
  ];

  test("of this machine is let through, to the page, the API and the gateway", async () => {
    for (const [, headers] of good()) {
      expect(await send(["GET / HTTP/1.1", ...headers])).toBe(200);
      expect(await send(["GET /api/v10/users/@me HTTP/1.1", ...headers])).toBe(401);
      expect(await send([...upgrade("/gateway?v=10"), ...headers])).toBe(101);
    }
  });

  test("of anything else is refused, on every door", async () => {
    for (const [name, headers] of bad()) {
      const statuses = [
        await send(["GET / HTTP/1.1", ...headers]),
        await send(["GET /api/v10/users/@me HTTP/1.1", ...headers]),
        await send([...upgrade("/gateway?v=10"), ...headers]),
      ];
      // Node itself answers 400 where the header is missing or doubled.
      expect(
        statuses.every((status) => status === 403 || status === 400),
        `${name}: ${statuses}`,
      ).toBe(true);
    }
  });

  test("a whole address in the request line is refused", async () => {
    expect(await send([`GET http://evil.test/ HTTP/1.1`, `Host: ${own()}`])).toBe(403);
    expect(await send([`GET http://${own()}/ HTTP/1.1`, `Host: ${own()}`])).toBe(403);
  });
});

describe("another site's page", () => {
  const origins = ["http://evil.test", "null", "http://127.0.0.1", "http://127.0.0.1:1", "https://"];

  test.each(origins)("of origin %s cannot upgrade to the gateway", async (origin) => {
    const full = origin === "https://" ? `https://${own()}` : origin;
    expect(await send([...upgrade("/gateway"), `Host: ${own()}`, `Origin: ${full}`])).toBe(403);
    expect(await send(["GET /events HTTP/1.1", `Host: ${own()}`, `Origin: ${full}`])).toBe(403);
    expect(await send(["POST /api/v10/users/@me/channels HTTP/1.1", `Host: ${own()}`, `Origin: ${full}`])).toBe(403);
  });

  test.each(["cross-site", "same-site"])("cannot fetch anything (%s)", async (site) => {
    expect(await send(["GET /page/main.ts HTTP/1.1", `Host: ${own()}`, `Sec-Fetch-Site: ${site}`])).toBe(403);
  });

  test("may link to the page, and to nothing behind it", async () => {
    const headers = [`Host: ${own()}`, "Sec-Fetch-Site: cross-site", "Sec-Fetch-Mode: navigate"];
    expect(await send(["GET /?try=numb-hand HTTP/1.1", ...headers])).toBe(200);
    expect(await send(["GET /events HTTP/1.1", ...headers])).toBe(403);
  });

  test("finds no other door to upgrade at", async () => {
    expect(await send([...upgrade("/"), `Host: ${own()}`])).toBe(403);
    expect(await send([...upgrade("/gatewayx"), `Host: ${own()}`])).toBe(403);
  });
});

function upgrade(path: string): string[] {
  return [
    `GET ${path} HTTP/1.1`,
    "Connection: Upgrade",
    "Upgrade: websocket",
    "Sec-WebSocket-Version: 13",
    "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==",
  ];
}
