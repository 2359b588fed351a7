/**
 * Every error that Postil itself raises, in one place: what the gateway and the command line say, and how the codes
 * that the database raises become HTTP statuses. docs/errors.md lists them all for users.
 */

/** The shape of every error body, the same as PostgREST's. */
export type ErrorBody = {
  code: string;
  message: string;
  details: string | null;
  hint: string | null;
};

/** An error that is meant to be read: it says what happened and what to do. Never shown with a stack trace. */
export class PostilError extends Error {
  readonly code: string;
  readonly details: string | null;
  readonly hint: string | null;
  /** What the command line exits with. */
  readonly exitCode: number;

  constructor(
    code: string,
    message: string,
    more: { details?: string | null; hint?: string | null; exitCode?: number; cause?: unknown } = {},
  ) {
    super(message, more.cause === undefined ? undefined : { cause: more.cause });
    this.name = 'PostilError';
    this.code = code;
    this.details = more.details ?? null;
    this.hint = more.hint ?? null;
    this.exitCode = more.exitCode ?? 1;
  }

  toBody(): ErrorBody {
    return { code: this.code, message: this.message, details: this.details, hint: this.hint };
  }
}

/**
 * A variable of the environment that is not what it should be.
 * @param how what is wrong with it, as in "is 'much'"; without the value when that is secret
 * @param expected what it is to be, as in "a whole number"
 */
export function badSetting(name: string, how: string, expected: string): PostilError {
  return new PostilError('BAD_SETTING', `${name} ${how}`, {
    hint: `It is to be ${expected}. See docs/operations.md.`,
  });
}

/** Exit codes of the command line, apart from 0 (done) and 1 (any error without a code of its own). */
export const exitCodes = {
  migrationOwed: 3,
  storageAhead: 4,
  storageDrift: 5,
  locked: 7,
  migrationFailed: 8,
  verification: 10,
} as const;

/**
 * The HTTP status of a database error code where PostgREST's own answer, 400 for what it does not know, is not right:
 * that of a code PNxyz is xyz. Undefined for every other code.
 */
export function statusOfCode(code: unknown): number | undefined {
  // ON DELETE RESTRICT, since PostgreSQL 18; before, it was 23503, for which PostgREST answers 409.
  if (code === '23001') return 409;
  // Rolled back in favour of another transaction, each time that the gateway tried: nothing is wrong with the request.
  if (code === '40P01' || code === '40001') return 503;
  const match = typeof code === 'string' ? /^PN([45]\d\d)$/.exec(code) : null;
  return match ? Number(match[1]) : undefined;
}

/** Any thrown value as an error body; what is not meant to be read becomes a plain "internal error". */
export function toErrorBody(error: unknown): ErrorBody {
  if (error instanceof PostilError) return error.toBody();
  return {
    code: 'PN500',
    message: 'internal error',
    details: null,
    hint: 'The log of the gateway has more, under the request id of this answer.',
  };
}
