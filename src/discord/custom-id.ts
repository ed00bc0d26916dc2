import { UserError } from "#src/errors.ts";

const VERSION = "1";
// Stands where the version stands, so that an id of a preview is as long as the one it is made from.
const PREVIEW = "p";
const MAX_LENGTH = 100;

/** What a button, select or form carries: whose it is, which handler answers it, and the state of the flow. */
export type CustomId = {
  readonly command: string;
  readonly action: string;
  readonly ownerId: string | null;
  readonly state: string;
};

/**
 * Writes a custom id of at most 100 characters: `1:<command>:<action>:<owner in base 36>:<state>`.
 *
 * @throws Error when the state is too long, which is a bug of the caller.
 */
export function encodeCustomId({ command, action, ownerId, state }: CustomId): string {
  const owner = ownerId === null ? "" : BigInt(ownerId).toString(36);
  const id = [VERSION, command, action, owner, state].join(":");
  if (id.length > MAX_LENGTH) throw new Error(`custom id of ${id.length} characters for ${command}:${action}`);
  return id;
}

/** The id of the same control in a preview: whoever uses it is told so, and it reaches nothing. */
export function previewCustomId(id: string): string {
  return PREVIEW + id.slice(VERSION.length);
}

/**
 * Reads a custom id back.
 *
 * @throws UserError when the id is of another version or not ours: its message has expired; and in a preview.
 */
export function decodeCustomId(id: string): CustomId {
  const [version, command, action, owner, ...state] = id.split(":");
  if (version === PREVIEW) throw new UserError("This is a preview. For members this works; here it does nothing.");
  if (version !== VERSION || !command || !action || owner === undefined || !/^[0-9a-z]{0,14}$/.test(owner)) {
    throw new UserError("This message has expired. Please start again with the command.");
  }
  return { command, action, ownerId: owner === "" ? null : fromBase36(owner), state: state.join(":") };
}

function fromBase36(digits: string): string {
  let value = 0n;
  for (const digit of digits) value = value * 36n + BigInt(Number.parseInt(digit, 36));
  return value.toString();
}
