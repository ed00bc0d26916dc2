/** A file that came with a request, before it is an attachment. */
export type Upload = {
  /** The number n of `files[n]`; components and attachments refer to it. */
  readonly index: number;
  readonly name: string;
  readonly contentType: string;
  readonly data: Buffer;
};

/** Reads the size of a PNG from its header; null for anything else. */
export function readPngSize(data: Buffer): { width: number; height: number } | null {
  const isPng = data.length >= 24 && data.subarray(1, 4).toString("latin1") === "PNG";
  return isPng ? { width: data.readUInt32BE(16), height: data.readUInt32BE(20) } : null;
}
