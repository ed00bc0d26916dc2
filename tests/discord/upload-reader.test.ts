import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { createUploadReader } from "#src/discord/upload-reader.ts";

let server: Server;
let origin: string;
let asked: string[] = [];

beforeAll(async () => {
  server = createServer((request, response) => {
    asked.push(request.url ?? "");
    switch (request.url) {
      case "/text":
        return void response.end("grüße, 💪");
      case "/latin":
        return void response.end(Buffer.from([0x67, 0xfc, 0xff]));
      case "/large":
        return void response.end("x".repeat(2048));
      case "/slow":
        return void response.write("a");
      case "/elsewhere":
        return void response.writeHead(302, { location: "/text" }).end();
      default:
        return void response.writeHead(404).end();
    }
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => {
  server.closeAllConnections();
  server.close();
});

const read = (path: string, change: { size?: number; url?: string } = {}) =>
  createUploadReader({ origins: [origin], timeoutMs: 500 }).readText(
    { id: "1", name: "diary.json", size: 10, url: `${origin}${path}`, ...change },
    1024,
  );

describe("an uploaded file", () => {
  test("is read as text", async () => {
    expect(await read("/text")).toBe("grüße, 💪");
  });

  test.each<[string, string, object, string]>([
    ["that says it is too large", "/text", { size: 1025 }, "larger than 1 KiB"],
    ["that is larger than it says", "/large", {}, "larger than 1 KiB"],
    ["that is no text", "/latin", {}, "no text"],
    ["that comes too slowly", "/slow", {}, "could not read that file"],
    ["that is gone", "/nothing", {}, "could not read that file"],
    ["that is kept elsewhere in the end", "/elsewhere", {}, "could not read that file"],
    ["on another host", "/text", { url: "http://localhost:1/text" }, "not where Discord keeps files"],
    ["in the file system", "/text", { url: "file:///etc/passwd" }, "not where Discord keeps files"],
    ["at no address", "/text", { url: "diary.json" }, "not where Discord keeps files"],
  ])("%s is refused with one sentence, and nothing changes", async (_, path, change, sentence) => {
    await expect(read(path, change)).rejects.toThrow(sentence);
    await expect(read(path, change)).rejects.toThrow("Nothing was changed");
  });

  test("on another host is not even asked for", async () => {
    asked = [];
    const { port } = new URL(origin);
    await expect(read("/text", { url: `http://localhost:${port}/text` })).rejects.toThrow();
    await expect(read("/text", { url: `http://127.0.0.1:${port}@example.org/text` })).rejects.toThrow();
    expect(asked).toEqual([]);
  });
});
