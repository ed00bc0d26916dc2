import { Client, type Interaction, MessageFlags } from "discord.js";
import { card, commands, everything, fileForm, form, listForm } from "./tiny-bot-cards.ts";

// A PNG of one pixel.
const DOT = "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==";

/** What the tiny bot's calls were refused with. */
export const failures: unknown[] = [];

/** A bot of a few lines on the real discord.js, to try the local Discord with; it stands in for nobody. */
export async function startTinyBot(apiUrl: string, token: string): Promise<Client> {
  const client = new Client({ intents: [], rest: { api: apiUrl, timeout: 2_000 } });
  client.on("error", () => undefined);
  client.on("interactionCreate", (interaction) => {
    answer(interaction).catch((error: unknown) => failures.push(error));
  });
  const isReady = new Promise((resolve) => client.once("clientReady", resolve));
  await client.login(token);
  await isReady;
  await client.application?.commands.set(commands as never);
  return client;
}

async function answer(interaction: Interaction): Promise<unknown> {
  if (interaction.isAutocomplete()) {
    const typed = interaction.options.getFocused();
    const names = ["rows", "pulls"].filter((name) => name.startsWith(typed));
    return interaction.respond(names.map((name) => ({ name, value: name })));
  }
  if (interaction.isMessageContextMenuCommand()) {
    return interaction.reply({ content: `read: ${interaction.targetMessage.content}`, flags: MessageFlags.Ephemeral });
  }
  if (interaction.isChatInputCommand()) return answerCommand(interaction);
  if (interaction.isStringSelectMenu()) {
    return interaction.update({ components: [card(`chose ${interaction.values.join(", ")}`)] });
  }
  if (interaction.isButton()) return answerButton(interaction);
  if (interaction.isModalSubmit()) {
    const fields = [...interaction.fields.fields.values()].map((field) => ({ ...field }));
    const said = JSON.stringify(fields, (_, value: unknown) => (typeof value === "bigint" ? String(value) : value));
    return interaction.reply({ content: said.slice(0, 2_000) });
  }
}

async function answerCommand(interaction: Extract<Interaction, { commandType: 1 }>): Promise<unknown> {
  if (!interaction.isChatInputCommand()) return;
  const { options } = interaction;
  const dot = { attachment: Buffer.from(DOT, "base64"), name: "dot.png" };
  const v2 = MessageFlags.IsComponentsV2;
  switch (interaction.commandName) {
    case "silent":
      return;
    case "die":
      return process.exit(3);
    case "form":
      return interaction.showModal((options.getBoolean("file") ? fileForm : form) as never);
    case "choose":
      return interaction.showModal(listForm as never);
    case "clock":
      return interaction.reply({ content: `offset ${process.env.CLOCK_OFFSET_MS ?? "none"}` });
    case "everything": {
      const notes = { attachment: Buffer.from("Some notes"), name: "notes.txt" };
      return interaction.reply({ flags: v2, components: everything as never, files: [dot, notes] });
    }
    case "add":
      return interaction.reply({ content: `${options.getInteger("first")} ${options.getString("unit")}` });
  }
  if (options.getBoolean("slowly")) {
    await interaction.deferReply({ flags: MessageFlags.Ephemeral });
    return interaction.editReply({ flags: v2, components: [card("later")] });
  }
  const text = options.getString("text") ?? "nothing";
  const picture = { type: 12, items: [{ media: { url: "attachment://dot.png" } }] };
  return text === "picture"
    ? interaction.reply({ flags: v2, components: [card(text), picture] as never, files: [dot] })
    : interaction.reply({ flags: v2, components: [card(text)] });
}

async function answerButton(interaction: Extract<Interaction, { componentType: 2 }>): Promise<unknown> {
  switch (interaction.customId) {
    case "never":
      return;
    case "ask":
      return interaction.showModal(form as never);
    case "remove":
      await interaction.deferUpdate();
      return interaction.deleteReply();
    default:
      await interaction.reply({ content: "more", flags: MessageFlags.Ephemeral });
      return interaction.followUp({ content: `clicked by ${interaction.user.username}` });
  }
}
