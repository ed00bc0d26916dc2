import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import type { APIMessageTopLevelComponent } from "discord-api-types/v10";
import { z } from "zod";
import type { BaseRequest } from "./discord/request.ts";
import { loadContent } from "./load-content.ts";
import { runEntry } from "./operations/run-entry.ts";
import { NO_HOUSE } from "./replies/place.ts";
import { answerQuestion, type QuestionServices } from "./replies/question-reply.ts";

// `npm run --silent ask`: a question a line on standard input, an answer a line on standard output, both as JSON.

const lineSchema = z.object({ id: z.string(), q: z.string() });

function answerLine(line: string, number: number, services: QuestionServices): object {
  const read = lineSchema.safeParse(parseJson(line));
  if (!read.success) return { line: number, error: 'not a question: expected {"id": "...", "q": "..."}' };
  const { id, q } = read.data;
  const { answered, sections } = services.search.find(q);
  return { id, answered, sections, text: replyText(q, services) };
}

function replyText(question: string, services: QuestionServices): string {
  const reply = answerQuestion(somebodyAsking(), services, { question, visibility: "public" });
  return reply.kind === "message" ? reply.body.components.flatMap(textsOf).join("\n") : "";
}

function textsOf(component: APIMessageTopLevelComponent | { readonly type: number }): string[] {
  if ("content" in component) return [component.content];
  return "components" in component ? component.components.flatMap(textsOf) : [];
}

function somebodyAsking(): BaseRequest {
  return {
    interactionId: "0",
    user: { id: "0", name: "you" },
    guildId: null,
    channelId: null,
    parentChannelId: null,
    context: "bot-dm",
    locale: "en-US",
    memberPermissions: 0n,
    appPermissions: 0n,
    inThread: false,
    onlyUserInstalled: false,
    now: new Date(),
  };
}

function parseJson(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return null;
  }
}

await runEntry(async () => {
  const folder = fileURLToPath(new URL("../knowledge", import.meta.url));
  const services = { ...loadContent(folder), ...NO_HOUSE };
  let number = 0;
  for await (const line of createInterface({ input: process.stdin })) {
    number += 1;
    if (line.trim() !== "") console.log(JSON.stringify(answerLine(line, number, services)));
  }
});
