/** Brings a message of the open channel into view and gives it the focus; nothing when it is gone. */
export function showMessage(messageId: string): void {
  const element = document.getElementById(`message-${messageId}`);
  element?.scrollIntoView({ block: "center" });
  element?.focus();
}
