/** An interaction that lacks something or has it in a wrong shape; `paths` says where, never what was there. */
export class MalformedInteraction extends Error {
  override readonly name = "MalformedInteraction";
  readonly paths: readonly string[];

  constructor(paths: readonly string[]) {
    super(`missing or malformed: ${paths.join(", ")}`);
    this.paths = paths;
  }
}
