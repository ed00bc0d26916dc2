// Who may know whom, as the design lays it down; checked by `npm run check`.
const room = (name) => `^src/${name}/`;

module.exports = {
  forbidden: [
    { name: "no-circles", severity: "error", from: {}, to: { circular: true } },
    {
      name: "triage-is-pure",
      comment: "triage decides from its arguments: no Discord, file, SQL, clock or random",
      severity: "error",
      from: { path: room("triage") },
      to: { pathNot: ["^src/triage/", "^src/knowledge/"] },
    },
    {
      name: "knowledge-stands-alone",
      severity: "error",
      from: { path: room("knowledge") },
      to: { path: "^(src|commands)/", pathNot: ["^src/knowledge/", "^src/errors.ts$"] },
    },
    {
      name: "replies-know-results-and-payloads",
      severity: "error",
      from: { path: room("replies") },
      to: { path: "^(src|commands)/", pathNot: ["^src/(replies|triage|knowledge)/", "^src/discord/(reply|custom-id|request)\\.ts$", "^src/errors.ts$"] },
    },
    {
      name: "commands-ask-and-return",
      severity: "error",
      from: { path: "^commands/" },
      to: {
        path: "^src/|^node_modules/",
        pathNot: ["^src/(triage|knowledge|replies)/", "^src/services.ts$", "^src/discord/(command|request|reply|custom-id)\\.ts$", "^src/storage/", "^src/errors.ts$", "^node_modules/(discord-api-types|zod)"],
      },
    },
    {
      name: "discord-finds-commands-by-scan",
      severity: "error",
      from: { path: room("discord") },
      to: { path: "^commands/|^src/(replies|triage|storage|playground)/" },
    },
    {
      name: "storage-knows-its-driver",
      severity: "error",
      from: { path: room("storage") },
      to: { path: "^(src|commands)/", pathNot: ["^src/storage/", "^src/errors.ts$"] },
    },
    {
      name: "playground-is-a-peer-of-discord",
      severity: "error",
      from: { path: room("playground") },
      to: { path: "^(src|commands)/", pathNot: ["^src/playground/", "^src/operations/", "^src/errors.ts$"] },
    },
    {
      name: "nobody-imports-the-entries",
      severity: "error",
      from: { path: "^(src|commands)/" },
      to: { path: "^src/(main|start|assess|register-commands)\\.ts$" },
    },
    { name: "scripts-stay-outside", severity: "error", from: { path: "^(src|commands)/" }, to: { path: "^(scripts|bench|tests)/" } },
  ],
  options: {
    doNotFollow: { path: "node_modules" },
    tsConfig: { fileName: "tsconfig.json" },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: { extensions: [".ts", ".mjs", ".js"], conditionNames: ["import", "node", "default"] },
  },
};
