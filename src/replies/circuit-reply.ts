import {
  type APIButtonComponentWithCustomId,
  type APIStringSelectComponent,
  ComponentType,
} from "discord-api-types/v10";
import { encodeCustomId } from "#src/discord/custom-id.ts";
import type { MessageBody } from "#src/discord/reply.ts";
import type { Circuit } from "#src/knowledge/circuit.ts";
import type { Knowledge } from "#src/knowledge/knowledge.ts";
import type { SignCatalogue } from "#src/knowledge/signs.ts";
import { button, soreId } from "./button.ts";
import { buildCard, type CardPart } from "./card.ts";
import { type CircuitState, encodeCircuit } from "./circuit-state.ts";
import { type House, type Place, placeButtons } from "./place.ts";
import { encodeReading, NOTHING_READ } from "./reading-state.ts";
import { circuitExercises } from "./suggested-exercises.ts";

/** What a circuit needs to ask. */
export type CircuitServices = House & { readonly knowledge: Knowledge; readonly signs: SignCatalogue };

/** What a circuit's card is made from. */
export type CircuitSources = Omit<CircuitServices, "visibility"> & {
  readonly place: Place;
  readonly now: Date;
};

const MOST_EXERCISES = 25;
const FULL = "▰";
const EMPTY = "▱";
const LONGEST_MINUTES = 24 * 60;

/** The card of a circuit: choosing, in a round, or done. */
export function circuitCard(state: CircuitState, sources: CircuitSources): MessageBody {
  const { circuit } = sources.knowledge;
  const parts = partsOf(state, sources);
  // It is training: no part of it may ever stand beside a warning.
  const held = parts.map((part) => (part === "line" ? part : { ...part, notWhile: circuit.notWhile }));
  return buildCard({ level: 0, parts: held });
}

function partsOf(state: CircuitState, sources: CircuitSources): CardPart[] {
  if (state.done === null) return choosing(state, sources);
  return state.done < sources.knowledge.circuit.rounds ? inRound(state, state.done, sources) : finished(state, sources);
}

function choosing(state: CircuitState, sources: CircuitSources): CardPart[] {
  const { circuit, article } = sources.knowledge;
  const start = { ...state, done: 0 };
  return [
    { text: `## ${circuit.title}` },
    { text: `**${circuit.forNewcomers}**` },
    { text: `${howMuch(circuit)}, ${circuit.when}.\n${circuit.purposes.map((line) => `- ${line}`).join("\n")}` },
    { text: `**Exercises**\n${exerciseLines(state, sources)}` },
    { row: [exerciseSelect(state, sources)] },
    {
      text: `${circuit.notGiven.map((line) => `-# ${line}`).join("\n")}\n-# So these exercises are our choice, or yours.`,
    },
    { text: `-# ${article.sourceLine}` },
    { row: [act("Start round 1", "start", start, sources, "blue"), ...below(state, sources)] },
  ];
}

function inRound(state: CircuitState, done: number, sources: CircuitSources): CardPart[] {
  const { circuit } = sources.knowledge;
  const round = done + 1;
  const label = round < circuit.rounds ? `Round ${round} done` : `Round ${round} done: finish`;
  return [
    { text: `## ${circuit.title}: round ${round} of ${circuit.rounds}` },
    { text: progress(done, state, sources) },
    { text: exerciseLines(state, sources) },
    { text: `No rest between exercises or rounds. ${circuit.forNewcomers}` },
    { text: "-# The exercises are our choice, or yours; reps and rounds are the article's." },
    {
      row: [
        act(label, "done", { ...state, done: round }, sources, "blue"),
        undo(state, done, sources),
        hurts(sources),
        ...below(state, sources),
      ],
    },
  ];
}

function finished(state: CircuitState, sources: CircuitSources): CardPart[] {
  const { circuit, article } = sources.knowledge;
  const { rounds, reps } = circuit;
  const names = exerciseNames(state, sources);
  const minutes = Math.round((sources.now.getTime() / 1000 - state.startedAt) / 60);
  const took =
    minutes >= 1 && minutes <= LONGEST_MINUTES ? ` in about ${minutes} minute${minutes === 1 ? "" : "s"}` : "";
  return [
    { text: `## ${circuit.title}: done` },
    { text: progress(rounds, state, sources) },
    {
      text: `You did ${rounds} rounds${took}, ${rounds * reps} reps each of:\n${names.map((name) => `- ${name}`).join("\n")}`,
    },
    { text: "Next comes your main deadlift workout. Did anything hurt? Leave it, and ask **/upperback-sore** first." },
    { text: "-# The exercises were our choice, or yours." },
    { text: `-# ${article.sourceLine}` },
    { row: [undo(state, rounds, sources), hurts(sources), ...below(state, sources)] },
  ];
}

function howMuch({ rounds, reps, rest }: Circuit): string {
  return `**${rounds} rounds × ${reps} reps** of each exercise, **${rest === "none" ? "no rest" : `rest: ${rest}`}**`;
}

/** The exercises of one round. */
function exerciseLines(state: CircuitState, sources: CircuitSources): string {
  const { reps } = sources.knowledge.circuit;
  return exerciseNames(state, sources)
    .map((name) => `- ${reps} × ${name}`)
    .join("\n");
}

function exerciseNames({ exercises }: CircuitState, { knowledge }: CircuitSources): string[] {
  return exercises.flatMap((id) => knowledge.accessories.get(id)?.name ?? []);
}

function progress(done: number, { exercises }: CircuitState, { knowledge: { circuit } }: CircuitSources): string {
  const bar = FULL.repeat(done) + EMPTY.repeat(circuit.rounds - done);
  const aRound = circuit.reps * exercises.length;
  return `${bar}  **${done} of ${circuit.rounds}** rounds, ${done * aRound} of ${circuit.rounds * aRound} reps`;
}

function exerciseSelect(state: CircuitState, sources: CircuitSources): APIStringSelectComponent {
  const { place, knowledge } = sources;
  // What is chosen stays, whatever the server hides meanwhile.
  const shown = circuitExercises(sources);
  const options = [...knowledge.accessories.values()]
    .filter(({ id }) => shown.includes(id) || state.exercises.includes(id))
    .slice(0, MOST_EXERCISES)
    .map(({ id, name }) => ({
      value: id,
      label: name,
      default: state.exercises.includes(id),
    }));
  const id = { command: place.command, action: "pick", ownerId: place.ownerId, state: encodeCircuit(state, knowledge) };
  return {
    type: ComponentType.StringSelect,
    custom_id: encodeCustomId(id),
    placeholder: "Choose other exercises",
    min_values: 1,
    max_values: options.length,
    options,
  };
}

function undo(state: CircuitState, done: number, sources: CircuitSources): APIButtonComponentWithCustomId {
  const before = { ...state, done: done === 0 ? null : done - 1 };
  return act(done === 0 ? "Other exercises" : "Undo", "undo", before, sources);
}

/** A form of one's own, whoever presses it: its answer is private. */
function hurts({ signs }: CircuitSources): APIButtonComponentWithCustomId {
  const state = encodeReading({ ...NOTHING_READ, visibility: "private" }, signs);
  return button({ label: "Something hurts" }, soreId("more", null, state));
}

/** Each button carries where it leads, so that pressing it twice is the same as once. */
function act(
  label: string,
  action: string,
  next: CircuitState,
  { place, knowledge }: CircuitSources,
  look: "grey" | "blue" = "grey",
): APIButtonComponentWithCustomId {
  const state = encodeCircuit(next, knowledge);
  return button({ label, look }, { command: place.command, action, ownerId: place.ownerId, state });
}

function below(state: CircuitState, { place, knowledge }: CircuitSources): APIButtonComponentWithCustomId[] {
  return placeButtons(place, { action: "show", state: encodeCircuit(state, knowledge) });
}
