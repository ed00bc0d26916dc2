import { z } from "zod";
import { UserError } from "#src/errors.ts";
import type { Diary } from "#src/triage/diary.ts";

/** What a diary's file holds; hours since 1970. */
export type DiaryFile = { readonly agreedHour: number; readonly entries: Diary };

const HOUR_MS = 60 * 60 * 1000;
const MOST_ENTRIES = 1_000;
const EARLIEST = Date.UTC(2000, 0, 1);

const time = z.iso.datetime({ error: "must be a time such as 2026-11-22T18:00:00.000Z" });
const entry = z.strictObject({
  at: time,
  soreness: z.int({ error: "must be a whole number from 0 to 10" }).min(0).max(10),
  trend: z.enum(["better", "same", "worse", "new"], { error: "must be better, same, worse or new" }).nullable(),
  sharp: z.boolean(),
  tingling: z.boolean(),
  numb: z.boolean(),
  freeOfSigns: z.literal(true).optional(),
  alreadyDays: z.int().min(0).max(254).nullable(),
});
const file = z.strictObject({
  spotterDiary: z.literal(1, { error: "must be 1: this file is no diary of mine, or of a newer version" }),
  agreedAt: time,
  entries: z.array(entry).max(MOST_ENTRIES),
});

/** Writes a diary as the text of a file that people can read, and that can be brought back. */
export function writeDiaryFile({ agreedHour, entries }: DiaryFile): string {
  const at = (hour: number) => new Date(hour * HOUR_MS).toISOString();
  const written: z.infer<typeof file> = {
    spotterDiary: 1,
    agreedAt: at(agreedHour),
    entries: entries.map(({ hour, soreness, trend, isSharp, isTingling, isNumb, isFreeOfSigns, alreadyDays }) => ({
      at: at(hour),
      soreness,
      trend,
      sharp: isSharp,
      tingling: isTingling,
      numb: isNumb,
      ...(isFreeOfSigns === true ? { freeOfSigns: true } : {}),
      alreadyDays,
    })),
  };
  return `${JSON.stringify(written, null, 2)}\n`;
}

/**
 * Reads a diary's file.
 *
 * @throws UserError saying what is wrong with it, and where.
 */
export function readDiaryFile(text: string, now: Date): DiaryFile {
  const read = file.safeParse(parseJson(text));
  if (!read.success) {
    const { path, message } = read.error.issues[0] ?? { path: [], message: "" };
    throw refusal(`${path.length === 0 ? "the file" : path.join(" › ")}: ${message}`);
  }
  const hourOf = (written: string) => Math.floor(Date.parse(written) / HOUR_MS);
  const entries = read.data.entries
    .map(({ at, sharp, tingling, numb, freeOfSigns, ...rest }) => ({
      hour: hourOf(at),
      isSharp: sharp,
      isTingling: tingling,
      isNumb: numb,
      ...(freeOfSigns === true ? { isFreeOfSigns: true as const } : {}),
      ...rest,
    }))
    .sort((a, b) => a.hour - b.hour);
  for (const { at } of [...read.data.entries, { at: read.data.agreedAt }]) {
    if (Date.parse(at) > now.getTime()) throw refusal(`${at} lies in the future`);
    if (Date.parse(at) < EARLIEST) throw refusal(`${at} is too long ago`);
  }
  const isTwice = entries.some(({ hour }, index) => hour === entries[index + 1]?.hour);
  if (isTwice) throw refusal("two entries are of the same hour");
  return { agreedHour: hourOf(read.data.agreedAt), entries };
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw refusal("it is no JSON");
  }
}

function refusal(why: string): UserError {
  return new UserError(`I can't bring that file back (${why}). Nothing was changed; choose the file that I gave you.`);
}
