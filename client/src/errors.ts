/** The one kind of error that the client throws. */

/** What a client error code of this package means is in the README; every other code comes from the server. */
export type ClientErrorCode =
  /** There was no answer: nothing listens there, the name does not resolve, the connection broke. */
  | 'NETWORK_FAILURE'
  /** The caller's signal ended the call. */
  | 'ABORTED'
  /** There was an answer, but not Postil's: another program listens there, or a proxy spoke for it. */
  | 'UNEXPECTED_ANSWER'
  /** The API key does not belong to a user. */
  | 'NOT_A_USER'
  /** A row cannot be written as JSON. */
  | 'NOT_JSON'
  /** An option has a value that makes no sense. */
  | 'BAD_OPTION';

/** What the server says about an error; the same shape in every error body. */
export type ErrorBody = {
  code: string;
  message: string;
  details: string | null;
  hint: string | null;
};

/**
 * What every method of the client throws, except those of `rest`.
 * `code` is Postil's (PN404), PostgREST's (PGRST205), PostgreSQL's (23505) or a ClientErrorCode; `status` is the HTTP
 * status, 0 when no answer belongs to the error.
 */
export class PostilError extends Error implements ErrorBody {
  readonly code: string;
  readonly details: string | null;
  readonly hint: string | null;
  readonly status: number;

  static {
    PostilError.prototype.name = 'PostilError';
  }

  constructor(
    body: { code: string; message: string; details?: string | null; hint?: string | null },
    status = 0,
    cause?: unknown,
  ) {
    super(body.message, cause === undefined ? undefined : { cause });
    this.code = body.code;
    this.details = body.details ?? null;
    this.hint = body.hint ?? null;
    this.status = status;
  }

  /** The error as JSON.stringify and log lines show it. */
  toJSON(): ErrorBody & { status: number } {
    const { code, message, details, hint, status } = this;
    return { code, message, details, hint, status };
  }
}

/**
 * Whether a caught value is a PostilError, and, when a code is given, one with that code.
 * Also true for one that another copy of this package threw (a program may load both the ESM and the CommonJS build).
 * @example catch (error) { if (isPostilError(error, 'PN404')) return null; throw error; }
 */
export function isPostilError(error: unknown, code?: string): error is PostilError {
  return (
    error instanceof Error &&
    error.name === 'PostilError' &&
    'code' in error &&
    'status' in error &&
    (code === undefined || error.code === code)
  );
}

/** Whether the call got no answer at all, so that it is unknown whether the server did it. */
export function isNetworkFailure(error: unknown): error is PostilError {
  return isPostilError(error, 'NETWORK_FAILURE' satisfies ClientErrorCode);
}

/** An error of the client's own. */
export function clientError(
  code: ClientErrorCode,
  message: string,
  more: { details?: string | null; hint?: string | null; status?: number; cause?: unknown } = {},
): PostilError {
  return new PostilError(
    { code, message, details: more.details ?? null, hint: more.hint ?? null },
    more.status ?? 0,
    more.cause,
  );
}
