/**
 * Who asks: an API key or a token signed with the project's secret becomes a token for PostgREST.
 *
 * A key is looked up in the database at most twice a second, so a revoked one stops working within a second. The
 * token made for it never leaves the gateway.
 */
import { createHash } from 'node:crypto';
import type { FastifyRequest } from 'fastify';
import { errors as joseErrors, jwtVerify, SignJWT } from 'jose';
import type pg from 'pg';
import { PostilError } from '../errors.ts';

/** What the caller showed, resolved; no token and no claims for nobody. */
export type Credential = {
  token: string | undefined;
  /** What requests are counted under: the caller's key, or where they come from. */
  limitKey: string;
};

/** The claims that the database acts on. */
export type Claims = { role: string; sub?: string };

export type Credentials = {
  /** @throws PostilError PN401 for a key that is unknown, revoked or expired; PN503 without a database */
  resolve(request: FastifyRequest): Promise<Credential>;
  /** @throws PostilError PN401 for a token that is expired or not signed by this project */
  claims(credential: Credential): Promise<Claims>;
};

const lookUpEveryMs = 500;
const tokenSeconds = 300;
const cacheSize = 10_000;

type Known = { lookedUpAt: number; userId: string | undefined; token: string; tokenEndsAt: number };

export function makeCredentials(pool: pg.Pool, jwtSecret: string): Credentials {
  const secret = new TextEncoder().encode(jwtSecret);
  const known = new Map<string, Known>();
  const lookups = new Map<string, Promise<Known>>();

  async function lookUp(key: string): Promise<Known> {
    const sha256 = createHash('sha256').update(key).digest();
    const now = Date.now();
    const { rows } = await pool
      .query<{ user_id: string }>({
        name: 'find_api_key',
        text: 'select user_id from postil_private.find_api_key($1)',
        values: [sha256],
      })
      .catch((error) => {
        throw new PostilError('PN503', 'the database does not answer, so the API key cannot be checked', {
          hint: 'Try again shortly.',
          cause: error,
        });
      });
    const userId = rows[0]?.user_id;
    const before = known.get(key);
    const renew = !before || before.userId !== userId || before.tokenEndsAt < now + (tokenSeconds * 1000) / 5;
    const entry: Known = {
      lookedUpAt: now,
      userId,
      token: userId === undefined ? '' : renew ? await sign(userId) : before.token,
      tokenEndsAt: renew ? now + tokenSeconds * 1000 : before.tokenEndsAt,
    };
    known.delete(key); // Put last: the first is the one looked up longest ago.
    known.set(key, entry);
    if (known.size > cacheSize) known.delete(known.keys().next().value as string);
    return entry;
  }

  function sign(userId: string): Promise<string> {
    return new SignJWT({ role: 'authenticated' })
      .setProtectedHeader({ alg: 'HS256', typ: 'JWT' })
      .setSubject(userId)
      .setIssuedAt()
      .setExpirationTime(`${tokenSeconds}s`)
      .sign(secret);
  }

  async function fresh(key: string): Promise<Known> {
    const entry = known.get(key);
    if (entry && Date.now() - entry.lookedUpAt < lookUpEveryMs) return entry;
    let lookup = lookups.get(key);
    if (!lookup) {
      lookup = lookUp(key).finally(() => lookups.delete(key));
      lookups.set(key, lookup);
    }
    return lookup;
  }

  return {
    async resolve(request) {
      const shown = bearer(request) ?? header(request, 'apikey');
      if (shown === undefined) return { token: undefined, limitKey: request.ip };
      // PostgREST checks tokens.
      if (isToken(shown)) return { token: shown, limitKey: shown };
      const entry = await fresh(shown);
      if (entry.userId === undefined) {
        throw new PostilError('PN401', 'the API key is not valid', {
          details: 'It is unknown, revoked, expired, or its user was deleted.',
          hint: 'Make a new one: postil key create',
        });
      }
      return { token: entry.token, limitKey: shown };
    },

    async claims({ token }) {
      if (token === undefined) return { role: 'anon' };
      try {
        const { payload } = await jwtVerify(token, secret, { algorithms: ['HS256'] });
        const role = typeof payload['role'] === 'string' ? payload['role'] : 'anon';
        return payload.sub === undefined ? { role } : { role, sub: payload.sub };
      } catch (error) {
        throw new PostilError(
          'PN401',
          error instanceof joseErrors.JWTExpired ? 'the token has expired' : 'the token is not valid',
          {
            hint: "Sign in again, or use an API key. Tokens are signed with the project's secret, HS256.",
            cause: error,
          },
        );
      }
    },
  };
}

/** A JSON Web Token begins with base64url of '{"'; no API key has two dots. */
function isToken(shown: string): boolean {
  return shown.startsWith('eyJ') && shown.split('.').length === 3;
}

function bearer(request: FastifyRequest): string | undefined {
  const value = header(request, 'authorization');
  const match = value === undefined ? null : /^bearer\s+(\S+)\s*$/i.exec(value);
  return match?.[1];
}

function header(request: FastifyRequest, name: string): string | undefined {
  const value = request.headers[name];
  return Array.isArray(value) ? value[0] : value;
}
