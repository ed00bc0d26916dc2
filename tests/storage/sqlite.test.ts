import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { openStorage } from "#src/storage/open-storage.ts";
import { describeStorage } from "./contract.ts";

describeStorage("SQLite keeps the storage's contract:", () => {
  const folder = mkdtempSync(join(tmpdir(), "spotter-storage-"));
  return {
    open: () =>
      openStorage({
        folder,
        report(sentence, error) {
          throw new Error(sentence, { cause: error });
        },
      }),
    remove: async () => rmSync(folder, { recursive: true, force: true }),
  };
});
