/** A refusal as Discord words it: the HTTP status, its own error code, and a message. */
export class ApiError extends Error {
  override readonly name = "ApiError";
  readonly status: number;
  readonly code: number;
  readonly errors: unknown;

  constructor(status: number, code: number, message: string, errors?: unknown) {
    super(message);
    this.status = status;
    this.code = code;
    this.errors = errors;
  }
}

/** Builds Discord's answer to a body that breaks one of its rules. */
export function invalidForm(path: string, message: string): ApiError {
  const leaf = { _errors: [{ code: "BASE_TYPE_BAD", message }] };
  const errors = path.split(".").reduceRight<unknown>((inner, key) => ({ [key]: inner }), leaf);
  return new ApiError(400, 50035, "Invalid Form Body", errors);
}
