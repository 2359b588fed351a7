/** Calls to the HTTP API from the command line. */
import { type ErrorBody, PostilError } from '../errors.ts';
import { hintFor } from './hints.ts';
import type { Target } from './target.ts';

/**
 * Sends a request below the target's URL and returns the answer, whatever its type.
 * @throws PostilError with the server's own code, message, details and hint; UNREACHABLE when there is no answer;
 * UNEXPECTED_ANSWER when it is not Postil's
 */
export async function send(
  target: Target,
  method: string,
  path: string,
  body?: string,
  prefer?: string,
): Promise<Response> {
  const answer = await reaching(target, () =>
    fetch(`${target.url}${path}`, {
      method,
      headers: {
        authorization: `Bearer ${target.token}`,
        ...(body !== undefined && { 'content-type': 'application/json' }),
        ...(prefer !== undefined && { prefer }),
      },
      ...(body !== undefined && { body }),
    }),
  );
  if (answer.ok) return answer;
  throw errorOf(answer.status, await reaching(target, () => answer.text()));
}

/** Sends a request whose answer is a JSON list. */
export async function sendForRows<Row>(target: Target, ...request: Rest): Promise<Row[]> {
  const value = await sendForJson(target, ...request);
  if (Array.isArray(value)) return value as Row[];
  throw notPostil(200, JSON.stringify(value));
}

/** POST /rest/v1/rpc/NAME with arguments as an object; the rows that it returns. */
export function rpcForRows<Row>(target: Target, name: string, args: Record<string, unknown>): Promise<Row[]> {
  return sendForRows(target, 'POST', `/rest/v1/rpc/${name}`, JSON.stringify(args));
}

/**
 * The same for a function that returns one value.
 * @param isResult whether an answer can be that value
 */
export async function rpc<Result>(
  target: Target,
  name: string,
  args: Record<string, unknown>,
  isResult: (value: Result) => boolean,
): Promise<Result> {
  const path = `/rest/v1/rpc/${name}`;
  const value = (await sendForJson(target, 'POST', path, JSON.stringify(args))) as Result;
  if (value !== null && isResult(value)) return value;
  throw notPostil(200, JSON.stringify(value));
}

export function select<Row>(target: Target, path: string): Promise<Row[]> {
  return sendForRows(target, 'GET', `/rest/v1/${path}`);
}

/** Inserts a row and returns it as stored. */
export async function insert<Row>(target: Target, table: string, row: Record<string, unknown>): Promise<Row> {
  const path = `/rest/v1/${table}`;
  const [stored] = await sendForRows<Row>(target, 'POST', path, JSON.stringify(row), 'return=representation');
  if (stored) return stored;
  throw notPostil(200, '[]');
}

/** An answer that Postil does not give. */
export function notPostil(status: number, text: string): PostilError {
  const what = status === 200 ? ', but not as Postil does' : '';
  return new PostilError('UNEXPECTED_ANSWER', `the server answered ${status}${what}`, {
    details: text.slice(0, 200) || null,
    hint: 'Is POSTIL_URL the address of a Postil?',
  });
}

type Rest = [method: string, path: string, body?: string, prefer?: string];

async function sendForJson(target: Target, ...request: Rest): Promise<unknown> {
  const answer = await send(target, ...request);
  const text = await reaching(target, () => answer.text());
  try {
    return JSON.parse(text);
  } catch {
    throw notPostil(answer.status, text);
  }
}

/** @throws PostilError UNREACHABLE when the connection is not made, or breaks */
async function reaching<Value>(target: Target, action: () => Promise<Value>): Promise<Value> {
  try {
    return await action();
  } catch (error) {
    const { message, cause } = error as Error & { cause?: NodeJS.ErrnoException };
    throw new PostilError('UNREACHABLE', `${target.url} does not answer`, {
      details: cause?.message || cause?.code || message,
      hint: 'Is it running there? postil status tells for one on this machine.',
      cause: error,
    });
  }
}

function errorOf(status: number, text: string): PostilError {
  try {
    const { code, message, details, hint } = JSON.parse(text) as ErrorBody;
    if (typeof code === 'string' && typeof message === 'string') {
      return new PostilError(code, message, {
        details: textOf(details),
        hint: textOf(hint) ?? hintFor(code, message),
      });
    }
  } catch {
    // Not from Postil: a proxy, or another program on that port.
  }
  return notPostil(status, text);
}

function textOf(value: unknown): string | null {
  return typeof value === 'string' ? value : null;
}
