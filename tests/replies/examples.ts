import type { APIMessageTopLevelComponent } from "discord-api-types/v10";
import type { MessageBody, Reply } from "#src/discord/reply.ts";
import { wireMessage } from "#src/discord/wire-message.ts";
import { loadKnowledge } from "#src/knowledge/load-knowledge.ts";
import type { RiskFactor, Sign, SignCatalogue } from "#src/knowledge/signs.ts";
import { contractViolations } from "#src/playground/contract/contract-violations.ts";
import type { AnswerSources } from "#src/replies/answer-sources.ts";
import { firstState } from "#src/replies/continue-reading.ts";
import { NO_HOUSE } from "#src/replies/place.ts";
import { NO_WORDS } from "#src/replies/said.ts";
import { checkSettings, type GuildSettings } from "#src/storage/guild-settings.ts";
import type { Assessment, Finding } from "#src/triage/assessment.ts";

export const NOW = new Date("2026-11-22T12:00:00Z");
// The longest id that Discord can hand out, so that no test passes only because an id is short.
export const OWNER = "18446744073709551615";

/** The project's own knowledge: what the cards say is what people will read. */
export const knowledge = loadKnowledge("knowledge");

function sign(fields: Partial<Sign> & Pick<Sign, "id" | "number" | "level" | "title">): Sign {
  const ask = `Is there ${fields.title}?`;
  return { band: null, intimate: false, ask, form: null, why: "It needs a look.", sources: [], ...fields };
}

function risk(fields: Partial<RiskFactor> & Pick<RiskFactor, "id" | "number" | "title">): RiskFactor {
  return { intimate: true, note: null, why: "It lowers the bar for being seen.", sources: [], ...fields };
}

const SIGNS: readonly Sign[] = [
  sign({ id: "wants-to-die", number: 1, level: 3, band: "emergency", title: "thoughts of dying", intimate: true }),
  sign({ id: "chest-pain", number: 2, level: 3, band: "emergency", title: "chest pain", form: "Chest pain" }),
  sign({
    id: "saddle-numbness",
    number: 8,
    level: 3,
    band: "emergency",
    title: "numbness between the legs",
    intimate: true,
    form: "Numb between the legs",
    why: "Nerves low in the back may be squeezed.",
  }),
  sign({ id: "sharp-pain", number: 30, level: 2, band: "routine", title: "sharp (stabbing) pain", form: "Sharp pain" }),
  sign({
    id: "tingling",
    number: 31,
    level: 2,
    band: "prompt",
    title: "tingling that comes and goes",
    form: "Tingling",
  }),
  sign({ id: "one-sided", number: 52, level: 1, title: "soreness on one side" }),
  sign({ id: "ordinary-soreness", number: 55, level: 0, title: "ordinary soreness" }),
];

const RISKS: readonly RiskFactor[] = [
  risk({ id: "under-18", number: 60, title: "being under 18", note: "Please tell a parent or coach as well." }),
  risk({ id: "pregnancy", number: 68, title: "pregnancy" }),
];

export const signs: SignCatalogue = {
  signs: new Map(SIGNS.map((one) => [one.id, one])),
  risks: new Map(RISKS.map((one) => [one.id, one])),
};

/** A finding, caused by these words if there are any. */
export function finding(id: string, words: string | null = null, start = 0): Finding {
  const quote = words === null ? null : { text: words, start, end: start + words.length };
  return { id, quote, certainty: "said", repaired: [] };
}

/** What answers are worded with on a server that set nothing, or what is told. */
export function voiceOf(settings: Partial<GuildSettings> = {}) {
  return { knowledge, settings: { ...NO_HOUSE.settings, ...settings } };
}

/** The settings of a server with words of its own. */
export function settingsSaying(wording: unknown): GuildSettings {
  return checkSettings({ wording });
}

/** An assessment of ordinary soreness, changed as told. */
export function assessment(changes: Partial<Assessment> = {}): Assessment {
  return {
    kind: "ordinary",
    level: 0,
    band: null,
    asks: false,
    questions: [],
    subject: "self",
    findings: [],
    risks: [],
    ignored: [],
    causes: [],
    durationDays: null,
    trend: null,
    leftovers: [],
    decidedBy: "",
    ...changes,
  };
}

/** What an answer in a server's channel is made from. */
export function sources(of: Assessment, changes: Partial<AnswerSources> = {}): AnswerSources {
  const visibility = changes.place?.visibility ?? "public";
  return {
    knowledge,
    signs,
    now: NOW,
    place: { command: "upperback-sore", visibility, ownerId: OWNER, canShow: true },
    settings: NO_HOUSE.settings,
    state: firstState(of, {}, visibility),
    words: NO_WORDS,
    known: [],
    ...changes,
  };
}

/** The place of a private answer in a server. */
export const PRIVATE = { command: "upperback-sore", visibility: "private", ownerId: OWNER, canShow: true } as const;

type Node = Readonly<Record<string, unknown>>;

/** Every component of a body, from top to bottom. */
export function nodes(body: MessageBody): Node[] {
  const walk = (value: unknown): Node[] => {
    const node = value as Node;
    const children = [...((node.components as unknown[]) ?? []), ...(node.accessory ? [node.accessory] : [])];
    return [node, ...children.flatMap(walk)];
  };
  return body.components.flatMap(walk);
}

/** Everything a body says, in its order. */
export function textOf(body: MessageBody): string {
  return nodes(body)
    .flatMap(({ content }) => (typeof content === "string" ? [content] : []))
    .join("\n");
}

/** The labels of a body's buttons. */
export function labels(body: MessageBody): string[] {
  return nodes(body).flatMap(({ type, label }) => (type === 2 ? [String(label)] : []));
}

/** The custom id of the button, or of the select by its placeholder. */
export function customId(body: MessageBody, label: string): string {
  const found = nodes(body).find((node) => node.label === label || node.placeholder === label);
  if (found === undefined) throw new Error(`no "${label}" among: ${labels(body).join(", ")}`);
  return String(found.custom_id);
}

/** The body of a message or an update. */
export function bodyOf(reply: Reply): MessageBody {
  if (reply.kind !== "message" && reply.kind !== "update") throw new Error(`a ${reply.kind} has no body`);
  return reply.body;
}

/** The body of the private message that follows a reply. */
export function followUpOf(reply: Reply): MessageBody | null {
  const effects = "then" in reply ? (reply.then ?? []) : [];
  return effects.find(({ kind }) => kind === "private-follow-up")?.body ?? null;
}

/** What a reply makes of the clicked message once it is out itself. */
export function clickedAfter(reply: Reply): MessageBody | null {
  const effects = "then" in reply ? (reply.then ?? []) : [];
  return effects.find(({ kind }) => kind === "clicked-message-edit")?.body ?? null;
}

/** What Discord would refuse of a reply and of everything that follows it. */
export function violations(reply: Reply): string[] {
  const callback = "POST /interactions/1/token/callback";
  const data = (body: MessageBody) => wireMessage(body).payload;
  const follow = followUpOf(reply);
  const clicked = clickedAfter(reply);
  const later = [
    ...(follow === null ? [] : contractViolations("POST /webhooks/1/token", data(follow))),
    ...(clicked === null ? [] : contractViolations("PATCH /webhooks/1/token/messages/@original", data(clicked))),
  ];
  if (reply.kind === "form") return contractViolations(callback, { type: 9, data: reply.form });
  if (reply.kind === "choices") return contractViolations(callback, { type: 8, data: { choices: reply.choices } });
  if (reply.kind !== "message" && reply.kind !== "update") return later;
  const type = reply.kind === "message" ? 4 : 7;
  return [...contractViolations(callback, { type, data: data(reply.body) }), ...later];
}

/** A body as Discord sends it back with a click: the same components, written and read once more. */
export function asClicked(body: MessageBody): APIMessageTopLevelComponent[] {
  return JSON.parse(JSON.stringify(body.components)) as APIMessageTopLevelComponent[];
}
