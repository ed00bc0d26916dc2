import type { ActionResult, ExchangeReport, PageAction, StreamEvent } from "../page-protocol.ts";

const key = document.querySelector<HTMLMetaElement>('meta[name="playground-key"]')?.content ?? "";

/** Opens the stream of what a person sees; the returned function closes it. */
export function openStream(person: string, onEvent: (event: StreamEvent) => void, onLost: () => void): () => void {
  const source = new EventSource(`/events?as=${person}&key=${key}`);
  source.onmessage = ({ data }) => onEvent(JSON.parse(data as string) as StreamEvent);
  source.onerror = onLost;
  return () => source.close();
}

// The stream may have broken in between: then the answer alone has to do.
const TELL_WITHIN_MS = 1_000;
const untold = new Map<string, () => void>();
let lastAction = 0;

/** Takes note that the stream has told everything that an action led to. */
export function noteActed(actionId: string): void {
  untold.get(actionId)?.();
}

type WithoutId<Action> = Action extends unknown ? Omit<Action, "actionId"> : never;

/**
 * Has the server do something and waits until the bot has answered it and the page has been told.
 *
 * @throws Error with a sentence that may be shown.
 */
export async function sendAction(action: WithoutId<PageAction>): Promise<ActionResult> {
  lastAction += 1;
  const actionId = `${performance.timeOrigin}-${lastAction}`;
  const isTold = new Promise<void>((resolve) => untold.set(actionId, resolve));
  try {
    const response = await fetch("/act", {
      method: "POST",
      headers: { "content-type": "application/json", "x-key": key },
      body: JSON.stringify({ ...action, actionId }),
    });
    const body = (await response.json().catch(() => ({}))) as ActionResult & { message?: string };
    if (!response.ok) throw new Error(body.message ?? "The playground did not take that. Reload the page.");
    await Promise.race([isTold, new Promise((resolve) => setTimeout(resolve, TELL_WITHIN_MS))]);
    return body;
  } finally {
    untold.delete(actionId);
  }
}

/** Asks for everything about one exchange; null when it is forgotten. */
export async function fetchReport(exchangeId: string): Promise<ExchangeReport | null> {
  const response = await fetch(`/report?id=${exchangeId}&key=${key}`);
  return response.ok ? ((await response.json()) as ExchangeReport | null) : null;
}
