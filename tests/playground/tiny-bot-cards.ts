const option = (value: string) => ({ label: value, value });
const accentGreen = 0x57f287;

/** A card with a button, a removal and a select. */
export function card(text: string) {
  return {
    type: 17,
    accent_color: accentGreen,
    components: [
      { type: 10, content: text },
      {
        type: 1,
        components: [
          { type: 2, style: 1, label: "More", custom_id: "more" },
          { type: 2, style: 2, label: "Remove", custom_id: "remove" },
          { type: 2, style: 4, label: "Never", custom_id: "never" },
          { type: 2, style: 3, label: "Ask", custom_id: "ask" },
        ],
      },
      {
        type: 1,
        components: [{ type: 3, custom_id: "pick", placeholder: "Pick one", options: [option("a"), option("b")] }],
      },
    ],
  };
}

/** A message with every component there is. */
export const everything = [
  {
    type: 17,
    accent_color: 0xf0b232,
    components: [
      {
        type: 10,
        content: "# Heading\n**bold** *italic* __under__ ~~gone~~ ||spoiler|| `code`\n> quote\n-# small print",
      },
      { type: 14, divider: true, spacing: 2 },
      {
        type: 9,
        components: [{ type: 10, content: "A section with a picture\n- one\n- two\n  - nested" }],
        accessory: { type: 11, media: { url: "attachment://dot.png" }, description: "A dot" },
      },
      {
        type: 9,
        components: [
          {
            type: 10,
            content:
              "A section with a button: <@1100000000000000021> <#1100000000000000032> </echo:1100000000000000099>",
          },
        ],
        accessory: { type: 2, style: 2, label: "Press", custom_id: "more" },
      },
      {
        type: 12,
        items: [1, 2, 3].map((n) => ({ media: { url: "attachment://dot.png" }, description: `Picture ${n}` })),
      },
      { type: 12, items: [{ media: { url: "https://example.org/far.png" }, description: "From elsewhere" }] },
      { type: 13, file: { url: "attachment://notes.txt" } },
      {
        type: 1,
        components: [1, 2, 3, 4].map((style) => ({
          type: 2,
          style,
          label: `Style ${style}`,
          custom_id: `style-${style}`,
        })),
      },
      {
        type: 1,
        components: [
          { type: 2, style: 5, label: "Link", url: "https://example.org" },
          { type: 2, style: 2, label: "Off", custom_id: "off", disabled: true },
          { type: 2, style: 2, emoji: { name: "💪" }, custom_id: "emoji" },
        ],
      },
      ...[5, 6, 7, 8].map((type) => ({
        type: 1,
        components: [{ type, custom_id: `auto-${type}`, placeholder: `Select of type ${type}`, max_values: 2 }],
      })),
    ],
  },
  { type: 10, content: "Text outside: <t:1760000000:R> and https://example.org/path" },
];

/** A form with every kind of field. */
export const form = {
  custom_id: "the-form",
  title: "A form",
  components: [
    {
      type: 18,
      label: "Kind",
      description: "Choose the one that fits best",
      component: { type: 21, custom_id: "kind", options: [option("x"), option("y")] },
    },
    {
      type: 18,
      label: "Signs",
      component: { type: 22, custom_id: "signs", required: false, options: [option("one"), option("two")] },
    },
    {
      type: 18,
      label: "Words",
      component: { type: 4, custom_id: "words", style: 2, required: false, max_length: 40 },
    },
    {
      type: 18,
      label: "Level",
      component: { type: 3, custom_id: "level", required: false, options: [option("low"), option("high")] },
    },
    { type: 18, label: "Agree", component: { type: 23, custom_id: "agree" } },
  ],
};

/** A form that takes a file. */
export const fileForm = {
  custom_id: "file-form",
  title: "A file",
  components: [{ type: 18, label: "File", component: { type: 19, custom_id: "file", max_values: 2 } }],
};

/** The options of the form that has nothing but a long list. */
export const manyOptions = Array.from({ length: 25 }, (_, index) => option(`exercise ${index + 1}`));

/** A low form with a list that is higher than the form itself. */
export const listForm = {
  custom_id: "list-form",
  title: "A list",
  components: [
    {
      type: 18,
      label: "Leave out",
      component: { type: 3, custom_id: "out", required: false, min_values: 0, max_values: 25, options: manyOptions },
    },
  ],
};

/** What the tiny bot registers. */
export const commands = [
  {
    name: "echo",
    description: "Says it back",
    options: [
      { type: 3, name: "text", description: "What to say", autocomplete: true },
      { type: 5, name: "slowly", description: "Take your time" },
    ],
  },
  { name: "form", description: "Opens a form", options: [{ type: 5, name: "file", description: "With a file" }] },
  { name: "choose", description: "Opens a form with a long list" },
  { name: "silent", description: "Never answers" },
  { name: "everything", description: "Shows every component" },
  { name: "clock", description: "Tells the time it was given" },
  { name: "die", description: "Ends the bot" },
  { name: "guarded", description: "For those who may manage the server", default_member_permissions: "32" },
  {
    name: "add",
    description: "Adds up",
    options: [
      { type: 4, name: "first", description: "A number", required: true, min_value: 0 },
      {
        type: 3,
        name: "unit",
        description: "Of what",
        required: true,
        choices: [
          { name: "Kilograms", value: "kg" },
          { name: "Pounds", value: "lb" },
        ],
      },
    ],
  },
  { type: 3, name: "Read it" },
];
