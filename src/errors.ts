/** An error whose message may be shown to the person who caused it: what is wrong, and what to do next. */
export class UserError extends Error {
  override readonly name = "UserError";
}

/** An error that stops the start: one sentence for whoever runs the bot, without a stack. */
export class StartError extends Error {
  override readonly name = "StartError";
}
