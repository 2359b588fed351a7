/** Requests to a gateway, and what its error bodies have in common. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { SignJWT } from 'jose';
import { expect } from 'vitest';
import type { ErrorBody } from '../../gateway/errors.ts';
import type { RunFile, Secrets } from '../../gateway/stack/data-directory.ts';
import type { Server } from '../support/server.ts';

export type Caller = (path: string, init?: RequestInit) => Promise<Response>;

/** Sends requests with an API key or a token; without one as nobody. */
export function caller(url: string, key?: string): Caller {
  return (path, init = {}) => {
    const headers = new Headers(init.headers);
    if (key !== undefined) headers.set('authorization', `Bearer ${key}`);
    if (typeof init.body === 'string' && !headers.has('content-type'))
      headers.set('content-type', 'application/json');
    return fetch(`${url}${path}`, { ...init, headers });
  };
}

export function post(body: unknown, headers: Record<string, string> = {}): RequestInit {
  return { method: 'POST', body: JSON.stringify(body), headers };
}

/** Checks that an answer is an error as every one should be, and returns its body. */
export async function expectError(answer: Response, status: number, code: string): Promise<ErrorBody> {
  const text = await answer.text();
  expect(`${answer.status} ${text}`).toMatch(new RegExp(`^${status} \\{`));
  expect(answer.headers.get('content-type')).toMatch(/^application\/json; charset=utf-8/);
  const body = JSON.parse(text) as ErrorBody;
  expect(Object.keys(body).sort()).toEqual(['code', 'details', 'hint', 'message']);
  expect(body.code).toBe(code);
  expect(typeof body.message).toBe('string');
  for (const part of [body.details, body.hint]) expect(part === null || typeof part === 'string').toBe(true);
  expect(text).not.toMatch(/\bat \S*[/(].+:\d+:\d+|node_modules|\.ts\b|postgresql:\/\//); // Stack traces, addresses.
  return body;
}

export function secretsOf(server: Pick<Server, 'data'>): Secrets {
  return JSON.parse(readFileSync(join(server.data, 'secrets.json'), 'utf8')) as Secrets;
}

export function runFileOf(server: Pick<Server, 'data'>): RunFile {
  return JSON.parse(readFileSync(join(server.data, 'run.json'), 'utf8')) as RunFile;
}

/** A connection of the superuser to the database of an embedded PostgreSQL. */
export function superuserUrl(server: Pick<Server, 'data' | 'databaseUrl'>): string {
  const url = new URL(server.databaseUrl);
  url.username = 'postgres';
  url.password = secretsOf(server).superuser_password;
  return url.href;
}

/** A token signed with the project's secret, or with another one. */
export function token(
  claims: Record<string, unknown>,
  secret: string,
  expires: string | number = '1h',
): Promise<string> {
  return new SignJWT(claims)
    .setProtectedHeader({ alg: 'HS256', typ: 'JWT' })
    .setExpirationTime(expires)
    .sign(new TextEncoder().encode(secret));
}
