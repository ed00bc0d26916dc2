import { Client, MessageFlags } from "discord.js";

/** A bot of a few lines on the real discord.js, to try the local Discord with; it stands in for nobody. */
export async function startTinyBot(apiUrl: string, token: string): Promise<Client> {
  const client = new Client({ intents: [], rest: { api: apiUrl, timeout: 2_000 } });
  client.on("error", () => undefined);
  client.on("interactionCreate", async (interaction) => {
    try {
      if (interaction.isAutocomplete()) {
        const typed = interaction.options.getFocused();
        const names = ["rows", "pulls"].filter((name) => name.startsWith(typed));
        await interaction.respond(names.map((name) => ({ name, value: name })));
      } else if (interaction.isChatInputCommand() && interaction.options.getBoolean("slowly")) {
        await interaction.deferReply({ flags: MessageFlags.Ephemeral });
        await interaction.editReply({ flags: MessageFlags.IsComponentsV2, components: [card("later")] });
      } else if (interaction.isChatInputCommand() && interaction.commandName === "form") {
        await interaction.showModal(form as never);
      } else if (interaction.isChatInputCommand() && interaction.commandName === "silent") {
        return;
      } else if (interaction.isChatInputCommand()) {
        const text = interaction.options.getString("text") ?? "nothing";
        await interaction.reply({ flags: MessageFlags.IsComponentsV2, components: [card(text)], files: picture(text) });
      } else if (interaction.isMessageContextMenuCommand()) {
        await interaction.reply({
          content: `read: ${interaction.targetMessage.content}`,
          flags: MessageFlags.Ephemeral,
        });
      } else if (interaction.isStringSelectMenu()) {
        await interaction.update({ components: [card(`chose ${interaction.values.join(", ")}`)] });
      } else if (interaction.isButton() && interaction.customId === "remove") {
        await interaction.deferUpdate();
        await interaction.deleteReply();
      } else if (interaction.isButton()) {
        await interaction.reply({ content: "more", flags: MessageFlags.Ephemeral });
        await interaction.followUp({ content: `clicked by ${interaction.user.username}` });
      } else if (interaction.isModalSubmit()) {
        const fields = JSON.stringify([...interaction.fields.fields.values()].map((field) => ({ ...field })));
        await interaction.reply({ content: fields.slice(0, 2_000) });
      }
    } catch (error) {
      failures.push(error);
    }
  });
  const isReady = new Promise((resolve) => client.once("clientReady", resolve));
  await client.login(token);
  await isReady;
  await client.application?.commands.set(commands);
  return client;
}

/** What the tiny bot's calls were refused with. */
export const failures: unknown[] = [];

const commands = [
  {
    name: "echo",
    description: "Says it back",
    options: [
      { type: 3, name: "text", description: "What to say", autocomplete: true },
      { type: 5, name: "slowly", description: "Take your time" },
    ],
  },
  { name: "form", description: "Opens a form" },
  { name: "silent", description: "Never answers" },
  { type: 3, name: "Read it" },
];

function card(text: string) {
  return {
    type: 17,
    accent_color: 0x57f287,
    components: [
      { type: 10, content: text },
      {
        type: 1,
        components: [
          { type: 2, style: 1, label: "More", custom_id: "more" },
          { type: 2, style: 2, label: "Remove", custom_id: "remove" },
        ],
      },
      {
        type: 1,
        components: [{ type: 3, custom_id: "pick", options: [toOption("a"), toOption("b")] }],
      },
      ...(text === "picture" ? [{ type: 12, items: [{ media: { url: "attachment://dot.png" } }] }] : []),
    ],
  };
}

const toOption = (value: string) => ({ label: value, value });

function picture(text: string) {
  return text === "picture" ? [{ attachment: Buffer.from("not really a picture"), name: "dot.png" }] : [];
}

const form = {
  custom_id: "the-form",
  title: "A form",
  components: [
    { type: 18, label: "Kind", component: { type: 21, custom_id: "kind", options: [toOption("x"), toOption("y")] } },
    { type: 18, label: "Words", component: { type: 4, custom_id: "words", style: 2 } },
  ],
} as const;
