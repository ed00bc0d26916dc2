import { Client, Events } from "discord.js";

// What Spotter is compared with: the least that discord.js needs to answer a command with a constant.
const client = new Client({ intents: [], rest: { api: process.env.DISCORD_API_URL ?? "" } });
client.on(Events.InteractionCreate, (interaction) => {
  if (interaction.isChatInputCommand()) void interaction.reply({ content: "Sore is not broken." });
});
client.once(Events.ClientReady, ({ application }) => {
  void application.commands.set([{ name: "constant", description: "Always the same answer" }]);
});
process.on("SIGTERM", () => void client.destroy().then(() => process.exit(0)));
await client.login(process.env.DISCORD_TOKEN ?? "");
