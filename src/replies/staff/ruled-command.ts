/** A command on which a server may rule, and in what. */
export type RuledCommand = {
  /** Its name in settings and custom ids. */
  readonly key: string;
  /** As people know it, such as `/ask`. */
  readonly label: string;
  /** Whether it is chosen in a message's menu, and so used where that message stands. */
  readonly isForMessages: boolean;
  readonly rules: readonly ("channels" | "visibility" | "cooldown")[];
};
