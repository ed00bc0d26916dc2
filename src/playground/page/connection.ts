import type { ActionResult, ExchangeReport, PageAction, StreamEvent } from "../page-protocol.ts";

const key = document.querySelector<HTMLMetaElement>('meta[name="playground-key"]')?.content ?? "";

/** Opens the stream of what a person sees; the returned function closes it. */
export function openStream(person: string, onEvent: (event: StreamEvent) => void, onLost: () => void): () => void {
  const source = new EventSource(`/events?as=${person}&key=${key}`);
  source.onmessage = ({ data }) => onEvent(JSON.parse(data as string) as StreamEvent);
  source.onerror = onLost;
  return () => source.close();
}

/**
 * Has the server do something and waits until the bot has answered it.
 *
 * @throws Error with a sentence that may be shown.
 */
export async function sendAction(action: PageAction): Promise<ActionResult> {
  const response = await fetch("/act", {
    method: "POST",
    headers: { "content-type": "application/json", "x-key": key },
    body: JSON.stringify(action),
  });
  const body = (await response.json().catch(() => ({}))) as ActionResult & { message?: string };
  if (!response.ok) throw new Error(body.message ?? "The playground did not take that. Reload the page.");
  return body;
}

/** Asks for everything about one exchange; null when it is forgotten. */
export async function fetchReport(exchangeId: string): Promise<ExchangeReport | null> {
  const response = await fetch(`/report?id=${exchangeId}&key=${key}`);
  return response.ok ? ((await response.json()) as ExchangeReport | null) : null;
}
