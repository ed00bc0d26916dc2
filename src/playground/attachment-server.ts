import type { ServerResponse } from "node:http";
import type { Upload } from "./upload.ts";

const SAFE_IMAGES = ["image/png", "image/jpeg", "image/gif", "image/webp"];

/** Answers with a file that came with a message; what is no plain picture can only be saved, never opened here. */
export function sendAttachment(response: ServerResponse, file: Upload | null): void {
  if (file === null) {
    response.writeHead(404).end();
    return;
  }
  const isImage = SAFE_IMAGES.includes(file.contentType);
  response.writeHead(200, {
    "content-type": isImage ? file.contentType : "application/octet-stream",
    "content-security-policy": "default-src 'none'; sandbox",
    "x-content-type-options": "nosniff",
    "cross-origin-resource-policy": "same-origin",
    ...(isImage ? {} : { "content-disposition": "attachment" }),
  });
  response.end(file.data);
}
