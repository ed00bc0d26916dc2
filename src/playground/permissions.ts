/** The permissions that matter here, by Discord's bits. */
export const permission = {
  administrator: 1n << 3n,
  addReactions: 1n << 6n,
  viewChannel: 1n << 10n,
  sendMessages: 1n << 11n,
  manageMessages: 1n << 13n,
  embedLinks: 1n << 14n,
  attachFiles: 1n << 15n,
  readHistory: 1n << 16n,
  useCommands: 1n << 31n,
  moderateMembers: 1n << 40n,
  pinMessages: 1n << 51n,
} as const;

/** Every bit that exists: what Discord sends for an administrator. */
export const ALL_PERMISSIONS = (1n << 53n) - 1n;

/** What a channel changes for a role (type 0) or for one member (type 1). */
export type Overwrite = {
  readonly id: string;
  readonly type: 0 | 1;
  readonly allow: bigint;
  readonly deny: bigint;
};

/**
 * Works out what a member may do in a channel, in Discord's order: everyone, then the roles together, then the member.
 *
 * @param base What the member's roles allow in the whole server, everyone's role included.
 */
export function permissionsWith(
  base: bigint,
  overwrites: readonly Overwrite[],
  member: { readonly userId: string; readonly roleIds: readonly string[]; readonly guildId: string },
): bigint {
  if (base & permission.administrator) return ALL_PERMISSIONS;
  const layers = [
    overwrites.filter(({ id }) => id === member.guildId),
    overwrites.filter(({ id, type }) => type === 0 && member.roleIds.includes(id)),
    overwrites.filter(({ id, type }) => type === 1 && id === member.userId),
  ];
  const allowed = layers.reduce((held, layer) => {
    const deny = layer.reduce((bits, one) => bits | one.deny, 0n);
    const allow = layer.reduce((bits, one) => bits | one.allow, 0n);
    return (held & ~deny) | allow;
  }, base);
  // Who does not see a channel can do nothing in it.
  return allowed & permission.viewChannel ? allowed : 0n;
}
