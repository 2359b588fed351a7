/** /rest/v1/*: PostgREST, unchanged but for the caller's token, the statuses of PN codes, and Location headers. */
import type { IncomingHttpHeaders } from 'node:http';
import type { Readable } from 'node:stream';
import type { FastifyInstance } from 'fastify';
import { Pool } from 'undici';
import { statusOfCode } from '../../errors.ts';
import type { AppOptions } from '../app.ts';
import { endToEnd, forward } from '../proxy.ts';

const prefix = '/rest/v1';
/** One table or function, or the root. No dots and no encoded slashes, which could lead out of a path before it. */
const oneName = /^\/(rpc\/)?([\w$~-]|%(?!2[ef]|5c)[\da-f]{2})*(\?|$)/i;

export async function rest(app: FastifyInstance, { restUrl }: AppOptions): Promise<void> {
  const base = new URL(restUrl);
  const basePath = base.pathname.replace(/\/$/, '');
  // No time limits: how long a statement may take is the database's to say.
  const upstream = new Pool(base.origin, { connections: 64, bodyTimeout: 0, headersTimeout: 0 });
  app.addHook('onClose', () => upstream.close());

  app.route({
    method: ['GET', 'HEAD', 'POST', 'PATCH', 'PUT', 'DELETE', 'OPTIONS'],
    url: `${prefix}/*`,
    config: { counted: true },
    handler: (request, reply) => {
      const below = (request.raw.url as string).slice(prefix.length);
      if (!oneName.test(below)) return reply.callNotFound();
      const headers = endToEnd(request.headers);
      delete headers['origin']; // Which origins may ask is said in our own settings.
      delete headers['apikey']; // PostgREST has no use for it.
      delete headers['authorization'];
      headers['x-request-id'] = request.id;
      if (request.credential.token !== undefined)
        headers['authorization'] = `Bearer ${request.credential.token}`;
      const path = basePath + below;
      const body = request.body as Readable | Buffer | undefined;
      return forward(upstream, { method: request.method, path, headers, body }, reply, {
        headers: (answered) => {
          withPrefix(answered);
          delete answered['access-control-allow-origin']; // PostgREST allows every origin to see OPTIONS.
        },
        status,
      });
    },
  });
}

function withPrefix(headers: IncomingHttpHeaders): void {
  for (const name of ['location', 'content-location'] as const) {
    const value = headers[name];
    if (value?.startsWith('/')) headers[name] = prefix + value;
  }
}

/** PostgREST answers 400 for error classes that it does not know; a code PNxyz says which status it should be. */
function status(given: number, body: Buffer): number {
  try {
    return statusOfCode((JSON.parse(body.toString()) as { code?: unknown }).code) ?? given;
  } catch {
    return given;
  }
}
