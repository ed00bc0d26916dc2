import { type APIMessageTopLevelComponent, ComponentType } from "discord-api-types/v10";
import type { HouseRule } from "#src/discord/command.ts";
import type { Reply } from "#src/discord/reply.ts";
import type { ActionRequest } from "#src/discord/request.ts";
import { UserError } from "#src/errors.ts";
import { cooldownForm, readLength } from "#src/replies/staff/cooldown-form.ts";
import { countryPage } from "#src/replies/staff/country-select.ts";
import { bullets } from "#src/replies/staff/meanwhile.ts";
import { panelCard } from "#src/replies/staff/panel-card.ts";
import { OTHER_LENGTH } from "#src/replies/staff/panel-command.ts";
import { panelStale } from "#src/replies/staff/panel-stale.ts";
import {
  expired,
  FIRST_VIEW,
  type PanelState,
  type PanelView,
  panelId,
  readPanelState,
  type Switch,
} from "#src/replies/staff/panel-state.ts";
import { type GuildSettings, settingsOf } from "#src/storage/guild-settings.ts";
import { findChanges, findOverlapping } from "#src/storage/settings-changes.ts";
import { readDraft } from "./draft.ts";
import { findGone } from "./find-gone.ts";
import { readSettingsToWorkOn } from "./settings-to-work-on.ts";
import type { StaffPart, StaffServices } from "./staff-part.ts";
import { turnSwitch } from "./turn-switch.ts";

/** Sets up the server: switches that take effect at once, each with its place in the history. */
export const panel: StaffPart = {
  async open(_request, services) {
    return { kind: "message", visibility: "private", body: await show(services, FIRST_VIEW) };
  },

  actions: {
    async panel({ values: [chosen = ""] }, services) {
      return update(services, { ...FIRST_VIEW, command: chosen === "server" ? null : chosen });
    },

    "panel-page": ({ state }, services) => update(services, readPanelState(state)),

    "panel-among"({ state, values: [among] }, services) {
      const view = readPanelState(state);
      return update(services, {
        ...view,
        page: null,
        among: among === "public" || among === "member" ? among : "private",
      });
    },

    "panel-set"(request, services) {
      const state = readPanelState(request.state);
      const [value = ""] = request.values;
      const page = state.turns === "country" ? countryPage(value) : null;
      if (page !== null) return update(services, { ...state, page });
      if (state.turns === "cooldown" && value === OTHER_LENGTH) {
        return { kind: "form", form: cooldownForm(panelId("panel-set", state)) };
      }
      return turn(request, services, { state, values: valuesOf(request, state) });
    },

    "panel-apply"(request, services) {
      const state = readPanelState(request.state);
      const values = state.value === null ? shownChannels(request.message?.components ?? []) : [state.value];
      return turn(request, services, { state, values });
    },
  },
};

function valuesOf({ kind, values, fields }: ActionRequest, { value, turns }: PanelState): readonly string[] {
  if (kind === "form") return [String(readLength(fields.length?.[0] ?? ""))];
  if (value !== null) return [value];
  return turns === "helper" && values.length === 0 ? ["none"] : values;
}

/** The channels that the disabled list of a late change shows. */
function shownChannels(components: readonly APIMessageTopLevelComponent[]): string[] {
  const inside = components.flatMap((one) => (one.type === ComponentType.Container ? one.components : [one]));
  const controls = inside.flatMap((one) => (one.type === ComponentType.ActionRow ? one.components : []));
  return controls.flatMap((one) =>
    one.type === ComponentType.ChannelSelect ? (one.default_values ?? []).map(({ id }) => id) : [],
  );
}

/** Turns one switch, as the panel showed the settings, and shows the panel again in its place. */
async function turn(
  { user, now, interactionId }: ActionRequest,
  services: StaffServices,
  { state, values }: { state: PanelState; values: readonly string[] },
): Promise<Reply> {
  const { turns, revision } = state;
  if (turns === null || revision === null) throw expired();
  refuseUnknown(services, { ...state, turns }, values);
  const { guildId, storage } = services;
  const base = await storage.settings.at(guildId, revision);
  if (base === null)
    return update(services, state, ["Nothing was changed: this panel was too old. It is up to date now."]);
  const settings = turnSwitch(base, { ...state, turns, values });
  if (settings === null) throw expired();
  const doing = { by: user.id, at: now, interactionId };
  const outcome = await storage.settings.save({ guildId, revision, settings, source: "panel", ...doing });
  switch (outcome.kind) {
    case "saved":
      return update(services, state, ["**Done, and in force:**", ...bullets(outcome.changes, services)]);
    case "unchanged":
      return update(services, state, ["Nothing to change: it is so already."]);
    case "stale": {
      const isFree = canBothStand({ base, mine: settings, current: outcome.current.settings }, state.command);
      return { kind: "update", body: panelStale({ outcome, isFree, view: state, turns, values, names: services }) };
    }
    default:
      return outcome satisfies never;
  }
}

type Versions = Readonly<Record<"base" | "mine" | "current", GuildSettings>>;

/** Whether two changes touch different settings; of a command that nobody had set up yet, too. */
function canBothStand({ base, mine, current }: Versions, command: string | null): boolean {
  const whole = (settings: GuildSettings) =>
    command === null
      ? settings
      : { ...settings, commands: { ...settings.commands, [command]: settingsOf(settings, command) } };
  const others = findChanges(whole(base), whole(current));
  return findOverlapping(findChanges(whole(base), whole(mine)), others).length === 0;
}

/** The rule that a switch of a command is for. */
const RULES: Partial<Readonly<Record<Switch, HouseRule>>> = {
  rule: "channels",
  channels: "channels",
  visibility: "visibility",
  differs: "visibility",
  cooldown: "cooldown",
};

/** Refuses what the panel never offered: an id carries no authority. */
function refuseUnknown(
  services: StaffServices,
  { turns, command }: PanelState & { turns: Switch },
  [value = ""]: readonly string[],
) {
  const { guildId, ruledCommands, knowledge } = services;
  if (turns === "country" && value !== "none" && !knowledge.emergencyNumbers.places.some(({ code }) => code === value))
    throw expired();
  if (turns === "helper" && value === guildId) {
    throw new UserError("Nothing was changed: the helper role must be a role of its own, not everybody.");
  }
  const rule = RULES[turns];
  if (rule === undefined) return;
  if (!ruledCommands.some(({ key, rules }) => key === command && rules.includes(rule))) throw expired();
}

async function update(services: StaffServices, view: PanelView, notice: readonly string[] = []): Promise<Reply> {
  return { kind: "update", body: await show(services, view, notice) };
}

async function show(services: StaffServices, view: PanelView, notice: readonly string[] = []) {
  const current = await readSettingsToWorkOn(services);
  const gone = await findGone(current.settings, services);
  const draft = await readDraft(services);
  return panelCard({ current, view, names: { ...services, gone }, notice, draft });
}
