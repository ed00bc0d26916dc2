import type { Sample } from "./page-protocol.ts";

const sore = "upperback-sore";

/** Conversations that start with a click; those whose command the bot does not have are not offered. */
export const samples: Sample[] = [
  {
    id: "since-yesterday",
    title: "Sore since yesterday",
    about: "Dull and tight after deadlifts, getting better",
    person: "member",
    place: "deadlift-help",
    command: sore,
    options: { describe: "My upper back is tight and achy since I deadlifted yesterday, it eases when I move around" },
  },
  {
    id: "stabbing",
    title: "Stabbing pain, three weeks",
    about: "A warning comes first",
    person: "member",
    place: "deadlift-help",
    command: sore,
    options: { describe: "Stabbing pain under my shoulder blade for three weeks now, even at rest" },
  },
  {
    id: "numb-hand",
    title: "Numb hand",
    about: "Something to be seen about",
    person: "member",
    place: "deadlift-help",
    command: sore,
    options: { describe: "Upper back hurts after heavy pulls and my left hand goes numb" },
  },
  {
    id: "form",
    title: "Answer five questions",
    about: "No words yet: the form asks",
    person: "member",
    place: "general",
    command: sore,
    options: {},
  },
  {
    id: "private",
    title: "Ask in private",
    about: "In the direct message with the bot",
    person: "member",
    place: "dm",
    command: sore,
    options: { describe: "Traps feel sore two days after rack pulls" },
  },
  {
    id: "accessories",
    title: "Which accessories help?",
    about: "All eight, with their variations",
    person: "helper",
    place: "general",
    command: "accessories",
    options: {},
  },
  {
    id: "neutral",
    title: "How do I keep neutral?",
    about: "A question to the article",
    person: "member",
    place: "deadlift-help",
    command: "ask",
    options: { question: "How do I keep a neutral spine?" },
  },
  {
    id: "set-up",
    title: "An admin's first set-up",
    about: "Where the bot answers, and how",
    person: "admin",
    place: "general",
    command: "spotter panel",
    options: {},
  },
];
