import type { Command } from "#src/discord/command.ts";
import type { Effect, Reply } from "#src/discord/reply.ts";
import { routeRequest } from "#src/discord/route-request.ts";
import { greeting } from "#src/replies/staff/greeting.ts";
import type { Content, Services, Tools } from "#src/services.ts";
import { DEFAULT_SETTINGS, type GuildSettings, settingsOf } from "#src/storage/guild-settings.ts";
import type { Storage } from "#src/storage/storage.ts";
import { callHelpers } from "./call-helpers.ts";
import { Cooldowns } from "./cooldowns.ts";
import { HelperCalls } from "./helper-calls.ts";
import { type Answerable, applyRuling, type LastAnswer, rule } from "./house-rules.ts";
import { ruledCommands } from "./ruled-commands.ts";
import { mayManage } from "./staff-only.ts";

// What staff tries out, previews included, is no use by members.
const STAFF_COMMAND = "spotter";

/** An answer that is out. */
type Delivered = { readonly request: Answerable; readonly reply: Reply; readonly messageId: string | null };

/** What came before a request and may change its answer. */
type Before = {
  /** The answer that the person may have to make do with. */
  readonly last: LastAnswer | null;
  /** Whether the helper role may be called now; asking counts as calling. */
  readonly mayCall: (roleId: string) => boolean;
};

const NOTHING_BEFORE: Before = { last: null, mayCall: () => true };

/** How interactions are answered under each server's rules, and what follows an answer. */
export type Answering = {
  answer(request: Answerable): Promise<Reply>;
  afterwards(delivered: Delivered): Promise<readonly Effect[]>;
};

type Parts = {
  readonly commands: ReadonlyMap<string, Command<Services>>;
  readonly content: Content;
  readonly tools: Tools;
  readonly storage: Storage;
};

/** Creates the one way from a request to its reply. */
export function createAnswering({ commands, content, tools, storage }: Parts): Answering {
  const cooldowns = new Cooldowns();
  const calls = new HelperCalls();
  const ruled = ruledCommands(commands);

  /** Answers under these settings, as if nobody had asked before unless told. */
  async function answerUnder(
    request: Answerable,
    settings: GuildSettings,
    { last, mayCall }: Before = NOTHING_BEFORE,
  ): Promise<Reply> {
    const command = serverOf(request) === null ? undefined : ruled.find(({ key }) => key === request.command);
    const ruling = rule({ settings, command: command ?? null, request, last });
    const house = { settings, visibility: ruling.visibility, ruledCommands: ruled };
    const services = { ...content, ...tools, ...house, storage, answerUnder };
    const reply = applyRuling(await routeRequest(request, commands, services), ruling, request);
    return callHelpers(reply, settings, mayCall);
  }

  return {
    async answer(request) {
      const guildId = serverOf(request);
      const settings = guildId === null ? DEFAULT_SETTINGS : await storage.settings.get(guildId);
      const mayCall = (roleId: string) => calls.claim(request, roleId);
      const { cooldownSeconds } = settingsOf(settings, request.command);
      return answerUnder(request, settings, { last: cooldowns.find(request, cooldownSeconds), mayCall });
    },

    async afterwards({ request, reply, messageId }) {
      const guildId = serverOf(request);
      if (guildId === null || request.kind === "autocomplete") return [];
      const calledRoleId = reply.kind === "message" ? reply.body.mentionsRoleId : undefined;
      if (calledRoleId !== undefined) calls.note(request, calledRoleId);
      if (messageId !== null) cooldowns.note(request, messageId);
      if (reply.kind === "removal" && request.kind !== "command" && request.message !== null) {
        cooldowns.forget(request.message.id);
      }
      if (request.command !== STAFF_COMMAND) {
        count(guildId, request, reply);
        await noteUnanswered(guildId, request, reply);
      }
      const visit = { guildId, mayManage: mayManage(request), at: request.now };
      const isNew = await storage.servers.see(visit);
      return isNew ? [{ kind: "private-follow-up", body: greeting() }] : [];
    },
  };

  /** Notes what nothing answered, where the server wants to know. */
  async function noteUnanswered(
    guildId: string,
    { interactionId, user, now }: Answerable,
    reply: Reply,
  ): Promise<void> {
    if (reply.kind !== "message" || reply.unanswered === undefined) return;
    const asked = { guildId, userId: user.id, interactionId, question: reply.unanswered, at: now };
    await storage.questions.note({ ...asked, sawSymptom: false });
  }

  /** Counts what was asked, once: not the buttons of its answer. */
  function count(guildId: string, { kind, interactionId, command, now }: Answerable, reply: Reply): void {
    const urgency = reply.kind === "message" ? reply.urgency : undefined;
    if (reply.kind !== "message" || (kind !== "command" && urgency === undefined)) return;
    // It is counted together with others a little later: nobody waits for it.
    void storage.counts.add({ guildId, interactionId, command, level: urgency?.level ?? null, at: now });
  }
}

/** The server whose rules hold; none where only the person has installed the bot. */
function serverOf({ guildId, onlyUserInstalled }: Answerable): string | null {
  return onlyUserInstalled ? null : guildId;
}
