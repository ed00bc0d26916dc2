import type { Reply } from "#src/discord/reply.ts";
import type { BaseRequest, CommandRequest } from "#src/discord/request.ts";
import { UserError } from "#src/errors.ts";
import { previewBody } from "#src/replies/staff/preview-body.ts";
import { previewCard } from "#src/replies/staff/preview-card.ts";
import { type GuildSettings, settingsOf } from "#src/storage/guild-settings.ts";
import { readDraft } from "./draft.ts";
import { type PreviewInput, previewCommands, previewInput } from "./preview-choices.ts";
import type { StaffPart, StaffServices } from "./staff-part.ts";

/** Shows staff the very message that a member would get with the draft's wording. */
export const preview: StaffPart = {
  async open(_request, services) {
    return { kind: "message", visibility: "private", body: await choose(services, null) };
  },

  actions: {
    preview: async (_request, services) => ({
      kind: "message",
      visibility: "private",
      body: await choose(services, null),
    }),

    "preview-of": async (request, services) => ({
      kind: "update",
      body: await choose(services, request.values[0] ?? null),
    }),

    async "preview-show"(request, services) {
      const [command = ""] = request.state.split(".");
      const settings = await draftSettings(services);
      const input = previewInput(command, request.values[0] ?? "", { ...services, settings });
      if (input === null) throw new UserError("This is not there any more. Please open **/spotter preview** again.");
      return answerAsMember(asTyped(request, command, input), services, settings);
    },
  },
};

/** What holds for a member once the draft is published; where a command may be used does not matter here. */
async function draftSettings(services: StaffServices): Promise<GuildSettings> {
  const { ifPublished } = await readDraft(services);
  return { ...services.settings, wording: ifPublished };
}

async function answerAsMember(
  request: CommandRequest,
  { answerUnder }: StaffServices,
  settings: GuildSettings,
): Promise<Reply> {
  const own = settingsOf(settings, request.command);
  const everywhere = { ...own, channels: { rule: "except", ids: [] } } as const;
  const commands = { ...settings.commands, [request.command]: everywhere };
  const reply = await answerUnder(request, { ...settings, commands });
  if (reply.kind !== "message") throw new Error(`a member's answer to ${request.command} was a ${reply.kind}`);
  return { kind: "message", visibility: "private", body: previewBody(reply.body) };
}

/** The request of whoever would type this here and now. */
function asTyped(request: BaseRequest, command: string, { options, target }: PreviewInput): CommandRequest {
  const { interactionId, user, guildId, channelId, parentChannelId, context, locale, now } = request;
  const { memberPermissions, appPermissions, inThread, onlyUserInstalled } = request;
  const where = { interactionId, user, guildId, channelId, parentChannelId, context, locale, now };
  const may = { memberPermissions, appPermissions, inThread, onlyUserInstalled };
  return { ...where, ...may, kind: "command", command, subcommand: null, options, target };
}

async function choose(services: StaffServices, command: string | null) {
  const settings = await draftSettings(services);
  const commands = previewCommands({ ...services, settings });
  const chosen = commands.find(({ key }) => key === command) ?? null;
  return previewCard({ commands, chosen, draft: await readDraft(services), names: services });
}
