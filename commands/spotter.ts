import {
  ApplicationCommandOptionType,
  ApplicationIntegrationType,
  InteractionContextType,
  PermissionFlagsBits,
} from "discord-api-types/v10";
import type { Command } from "#src/discord/command.ts";
import { UserError } from "#src/errors.ts";
import { doctor } from "#src/servers/doctor.ts";
import { exportPart } from "#src/servers/export.ts";
import { history } from "#src/servers/history.ts";
import { importPart } from "#src/servers/import.ts";
import { panel } from "#src/servers/panel.ts";
import { preview } from "#src/servers/preview.ts";
import { reset } from "#src/servers/reset.ts";
import { forStaff, type StaffPart } from "#src/servers/staff-part.ts";
import { stats } from "#src/servers/stats.ts";
import { wording } from "#src/servers/wording.ts";
import type { Services } from "#src/services.ts";

const PARTS: Readonly<Record<string, { readonly says: string; readonly part: StaffPart }>> = {
  panel: { says: "Set where and how I answer on this server", part: panel },
  wording: { says: "Add words, exercises and entries of your own, as a draft", part: wording },
  preview: { says: "See what members would get with your draft", part: preview },
  history: { says: "See who changed what, and go back to any of it", part: history },
  export: { says: "Get all settings as one file", part: exportPart },
  import: { says: "Bring settings in from a file; you see first what would change", part: importPart },
  reset: { says: "Bring settings back to how I came", part: reset },
  doctor: { says: "Check that everything works on this server", part: doctor },
  stats: { says: "How often I was used, and what I could not answer", part: stats },
};

export default {
  data: {
    name: "spotter",
    description: "For staff: set up how I answer on this server",
    contexts: [InteractionContextType.Guild],
    integration_types: [ApplicationIntegrationType.GuildInstall],
    default_member_permissions: PermissionFlagsBits.ManageGuild.toString(),
    options: Object.entries(PARTS).map(([name, { says }]) => ({
      type: ApplicationCommandOptionType.Subcommand,
      name,
      description: says,
    })),
  },

  execute(request, services) {
    const part = Object.hasOwn(PARTS, request.subcommand ?? "") ? PARTS[request.subcommand ?? ""] : undefined;
    if (part === undefined) throw new UserError("This part is gone. Reload Discord to see what there is now.");
    return forStaff(part.part.open)(request, services);
  },

  actions: Object.fromEntries(
    Object.values(PARTS).flatMap(({ part }) =>
      Object.entries(part.actions).map(([name, handler]) => [name, forStaff(handler)]),
    ),
  ),
} satisfies Command<Services>;
