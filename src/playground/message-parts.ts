import type { Upload } from "./upload.ts";
import { readPngSize } from "./upload.ts";
import { type Attachment, type Component, type Json, type User, walkComponents } from "./wire.ts";
import { world } from "./world.ts";

/** Gives every component without a numeric id one, as Discord does when it takes a message in. */
export function numberComponents(components: readonly Component[]): Component[] {
  const copy = structuredClone(components) as Component[];
  const taken = new Set<number>();
  walkComponents(copy, ({ id }) => taken.add(id));
  let next = 1;
  walkComponents(copy, (component) => {
    if (component.id) return;
    while (taken.has(next)) next += 1;
    component.id = next;
    next += 1;
  });
  return copy;
}

/** Turns uploads into attachments; `described` is the request's `attachments` list, matched by file number. */
export function toAttachments(
  files: readonly Upload[],
  described: readonly Json[],
  options: { newId: () => string; isPrivate: boolean; urlOf: (id: string, name: string) => string },
): Attachment[] {
  return files.map((file) => {
    const id = options.newId();
    const url = options.urlOf(id, file.name);
    const entry = described.find((candidate) => String(candidate.id) === String(file.index));
    return {
      id,
      filename: file.name,
      size: file.data.length,
      url,
      proxy_url: url,
      content_type: file.contentType || "application/octet-stream",
      ...(typeof entry?.description === "string" ? { description: entry.description } : {}),
      ...(readPngSize(file.data) ?? {}),
      ...(options.isPrivate ? { ephemeral: true } : {}),
    };
  });
}

/** Replaces every `attachment://name` in the components by the attachment's address and size. */
export function resolveMedia(components: Component[], attachments: readonly Attachment[]): void {
  const resolve = (media: Json | undefined) => {
    const name = /^attachment:\/\/(.+)$/.exec(String(media?.url ?? ""))?.[1];
    const attachment = attachments.find(({ filename }) => filename === name);
    if (media === undefined || attachment === undefined) return;
    const { id, url, proxy_url, content_type, width, height } = attachment;
    Object.assign(media, { url, proxy_url, content_type, attachment_id: id });
    if (width !== undefined) Object.assign(media, { width, height });
  };
  walkComponents(components, (component) => {
    resolve(component.media as Json | undefined);
    resolve(component.file as Json | undefined);
    for (const item of (component.items as Json[] | undefined) ?? []) resolve(item.media as Json | undefined);
  });
}

/** Finds whom a text would ping, given the message's `allowed_mentions`; absent ones allow everybody. */
export function findMentions(
  text: string,
  allowed: Json | undefined,
): { mentions: User[]; mention_roles: string[]; mention_everyone: boolean } {
  const parse =
    (allowed?.parse as string[] | undefined) ?? (allowed === undefined ? ["users", "roles", "everyone"] : []);
  const may = (kind: "users" | "roles", id: string) =>
    parse.includes(kind) || ((allowed?.[kind] as string[] | undefined) ?? []).includes(id);
  const idsIn = (pattern: RegExp) => new Set([...text.matchAll(pattern)].map(([, id]) => id ?? ""));
  const users = idsIn(/<@!?(\d+)>/g);
  return {
    mentions: world.people.filter(({ user }) => users.has(user.id) && may("users", user.id)).map(({ user }) => user),
    mention_roles: [...idsIn(/<@&(\d+)>/g)].filter((id) => may("roles", id)),
    mention_everyone: parse.includes("everyone") && /@(everyone|here)\b/.test(text),
  };
}

/** All the text of a message, its components' included. */
export function textOf(content: string, components: readonly Component[]): string {
  const parts = [content];
  walkComponents(components, (component) => {
    if (typeof component.content === "string") parts.push(component.content);
  });
  return parts.join("\n");
}
