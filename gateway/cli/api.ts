/** Calls to the HTTP API from the command line. */
import { type ErrorBody, PostilError } from '../errors.ts';
import type { Target } from './target.ts';

/**
 * Sends a request below the target's URL and returns the answer, whatever its type.
 * @throws PostilError with the server's own code, message, details and hint; UNREACHABLE when there is no answer
 */
export async function send(
  target: Target,
  method: string,
  path: string,
  body?: string,
  prefer?: string,
): Promise<Response> {
  let answer: Response;
  try {
    answer = await fetch(`${target.url}${path}`, {
      method,
      headers: {
        authorization: `Bearer ${target.token}`,
        ...(body !== undefined && { 'content-type': 'application/json' }),
        ...(prefer !== undefined && { prefer }),
      },
      ...(body !== undefined && { body }),
    });
  } catch (error) {
    const cause = (error as Error).cause;
    throw new PostilError('UNREACHABLE', `${target.url} does not answer`, {
      details: cause instanceof Error ? cause.message : (error as Error).message,
      hint: 'Is it running there? postil status tells for one on this machine.',
      cause: error,
    });
  }
  if (answer.ok) return answer;
  throw errorOf(answer.status, await answer.text());
}

/** POST /rest/v1/rpc/NAME with arguments as an object; the answer as JSON. */
export async function rpc<Result>(
  target: Target,
  name: string,
  args: Record<string, unknown>,
): Promise<Result> {
  const answer = await send(target, 'POST', `/rest/v1/rpc/${name}`, JSON.stringify(args));
  return (await answer.json()) as Result;
}

export async function select<Row>(target: Target, path: string): Promise<Row[]> {
  return (await (await send(target, 'GET', `/rest/v1/${path}`)).json()) as Row[];
}

/** Inserts a row and returns it as stored. */
export async function insert<Row>(target: Target, table: string, row: Record<string, unknown>): Promise<Row> {
  const answer = await send(
    target,
    'POST',
    `/rest/v1/${table}`,
    JSON.stringify(row),
    'return=representation',
  );
  return ((await answer.json()) as Row[])[0] as Row;
}

function errorOf(status: number, text: string): PostilError {
  try {
    const body = JSON.parse(text) as ErrorBody;
    if (typeof body.message === 'string') {
      return new PostilError(body.code, body.message, { details: body.details, hint: body.hint });
    }
  } catch {
    // Not from Postil: a proxy, or another program on that port.
  }
  return new PostilError('UNEXPECTED_ANSWER', `the server answered ${status}`, {
    details: text.slice(0, 200) || null,
    hint: 'Is that URL a Postil?',
  });
}
