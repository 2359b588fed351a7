/**
 * Who asks: an API key or a token signed with the project's secret becomes a token for PostgREST.
 *
 * A key is looked up in the database at most twice a second, so a revoked one stops working within a second. The
 * token made for it never leaves the gateway. Whether the user of a token is still there is asked by the database itself,
 * for each request (sql/access/check_user.function.sql).
 */
import { createHash } from 'node:crypto';
import type { FastifyRequest } from 'fastify';
import { errors as joseErrors, jwtVerify, SignJWT } from 'jose';
import type pg from 'pg';
import { PostilError } from '../errors.ts';

/** The caller, resolved; no token and no claims for nobody. */
export type Credential = {
  token: string | undefined;
};

/** The claims that the database acts on. */
export type Claims = { role: string; sub?: string };

export type Credentials = {
  /**
   * What the request is counted under: the caller's key or token once it has been found good, before that where the
   * request comes from. So nobody gets a count of their own, or a look into the database, by making something up.
   */
  limitKey(request: FastifyRequest): string;
  /** @throws PostilError PN401 for a key that is unknown, revoked or expired; PN503 without a database */
  resolve(request: FastifyRequest): Promise<Credential>;
  /** @throws PostilError PN401 for a token that is expired or not signed by this project */
  claims(credential: Credential): Promise<Claims>;
};

const lookUpEveryMs = 500;
const tokenSeconds = 300;
/** Of each kind of entry. */
const cacheSize = 10_000;

type FoundKey = { id: string; user_id: string; expires_at: Date | null };
type Known = { lookedUpAt: number; keyId: string; token: string; tokenEndsAt: number };

export function makeCredentials(pool: pg.Pool, jwtSecret: string): Credentials {
  const secret = new TextEncoder().encode(jwtSecret);
  const known = new Map<string, Known>();
  /** When each was looked up; apart, so that made-up keys cannot push out good ones. */
  const unknown = new Map<string, number>();
  const lookups = new Map<string, Promise<Known | undefined>>();
  /** Tokens whose signature was found good, and when each ends. */
  const tokens = new Map<string, number>();

  async function lookUp(key: string): Promise<Known | undefined> {
    const sha256 = createHash('sha256').update(key).digest();
    const now = Date.now();
    const { rows } = await pool
      .query<FoundKey>({
        name: 'find_api_key',
        text: 'select id, user_id, expires_at from postil_private.find_api_key($1)',
        values: [sha256],
      })
      .catch((error) => {
        throw new PostilError('PN503', 'the database does not answer, so the API key cannot be checked', {
          hint: 'Try again shortly.',
          cause: error,
        });
      });
    const before = known.get(key);
    const found = rows[0];
    if (!found) {
      known.delete(key);
      remember(unknown, key, now);
      return undefined;
    }
    const renew = before?.keyId !== found.id || before.tokenEndsAt < now + (tokenSeconds * 1000) / 5;
    const entry: Known = {
      lookedUpAt: now,
      keyId: found.id,
      token: renew ? await sign(found) : before.token,
      tokenEndsAt: renew ? now + tokenSeconds * 1000 : before.tokenEndsAt,
    };
    unknown.delete(key);
    remember(known, key, entry);
    return entry;
  }

  /** With the key's id, which history names, and its end, so that no key can make another that outlives it. */
  function sign(key: FoundKey): Promise<string> {
    const expiry = key.expires_at && { key_expires_at: key.expires_at.getTime() / 1000 };
    return new SignJWT({ role: 'authenticated', api_key_id: key.id, ...expiry })
      .setProtectedHeader({ alg: 'HS256', typ: 'JWT' })
      .setSubject(key.user_id)
      .setIssuedAt()
      .setExpirationTime(`${tokenSeconds}s`)
      .sign(secret);
  }

  async function fresh(key: string): Promise<Known | undefined> {
    const newest = Date.now() - lookUpEveryMs;
    const entry = known.get(key);
    if (entry && entry.lookedUpAt > newest) return entry;
    if ((unknown.get(key) ?? 0) > newest) return undefined;
    let lookup = lookups.get(key);
    if (!lookup) {
      lookup = lookUp(key).finally(() => lookups.delete(key));
      lookups.set(key, lookup);
    }
    return lookup;
  }

  /** PostgREST refuses bad tokens in its own words; here it is only about which ones are good. */
  async function check(token: string): Promise<void> {
    const endsAt = tokens.get(token);
    if (endsAt !== undefined) {
      if (endsAt < Date.now()) tokens.delete(token);
      return;
    }
    const payload = await verify(token).catch(() => undefined);
    if (payload) remember(tokens, token, (payload.exp ?? Number.POSITIVE_INFINITY) * 1000);
  }

  const verify = async (token: string) => (await jwtVerify(token, secret, { algorithms: ['HS256'] })).payload;

  return {
    limitKey(request) {
      const shown = shownBy(request);
      return shown !== undefined && (known.has(shown) || tokens.has(shown)) ? shown : request.ip;
    },

    async resolve(request) {
      const shown = shownBy(request);
      if (shown === undefined) return { token: undefined };
      if (isToken(shown)) {
        await check(shown);
        return { token: shown };
      }
      const entry = await fresh(shown);
      if (!entry) {
        throw new PostilError('PN401', 'the API key is not valid', {
          details: 'It is unknown, revoked, expired, or its user was deleted or deactivated.',
          hint: 'Make a new one (postil key create), or ask an owner whether you are deactivated.',
        });
      }
      return { token: entry.token };
    },

    async claims({ token }) {
      if (token === undefined) return { role: 'anon' };
      try {
        const payload = await verify(token);
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

/** Adds the entry as the newest; the oldest makes room for it. */
function remember<Value>(entries: Map<string, Value>, key: string, value: Value): void {
  entries.delete(key);
  entries.set(key, value);
  if (entries.size > cacheSize) entries.delete(entries.keys().next().value as string);
}

function shownBy(request: FastifyRequest): string | undefined {
  return bearer(request) ?? header(request, 'apikey');
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
