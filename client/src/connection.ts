/** How the client talks to the gateway: one PostgrestClient, and one way in which its answers become data or errors. */
import { PostgrestClient } from '@supabase/postgrest-js';
import type { Database } from './database.ts';
import { clientError, PostilError } from './errors.ts';

/** The versions of PostgREST that the types are for. */
export type RestOptions = Database['__InternalSupabase'];

/** A PostgrestClient that knows Postil's tables, views and functions. */
export type Rest = PostgrestClient<Database, RestOptions, 'postil'>;

export type Connection = {
  /** The gateway's address, without a slash at its end. */
  readonly url: string;
  readonly headers: Record<string, string>;
  readonly fetch: typeof fetch;
};

type Answer<Data> =
  | { data: Data; error: null; status: number }
  | {
      data: null;
      error: { code?: string; message: string; details?: string | null; hint?: string | null };
      status: number;
    };

/** A client for one use or for many; `through` replaces the connection's own fetch. */
export function openRest(connection: Connection, through: typeof fetch = connection.fetch): Rest {
  return new PostgrestClient<Database, RestOptions, 'postil'>(`${connection.url}/rest/v1`, {
    headers: connection.headers,
    schema: 'postil',
    fetch: through,
  });
}

/**
 * Makes one call.
 * @param ask builds the request; it gets a client of its own, so that a failing fetch is known by the call it belongs to
 * @throws PostilError
 */
export async function send<Data>(
  connection: Connection,
  ask: (rest: Rest) => PromiseLike<Answer<Data>>,
  signal?: AbortSignal,
): Promise<NonNullable<Data>> {
  throwIfAborted(signal);
  let failure: unknown;
  let status = 0;
  const through: typeof fetch = async (input, init) => {
    try {
      const response = await connection.fetch(input, signal ? { ...init, signal } : init);
      status = response.status;
      return response;
    } catch (cause) {
      failure = cause;
      status = 0;
      throw cause;
    }
  };
  const { data, error } = await ask(openRest(connection, through));
  if (error === null && data !== null && data !== undefined && status < 400) return data;
  throwIfAborted(signal);
  if (status === 0) throw networkFailure(connection.url, failure ?? error);
  if (!error?.code) throw unexpectedAnswer(connection.url, status, error?.message);
  throw new PostilError({ ...error, code: error.code }, status);
}

/** @throws PostilError ABORTED */
export function throwIfAborted(signal: AbortSignal | undefined): void {
  if (!signal?.aborted) return;
  throw clientError('ABORTED', 'the call was aborted', { cause: signal.reason });
}

function networkFailure(url: string, cause: unknown): PostilError {
  return clientError('NETWORK_FAILURE', `no answer from ${url}`, {
    details: words(cause),
    hint: 'Is the gateway running, and is this its address? If it is, what the call asked for may have been done.',
    cause,
  });
}

/** fetch says "fetch failed", and why in its cause. */
function words(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  return error.cause === undefined ? error.message : `${error.message}: ${words(error.cause)}`;
}

function unexpectedAnswer(url: string, status: number, body: string | undefined): PostilError {
  return clientError('UNEXPECTED_ANSWER', `${url} answered ${status}, but not as Postil does`, {
    details: body?.trim().slice(0, 500) || null,
    hint: 'Is this the address of the gateway itself? It goes without /rest/v1.',
    status,
  });
}
