/**
 * Names the flags of Node that a script of the project runs with.
 *
 * Without a limit the space for young objects grows while the bot starts, and an idle bot never gives it back:
 * with 4 MB it holds about 50 MB less.
 *
 * @param {string} script
 * @returns {string[]}
 */
export function nodeFlags(script) {
  return script.startsWith("src/") ? ["--max-semi-space-size=4"] : [];
}
