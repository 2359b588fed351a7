/**
 * /rest/v1/*: PostgREST, unchanged but for the caller's token, the statuses of PN codes, Location headers, and ETags of
 * single rows. A request that lost a deadlock is sent again: its transaction was rolled back whole.
 */
import type { IncomingHttpHeaders } from 'node:http';
import type { Readable } from 'node:stream';
import { setTimeout } from 'node:timers/promises';
import type { FastifyInstance } from 'fastify';
import { Pool } from 'undici';
import { statusOfCode } from '../../errors.ts';
import type { AppOptions } from '../app.ts';
import { conditions } from '../conditions.ts';
import { endToEnd, forward } from '../proxy.ts';

const prefix = '/rest/v1';
const retries = 3;
/** Twice this at most before the first of them, then twice as long each time; at random, so that rivals part. */
const retryWithinMs = 10;
/** One table or function, or the root. No dots and no encoded slashes, which could lead out of a path before it. */
const oneName = /^\/(rpc\/)?([\w$~-]|%(?!2[ef]|5c)[\da-f]{2})*(\?|$)/i;

export async function rest(app: FastifyInstance, { pool, restUrl }: AppOptions): Promise<void> {
  const base = new URL(restUrl);
  const basePath = base.pathname.replace(/\/$/, '');
  // No time limits: how long a statement may take is the database's to say.
  const upstream = new Pool(base.origin, { connections: 64, bodyTimeout: 0, headersTimeout: 0 });
  app.addHook('onClose', () => upstream.close());
  const conditionOf = conditions(pool);

  app.route({
    method: ['GET', 'HEAD', 'POST', 'PATCH', 'PUT', 'DELETE', 'OPTIONS'],
    url: `${prefix}/*`,
    config: { counted: true },
    handler: async (request, reply) => {
      const below = (request.raw.url as string).slice(prefix.length);
      if (!oneName.test(below)) return void reply.callNotFound();
      const headers = endToEnd(request.headers);
      delete headers['origin']; // Which origins may ask is said in our own settings.
      delete headers['apikey']; // PostgREST has no use for it.
      delete headers['authorization'];
      headers['x-request-id'] = request.id;
      if (request.credential.token !== undefined)
        headers['authorization'] = `Bearer ${request.credential.token}`;
      const condition = await conditionOf(request.method, below, prefix + below, headers);
      const body = request.body as Readable | Buffer | undefined;
      const forwarded = {
        method: condition?.method ?? request.method,
        path: basePath + (condition?.path ?? below),
        headers,
        body,
      };
      const mayRepeat = body === undefined || Buffer.isBuffer(body);
      let unmet = false;
      for (let tries = 1; ; tries += 1) {
        const last = tries > retries || !mayRepeat;
        const answered = await forward(upstream, forwarded, reply, {
          headers: (answer) => {
            withPrefix(answer);
            delete answer['access-control-allow-origin']; // PostgREST allows every origin to see OPTIONS.
          },
          whole: condition !== undefined,
          ended: (end) => {
            unmet = condition?.isUnmet(end) === true;
            if (unmet) return undefined;
            if (end.status < 400) return condition?.ended(end) ?? end;
            const code = codeOf(end.body);
            if (!last && isTransient(code)) return undefined;
            return { ...end, status: statusOfCode(code) ?? end.status };
          },
        });
        if (answered || reply.raw.destroyed) return;
        if (unmet) return condition?.unmet(upstream, basePath, reply);
        request.log.info({ tries }, 'rolled back in favour of another transaction; trying again');
        await setTimeout(Math.random() * retryWithinMs * 2 ** tries);
      }
    },
  });
}

function withPrefix(headers: IncomingHttpHeaders): void {
  for (const name of ['location', 'content-location'] as const) {
    const value = headers[name];
    if (value?.startsWith('/')) headers[name] = prefix + value;
  }
}

function codeOf(body: Buffer): unknown {
  try {
    return (JSON.parse(body.toString()) as { code?: unknown }).code;
  } catch {
    return undefined;
  }
}

/** A deadlock's victim, or a serialization failure. */
function isTransient(code: unknown): boolean {
  return code === '40P01' || code === '40001';
}
