import { EQUIPMENT, MUSCLES } from "#src/knowledge/accessory.ts";
import { ADVICE_IDS } from "#src/knowledge/advice.ts";
import { type CommandSettings, DEFAULT_SETTINGS, type GuildSettings, settingsOf } from "#src/storage/guild-settings.ts";
import { findChanges } from "#src/storage/settings-changes.ts";
import { commandName, type SettingNames } from "./setting-names.ts";

type Rule = SettingNames["ruledCommands"][number]["rules"][number];

/** Which rule of a command each of its settings is for, and what staff call it. */
const SETTINGS: Readonly<Record<keyof CommandSettings, readonly [Rule, string]>> = {
  channels: ["channels", "where it is used"],
  visibility: ["visibility", "who sees answers"],
  visibilityIn: ["visibility", "who sees answers"],
  cooldownSeconds: ["cooldown", "cooldown"],
};

/** What settings hold that changes nothing here, each with the reason; it is kept for the day it may. */
export function withoutEffect(settings: GuildSettings, names: SettingNames): string[] {
  return [...commandLines(settings, names), ...nameLines(settings, names)];
}

function commandLines({ commands }: GuildSettings, names: SettingNames): string[] {
  return Object.entries(commands).flatMap(([key, own]) => {
    const known = names.ruledCommands.find((command) => command.key === key);
    if (known === undefined) return [`${key}: I have no such command`];
    const set = findChanges(settingsOf(DEFAULT_SETTINGS, key), own).map(
      ({ path }) => SETTINGS[path[0] as keyof CommandSettings],
    );
    const idle = set.filter(([rule]) => !known.rules.includes(rule)).map(([, says]) => says);
    return [...new Set(idle)].map((says) => `${commandName(key, names)} · ${says}: this command has no such setting`);
  });
}

function nameLines({ country, wording }: GuildSettings, { knowledge }: SettingNames): string[] {
  const { cards, sectionNotes, hiddenAccessories, accessories } = wording;
  const { sections, accessories: exercises, emergencyNumbers } = knowledge;
  const codes = emergencyNumbers.places.map(({ code }) => code);
  const own = Object.values(accessories);
  return [
    ...(Object.hasOwn(cards, "crisis") ? ["crisis: beside a wish to die, nothing of a server's stands"] : []),
    ...unknown(Object.keys(cards), ADVICE_IDS, "card"),
    ...unknown(Object.keys(sectionNotes), [...sections.keys()], "section"),
    ...unknown(hiddenAccessories, [...exercises.keys()], "exercise"),
    ...unknown(
      own.flatMap(({ muscles }) => muscles),
      Object.keys(MUSCLES),
      "muscle",
    ),
    ...unknown(
      own.flatMap(({ equipment }) => equipment),
      Object.keys(EQUIPMENT),
      "equipment",
    ),
    ...(country === null || codes.includes(country) ? [] : [`${country}: I know no numbers of that country`]),
  ];
}

function unknown(names: readonly string[], known: readonly string[], what: string): string[] {
  const strange = names.filter((name) => !known.includes(name));
  return [...new Set(strange)].map((name) => `${name}: I know no such ${what}`);
}
