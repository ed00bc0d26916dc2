import { guarded, json, part, type Route, type RouteRequest } from "./api-route.ts";
import type { Json } from "./wire.ts";

/** The routes that keep an application's commands, global and of one server. */
export const commandRoutes: readonly Route[] = [
  ...routesUnder("/applications/:/commands", () => null),
  ...routesUnder("/applications/:/guilds/:/commands", (request) => part(request, 1)),
];

function routesUnder(pattern: string, scope: (request: RouteRequest) => string | null): Route[] {
  const id = (request: RouteRequest) => request.parts.at(-1) ?? "";
  return [
    guarded("GET", pattern, (request, { registry }) => {
      const isComplete = request.query.get("with_localizations") === "true";
      return registry.list(scope(request)).map((command) => (isComplete ? command : withoutLocalizations(command)));
    }),
    guarded("PUT", pattern, (request, { registry }) =>
      registry.replaceAll(scope(request), request.body.json as Json[]),
    ),
    guarded("POST", pattern, (request, { registry }) => registry.put(scope(request), json(request))),
    guarded("GET", `${pattern}/:`, (request, { registry }) => registry.get(scope(request), id(request))),
    guarded("PATCH", `${pattern}/:`, (request, { registry }) =>
      registry.patch(scope(request), id(request), json(request)),
    ),
    guarded("DELETE", `${pattern}/:`, (request, { registry }) => {
      registry.remove(scope(request), id(request));
      return null;
    }),
  ];
}

function withoutLocalizations(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutLocalizations);
  if (typeof value !== "object" || value === null) return value;
  const entries = Object.entries(value).filter(([key]) => !key.endsWith("_localizations"));
  return Object.fromEntries(entries.map(([key, inner]) => [key, withoutLocalizations(inner)]));
}
