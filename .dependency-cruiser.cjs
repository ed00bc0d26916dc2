// Who may know whom, as the design lays it down; checked by `npm run check`.
const room = (...names) => `^src/(${names.join("|")})/`;
const PROJECT = "^(src|commands|bench|scripts|tests)/";
const ERRORS = "^src/errors\\.ts$";
const SERVICES = "^src/services\\.ts$";
// What storage hands out: results for replies to show, contracts for whoever asks.
const STORED =
  "^src/storage/(guild-settings|own-text|guild-settings-store|settings-changes|storage|counts|unanswered-questions|personal-data|reminders)\\.ts$";
const CONTRACTS = "^src/discord/(command|request|reply|custom-id)\\.ts$";

/** One room and all of the project that it may import; what is not named is forbidden. */
const mayKnow = (name, from, allowed) => ({
  name,
  severity: "error",
  from: { path: from },
  to: { path: PROJECT, pathNot: [from, ...allowed] },
});

/** Packages that only one place may import. */
const onlyIn = (name, packages, places) => ({
  name,
  severity: "error",
  from: { path: "^(src|commands)/", pathNot: places },
  to: { path: `^node_modules/(${packages.join("|")})/` },
});

module.exports = {
  forbidden: [
    { name: "no-circles", severity: "error", from: {}, to: { circular: true } },
    { name: "nothing-unresolved", severity: "error", from: {}, to: { couldNotResolve: true } },

    mayKnow("triage-decides-alone", room("triage"), [room("knowledge")]),
    {
      name: "triage-takes-content-as-an-argument",
      comment: "It knows what the content looks like, never how it is read.",
      severity: "error",
      from: { path: room("triage") },
      to: { path: room("knowledge"), dependencyTypesNot: ["type-only"] },
    },
    {
      name: "triage-is-pure",
      comment: "No package, file or socket; clock and random are forbidden in biome.json.",
      severity: "error",
      from: { path: room("triage") },
      to: { dependencyTypes: ["core", "npm", "npm-dev", "npm-optional", "npm-peer"] },
    },
    mayKnow("knowledge-stands-alone", room("knowledge"), [ERRORS]),
    mayKnow("replies-know-results-and-payloads", room("replies"), [
      room("triage", "knowledge"),
      "^src/discord/(reply|custom-id|request)\\.ts$",
      STORED,
      ERRORS,
    ]),
    {
      name: "replies-touch-nothing",
      comment: "A reply is data: no file, no socket, and of the packages only Discord's types.",
      severity: "error",
      from: { path: room("replies") },
      to: { dependencyTypes: ["core", "npm", "npm-dev"], pathNot: "^node_modules/discord-api-types/" },
    },
    mayKnow("servers-apply-what-staff-set", room("servers"), [
      room("triage", "knowledge", "replies", "storage"),
      "^src/discord/route-request\\.ts$",
      SERVICES,
      CONTRACTS,
      ERRORS,
    ]),
    mayKnow("commands-ask-and-return", "^commands/", [
      room("triage", "knowledge", "replies", "storage", "servers", "diary"),
      SERVICES,
      CONTRACTS,
      ERRORS,
    ]),
    { name: "commands-know-no-other", severity: "error", from: { path: "^commands/" }, to: { path: "^commands/" } },
    {
      name: "commands-touch-nothing",
      severity: "error",
      from: { path: "^commands/" },
      to: { dependencyTypes: ["core", "npm", "npm-dev"], pathNot: "^node_modules/discord-api-types/" },
    },
    mayKnow("discord-finds-commands-by-scan", room("discord"), [room("operations"), ERRORS]),
    mayKnow("reminders-are-sent-when-due", room("reminders"), [
      room("operations"),
      STORED,
      "^src/discord/(direct-messages|reply)\\.ts$",
    ]),
    mayKnow("a-diary-file-is-only-read-and-written", room("diary"), [room("triage"), ERRORS]),
    mayKnow("pictures-draw-what-they-are-given", room("pictures"), [room("triage")]),
    mayKnow("storage-knows-its-driver", room("storage"), [ERRORS]),
    mayKnow("operations-know-nobody", room("operations"), [ERRORS]),
    // The bot reaches the playground over sockets alone, and the playground reaches the bot as a process.
    mayKnow("playground-is-a-peer-of-discord", room("playground"), [room("operations"), ERRORS]),
    {
      name: "the-page-runs-in-a-browser",
      comment: "Only types may come from outside the folder that is served.",
      severity: "error",
      from: { path: "^src/playground/page/" },
      to: { pathNot: "^src/playground/page/", dependencyTypesNot: ["type-only"] },
    },
    {
      name: "nobody-runs-the-page",
      severity: "error",
      from: { path: "^(src|commands)/", pathNot: "^src/playground/page/" },
      to: { path: "^src/playground/page/", dependencyTypesNot: ["type-only"] },
    },
    {
      name: "the-bot-knows-no-playground",
      severity: "error",
      from: { path: "^(src|commands)/", pathNot: [room("playground"), "^src/start\\.ts$"] },
      to: { path: room("playground") },
    },

    {
      name: "nobody-imports-an-entry",
      severity: "error",
      from: {},
      to: { path: "^src/(main|start|register-commands|assess|ask)\\.ts$" },
    },
    {
      name: "rooms-are-joined-at-the-top",
      comment: "What builds and joins the rooms is for the entries, and for what tests or measures the whole.",
      severity: "error",
      from: { path: ["^src/[^/]+/", "^commands/"] },
      to: { path: "^src/[^/]+\\.ts$", pathNot: [ERRORS, SERVICES] },
    },
    {
      name: "scripts-stay-outside",
      severity: "error",
      from: { path: "^(src|commands)/" },
      to: { path: "^(scripts|bench|tests)/" },
    },
    {
      name: "runs-without-development-tools",
      severity: "error",
      from: { path: "^(src|commands)/" },
      to: { dependencyTypes: ["npm-dev", "npm-no-pkg", "npm-unknown"], pathNot: "^node_modules/@types/" },
    },
    onlyIn(
      "discord-js-only-in-discord",
      ["discord\\.js", "@discordjs"],
      [room("discord"), "^src/register-commands\\.ts$"],
    ),
    // The search keeps its full-text index in memory, whatever database the settings are in.
    onlyIn(
      "sql-only-in-storage",
      ["better-sqlite3", "kysely", "pg"],
      [room("storage"), "^src/knowledge/search/search-index\\.ts$"],
    ),
  ],
  options: {
    doNotFollow: { path: "node_modules" },
    tsConfig: { fileName: "tsconfig.json" },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: {
      exportsFields: ["exports"],
      extensions: [".ts", ".mjs", ".js"],
      conditionNames: ["import", "node", "default"],
    },
  },
};
