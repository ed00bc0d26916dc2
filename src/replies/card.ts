import {
  type APIComponentInContainer,
  type APIComponentInMessageActionRow,
  type APIMediaGalleryComponent,
  ComponentType,
} from "discord-api-types/v10";
import type { MessageBody, ReplyFile } from "#src/discord/reply.ts";
import type { Picture } from "#src/knowledge/picture.ts";
import type { Level } from "#src/triage/assessment.ts";

// Discord's limits for one message.
const MOST_TEXT = 4000;
const MOST_COMPONENTS = 40;
const MOST_BUTTONS = 5;

/** One colour a level; none of them is green, since no card says that all is well. */
const ACCENTS = { 0: 0x005eb8, 1: 0xffb81c, 2: 0xed8b00, 3: 0xd5281b } as const;

/** The level from which on a part must not be shown; null or absent means always allowed. */
type NotWhile = { readonly notWhile?: number | null };

/** A text of a card. */
export type TextPart = NotWhile & {
  readonly text: string;
  /** Discord hands it back with every click, so that the text can be found again. */
  readonly id?: number;
  /** A part that may be left out where the card gets too long; the highest number goes first. */
  readonly spare?: number;
};

/** One row of buttons, or one select. */
export type RowPart = NotWhile & { readonly row: readonly APIComponentInMessageActionRow[] };

/** A picture over the whole width; its file travels with the message. */
export type PicturePart = NotWhile & { readonly picture: Pick<Picture, "name" | "alt" | "data"> };

/** A file to keep; it travels with the message. */
export type FilePart = NotWhile & { readonly file: ReplyFile };

export type CardPart = TextPart | RowPart | PicturePart | FilePart | "line";

/** A card: its parts from top to bottom, and the level of what it answers. */
export type Card = {
  readonly level: Level;
  readonly parts: readonly CardPart[];
  /** How much text there may be, where something else stands in the same message. */
  readonly mostText?: number;
  /** The same for components. */
  readonly mostComponents?: number;
};

/**
 * Builds the message of a card.
 *
 * @throws Error when a part must not be shown at the card's level, or the card breaks Discord's limits:
 *   both are bugs of the caller.
 */
export function buildCard({ level, parts, mostText = MOST_TEXT, mostComponents = MOST_COMPONENTS }: Card): MessageBody {
  for (const part of parts) refuseAtLevel(part, level);
  const components = withoutSpare(parts, mostText, mostComponents).flatMap(toComponents);
  const files = parts.flatMap(filesOf);
  return {
    components: [{ type: ComponentType.Container, accent_color: ACCENTS[level], components }],
    ...(files.length === 0 ? {} : { files }),
  };
}

function refuseAtLevel(part: CardPart, level: Level): void {
  if (part === "line" || part.notWhile == null || level < part.notWhile) return;
  throw new Error(`a part that must not be shown from level ${part.notWhile} up stands on a card of level ${level}`);
}

function filesOf(part: CardPart): ReplyFile[] {
  if (part === "line") return [];
  if ("file" in part) return [part.file];
  return "picture" in part ? [fileOf(part.picture)] : [];
}

function fileOf({ name, alt, data }: PicturePart["picture"]): ReplyFile {
  return { name: fileName(name), data, description: alt };
}

function fileName(picture: string): string {
  return `${picture}.png`;
}

function withoutSpare(parts: readonly CardPart[], mostText: number, mostComponents: number): readonly CardPart[] {
  let kept = parts;
  while (textLength(kept) > mostText || componentCount(kept) > mostComponents) {
    const spare = kept.filter(isSpare).sort((a, b) => b.spare - a.spare)[0];
    if (spare === undefined) {
      throw new Error(`a card of ${textLength(kept)} characters and ${componentCount(kept)} components`);
    }
    kept = kept.filter((part) => part !== spare);
  }
  return kept;
}

/** How many components the parts become, with the container around them. */
function componentCount(parts: readonly CardPart[]): number {
  const inside = parts.flatMap(toComponents);
  return 1 + inside.reduce((sum, one) => sum + 1 + ("components" in one ? one.components.length : 0), 0);
}

function isSpare(part: CardPart): part is TextPart & { readonly spare: number } {
  return part !== "line" && "text" in part && part.spare !== undefined && part.text !== "";
}

/** How much text the parts have. */
export function textLength(parts: readonly CardPart[]): number {
  return parts.reduce((sum, part) => sum + (part !== "line" && "text" in part ? part.text.length : 0), 0);
}

function toComponents(part: CardPart): APIComponentInContainer[] {
  if (part === "line") return [{ type: ComponentType.Separator }];
  if ("row" in part) return rowsOf(part.row);
  if ("picture" in part) return [galleryOf(part.picture)];
  if ("file" in part) return [{ type: ComponentType.File, file: { url: `attachment://${part.file.name}` } }];
  if (part.text === "") return [];
  const { text: content, id } = part;
  return [{ type: ComponentType.TextDisplay, content, ...(id === undefined ? {} : { id }) }];
}

function galleryOf({ name, alt }: PicturePart["picture"]): APIMediaGalleryComponent {
  const media = { url: `attachment://${fileName(name)}` };
  return { type: ComponentType.MediaGallery, items: [{ media, description: alt }] };
}

function rowsOf(row: RowPart["row"]): APIComponentInContainer[] {
  const rows: APIComponentInContainer[] = [];
  for (let start = 0; start < row.length; start += MOST_BUTTONS) {
    rows.push({ type: ComponentType.ActionRow, components: row.slice(start, start + MOST_BUTTONS) });
  }
  return rows;
}
