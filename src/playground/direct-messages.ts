/** Who takes direct messages from the bot; everybody does until they switch them off. */
export type DirectMessages = {
  areOpen(userId: string): boolean;
  set(userId: string, areOpen: boolean): void;
  clear(): void;
};

export function createDirectMessages(onChange: (userId: string) => void): DirectMessages {
  const closed = new Set<string>();
  return {
    areOpen: (userId) => !closed.has(userId),
    set(userId, areOpen) {
      if (areOpen) closed.delete(userId);
      else closed.add(userId);
      onChange(userId);
    },
    clear() {
      for (const userId of [...closed]) this.set(userId, true);
    },
  };
}
