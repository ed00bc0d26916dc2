import { StartError } from "#src/errors.ts";
import { loggableError } from "./loggable-error.ts";

/**
 * Runs an entry of the program. What stops the start is told in one sentence with exit code 1;
 * only a bug shows its stack.
 */
export async function runEntry(entry: () => Promise<void>): Promise<void> {
  try {
    await entry();
  } catch (error) {
    if (error instanceof StartError) {
      console.error(error.message);
    } else {
      const { name, message, stack } = loggableError(error);
      console.error(`Spotter could not start because of a bug in it: ${name}: ${message}\n${stack ?? ""}`);
    }
    process.exit(1);
  }
}
