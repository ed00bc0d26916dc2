/** The tables as SQL sees them; ids are text, times are milliseconds since 1970. */
export type Tables = {
  /** Whoever is here owns the rows of the other tables: they go with it. */
  readonly servers: {
    readonly guild_id: string;
    readonly first_seen_at: number;
    readonly greeted_at: number | null;
    readonly missed_sweeps: number;
  };
  readonly sweeps: { readonly day: string };
  readonly guild_settings: {
    readonly guild_id: string;
    readonly revision: number;
    readonly document: string;
    /** Only ever grows, also from one draft to the next: an old form never fits a new draft. */
    readonly draft_revision: number;
  };
  readonly settings_history: {
    readonly guild_id: string;
    readonly revision: number;
    readonly interaction_id: string;
    readonly changed_at: number;
    /** Null for former staff. */
    readonly changed_by: string | null;
    readonly source: string;
    /** The settings after the change. */
    readonly document: string;
  };
  /** The versions of a server's one draft; the first is the wording it began from. */
  readonly draft_versions: {
    readonly guild_id: string;
    readonly revision: number;
    readonly changed_at: number;
    readonly changed_by: string | null;
    readonly wording: string;
  };
  readonly handled_interactions: {
    readonly interaction_id: string;
    readonly effect: string;
    readonly handled_at: number;
  };
  readonly command_counts: {
    readonly guild_id: string;
    /** The Monday it began with. */
    readonly week: string;
    readonly command: string;
    /** -1 where an answer has no level. */
    readonly level: number;
    readonly times: number;
  };
  readonly unanswered_questions: {
    readonly id: string;
    readonly guild_id: string;
    readonly question: string;
    readonly times: number;
    readonly first_kept_at: number;
    readonly last_asked_at: number;
  };
  readonly reminders: { readonly user_id: string; readonly due_at: number };
};
