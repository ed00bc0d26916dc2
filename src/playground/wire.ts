/** The parts of Discord's JSON that the playground itself looks at; every other field is passed through. */
export type Json = Record<string, unknown>;

export const interactionType = { ping: 1, command: 2, component: 3, autocomplete: 4, form: 5 } as const;

export const callbackType = {
  pong: 1,
  message: 4,
  deferredMessage: 5,
  deferredUpdate: 6,
  update: 7,
  choices: 8,
  form: 9,
} as const;

export const messageType = { usual: 0, pinned: 6, reply: 19, slash: 20, menu: 23 } as const;

export const messageFlag = { ephemeral: 1 << 6, loading: 1 << 7, componentsV2: 1 << 15 } as const;

export const componentType = {
  actionRow: 1,
  button: 2,
  stringSelect: 3,
  textInput: 4,
  userSelect: 5,
  roleSelect: 6,
  mentionableSelect: 7,
  channelSelect: 8,
  section: 9,
  textDisplay: 10,
  thumbnail: 11,
  mediaGallery: 12,
  file: 13,
  separator: 14,
  container: 17,
  label: 18,
  fileUpload: 19,
  radioGroup: 21,
  checkboxGroup: 22,
  checkbox: 23,
} as const;

export const optionType = {
  subcommand: 1,
  subcommandGroup: 2,
  string: 3,
  integer: 4,
  boolean: 5,
  user: 6,
  channel: 7,
  role: 8,
  mentionable: 9,
  number: 10,
  attachment: 11,
} as const;

/** A component as it stands in a message: Discord has given each one a numeric id. */
export type Component = {
  type: number;
  id: number;
  custom_id?: string;
  label?: string;
  content?: string;
  components?: Component[];
  accessory?: Component;
  component?: Component;
  [key: string]: unknown;
};

export type User = {
  id: string;
  username: string;
  discriminator: string;
  global_name: string | null;
  avatar: string | null;
  bot?: boolean;
};

export type Attachment = {
  id: string;
  filename: string;
  size: number;
  url: string;
  proxy_url: string;
  content_type?: string;
  description?: string;
  width?: number;
  height?: number;
  ephemeral?: boolean;
};

export type Message = {
  id: string;
  channel_id: string;
  type: number;
  author: User;
  content: string;
  timestamp: string;
  edited_timestamp: string | null;
  flags: number;
  components: Component[];
  embeds: Json[];
  attachments: Attachment[];
  mentions: User[];
  mention_roles: string[];
  mention_everyone: boolean;
  tts: boolean;
  pinned: boolean;
  nonce?: string | number;
  application_id?: string;
  webhook_id?: string;
  interaction_metadata?: Json;
  /** Deprecated by Discord, still sent, and the only place with the command's name. */
  interaction?: { id: string; type: number; name: string; user: User };
  message_reference?: Json;
};

export type CommandChoice = { name: string; value: string | number };

export type CommandOption = {
  type: number;
  name: string;
  description: string;
  required?: boolean;
  autocomplete?: boolean;
  choices?: CommandChoice[];
  options?: CommandOption[];
  [key: string]: unknown;
};

/** A command as Discord keeps it, with its defaults filled in. */
export type RegisteredCommand = {
  id: string;
  application_id: string;
  version: string;
  type: number;
  name: string;
  description: string;
  options?: CommandOption[];
  default_member_permissions: string | null;
  contexts: number[] | null;
  integration_types: number[];
  nsfw: boolean;
  guild_id?: string;
  [key: string]: unknown;
};

export type Form = { custom_id: string; title: string; components: Component[] };

/** An interaction as it travels to the bot. */
export type Interaction = {
  id: string;
  token: string;
  type: number;
  application_id: string;
  channel_id: string;
  data: Json;
  guild_id?: string;
  message?: Message;
  [key: string]: unknown;
};

/** Calls the visitor for every component, the outer before the inner. */
export function walkComponents(components: readonly Component[], visit: (component: Component) => void): void {
  for (const component of components) {
    visit(component);
    if (component.components) walkComponents(component.components, visit);
    if (component.accessory) walkComponents([component.accessory], visit);
    if (component.component) walkComponents([component.component], visit);
  }
}
