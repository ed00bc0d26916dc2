import type { ServerResponse } from "node:http";
import type { PlaygroundEvent } from "./event-stream.ts";
import type { LocalDiscord } from "./local-discord.ts";
import type { BotStatus, Snapshot, StreamEvent, ViewPerson } from "./page-protocol.ts";
import type { PageView } from "./page-view.ts";
import { samples } from "./samples.ts";
import { canView, findPlace, getPerson, type Person, permissionsIn, world } from "./world.ts";

const KEEP_ALIVE_MS = 20_000;

const aboutPerson = {
  member: "Lifts here, may write and use commands",
  helper: "May also manage messages",
  admin: "May do everything",
} as const;

/** The state of the playground that is not Discord's. */
export type PlaygroundState = { status(): BotStatus; clockOffsetMs(): number };

/** Sends open pages what their person sees, as it happens. */
export type PageStreams = {
  open(response: ServerResponse, person: string): void;
  /** Tells every open page something. */
  tell(event: StreamEvent): void;
  /** Tells it after everything that has happened so far. */
  tellInOrder(event: StreamEvent): void;
  stop(): void;
};

export function createPageStreams(discord: LocalDiscord, view: Promise<PageView>, state: PlaygroundState): PageStreams {
  const open = new Map<ServerResponse, Person>();
  const send = (response: ServerResponse, event: StreamEvent) => response.write(`data: ${JSON.stringify(event)}\n\n`);
  const tell = (event: StreamEvent) => {
    for (const response of open.keys()) send(response, event);
  };

  const unsubscribe = discord.events.subscribe((event) => {
    view
      .then((loaded) => {
        for (const [response, person] of open) {
          const told = translate(event, person, loaded, discord);
          if (told !== null) send(response, told);
        }
      })
      .catch(console.error);
  });
  const keepAlive = setInterval(() => {
    for (const response of open.keys()) response.write(": still here\n\n");
  }, KEEP_ALIVE_MS);

  return {
    tell,
    tellInOrder: (event) => void view.then(() => tell(event)).catch(console.error),
    open(response, key) {
      const person = getPerson(key);
      response.writeHead(200, { "content-type": "text/event-stream" });
      response.on("close", () => open.delete(response));
      view
        .then((loaded) => {
          send(response, { kind: "snapshot", snapshot: takeSnapshot(discord, person, loaded, state) });
          open.set(response, person);
        })
        .catch(console.error);
    },
    stop() {
      clearInterval(keepAlive);
      unsubscribe();
      for (const response of open.keys()) response.end();
    },
  };
}

function translate(event: PlaygroundEvent, person: Person, view: PageView, discord: LocalDiscord): StreamEvent | null {
  switch (event.kind) {
    case "message-created":
    case "message-updated":
      if (!canSee(event.message.channel_id, event.audience, person)) return null;
      return { kind: "message", message: view.message(event.message, event.audience) };
    case "message-deleted":
      return { kind: "message-deleted", messageId: event.messageId };
    case "commands-changed":
      return { kind: "commands", commands: [...discord.commands()] };
    case "direct-messages-switched":
      if (event.userId !== person.user.id) return null;
      return { kind: "direct-messages", areOpen: discord.takesDirectMessages(person.key) };
    case "interaction-failed":
      return { kind: "exchange", exchangeId: event.interactionId };
    case "request-answered":
      return { kind: "exchange", exchangeId: event.interactionId ?? event.requestId };
    default:
      return null;
  }
}

function canSee(channelId: string, audience: string | null, person: Person): boolean {
  const place = findPlace(channelId);
  return place !== null && canView(place, person) && (audience === null || audience === person.user.id);
}

function takeSnapshot(discord: LocalDiscord, person: Person, view: PageView, state: PlaygroundState): Snapshot {
  const places = world.places.filter((place) => canView(place, person));
  return {
    botName: world.bot.username,
    botId: world.bot.id,
    guildName: world.guild.name,
    me: { ...toViewPerson(person), takesDirectMessages: discord.takesDirectMessages(person.key) },
    people: world.people.map(toViewPerson),
    roles: world.roles.map(({ id, name }) => ({ id, name })),
    places: places.map((place) => ({
      id: place.id,
      name: place.name,
      topic: place.topic,
      isDirect: place.recipientId !== null,
      permissions: permissionsIn(place, person).toString(),
    })),
    commands: [...discord.commands()],
    messages: places
      .flatMap(({ id }) => discord.messages(id, person.key))
      .map((message) => view.message(message, discord.audienceOf(message.id))),
    samples,
    status: state.status(),
    clockOffsetMs: state.clockOffsetMs(),
  };
}

function toViewPerson({ key, user, roleIds }: Person): ViewPerson {
  const color = world.roles.find(({ id }) => id === roleIds.at(-1))?.color ?? 0;
  const name = user.global_name ?? user.username;
  return { id: user.id, key, name, about: aboutPerson[key], color };
}
