import type { IncomingMessage } from "node:http";

/**
 * Tells whether a request comes from this machine's own page or a local program.
 *
 * A page elsewhere can make the browser send requests here, under a name of its own that resolves to 127.0.0.1
 * (hence the exact list of hosts) or directly (hence the origin). Two Host headers, or a whole address in the
 * request line, could be read differently by different parties and are refused.
 */
export function isLocalRequest(request: IncomingMessage, port: number): boolean {
  const hosts = request.headersDistinct.host ?? [];
  const [host] = hosts;
  if (hosts.length !== 1 || host === undefined || !localHosts(port).includes(host)) return false;
  if (!request.url?.startsWith("/")) return false;
  const { origin } = request.headers;
  if (origin !== undefined && origin !== `http://${host}`) return false;
  const site = request.headers["sec-fetch-site"];
  if (site === undefined || site === "same-origin" || site === "none") return true;
  // A link to the page may stand anywhere; opening it does nothing, and no other page can look inside.
  return request.method === "GET" && request.headers["sec-fetch-mode"] === "navigate" && /^\/(\?|$)/.test(request.url);
}

function localHosts(port: number): readonly string[] {
  return [`127.0.0.1:${port}`, `localhost:${port}`];
}
