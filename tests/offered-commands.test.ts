import { expect, test } from "vitest";
import { loadCommands } from "#src/discord/load-commands.ts";
import { offeredCommands } from "#src/offered-commands.ts";

test("/check-in is offered only where its operator has switched it on; everything else always is", async () => {
  const commands = await loadCommands("commands");
  const names = (isCheckInOn: boolean) => offeredCommands(commands, { isCheckInOn }).map(({ name }) => name);
  expect(names(true)).toHaveLength(commands.size);
  expect(names(true).filter((name) => !names(false).includes(name))).toEqual(["check-in"]);
});
