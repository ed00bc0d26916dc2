/**
 * The link that adds the bot to a server with the least it needs: slash commands. It asks for no permission,
 * since answers to commands, their pictures and their removal need none.
 */
export function inviteLink(applicationId: string): string {
  const query = new URLSearchParams({ client_id: applicationId, scope: "bot applications.commands", permissions: "0" });
  return `https://discord.com/oauth2/authorize?${query}`;
}
