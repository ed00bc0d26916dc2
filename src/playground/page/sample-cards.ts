import type { Sample } from "../page-protocol.ts";
import { type App, goTo, runCommand } from "./app.ts";
import { el } from "./element.ts";
import { slashCommands } from "./usable-commands.ts";

/** The samples whose command the bot has. */
export function offeredSamples(app: App): Sample[] {
  const paths = new Set(slashCommands(app.commands).map(({ path }) => path));
  return app.snapshot.samples.filter(({ command }) => paths.has(command));
}

/** Draws the samples as links, so that each can be copied and sent. */
export function sampleCards(app: App, onStart: () => void = () => undefined): HTMLElement {
  const cards = offeredSamples(app).map((sample) =>
    el(
      "li",
      {},
      el(
        "a",
        {
          class: "sample",
          href: `/?try=${sample.id}`,
          onclick: (event: MouseEvent) => {
            if (event.ctrlKey || event.metaKey || event.shiftKey) return;
            event.preventDefault();
            onStart();
            void startSample(app, sample);
          },
        },
        el("b", {}, sample.title),
        el("small", {}, sample.about),
      ),
    ),
  );
  return el("ul", { class: "samples", "aria-label": "Conversations to try" }, ...cards);
}

/** Plays the first step of a sample: the right person says it in the right place. */
export async function startSample(app: App, sample: Sample): Promise<void> {
  await app.switchPerson(sample.person);
  const place = app.snapshot.places.find(({ name, isDirect }) =>
    sample.place === "dm" ? isDirect : name === sample.place && !isDirect,
  );
  if (place && place.id !== app.place.id) goTo(app, place);
  await runCommand(app, `/${sample.command}`, {
    kind: "slash",
    placeId: app.place.id,
    command: sample.command,
    options: { ...sample.options },
  });
}
