/**
 * Request bodies pass through, whatever their type, up to a limit. Small ones are held until they are whole, so that the
 * request can be sent again; large ones are streams. A body whose length is not said first is held as well: PostgREST
 * takes one that breaks off for the whole body, and would store the rows before the break. Of a body that is too large the rest is read and thrown away, within reason: who is still sending when the
 * connection is closed does not see the answer.
 */
import type { IncomingMessage } from 'node:http';
import plugin from 'fastify-plugin';
import { PostilError } from '../../errors.ts';

/** Up to this many bytes are held. */
const small = 2 * 1024 * 1024;
/** How many times the limit is read before the connection is closed. */
const patience = 8;

export const bodies = plugin<{ limit: number }>(async (app, { limit }) => {
  app.removeAllContentTypeParsers();
  app.addContentTypeParser('*', (request, payload, done) => {
    const length = request.headers['content-length'];
    if (length === undefined || Number(length) <= Math.min(small, limit)) {
      whole(payload, limit).then((body) => done(null, body), done);
    } else if (Number(length) <= limit) {
      done(null, payload);
    } else if (Number(length) <= patience * limit) {
      payload.once('close', () => done(tooLarge(limit))).resume();
    } else {
      done(tooLarge(limit));
    }
  });
});

async function whole(payload: IncomingMessage, limit: number): Promise<Buffer> {
  const parts: Buffer[] = [];
  let bytes = 0;
  // Not destroyed when left early: the answer still has to leave on its connection.
  for await (const part of payload.iterator({ destroyOnReturn: false }) as AsyncIterable<Buffer>) {
    bytes += part.length;
    if (bytes > patience * limit) break;
    if (bytes <= limit) parts.push(part);
  }
  if (bytes > limit) throw tooLarge(limit);
  return Buffer.concat(parts);
}

function tooLarge(limit: number): PostilError {
  return new PostilError('PN413', `the body is larger than ${limit} bytes`, {
    hint: 'Send it in smaller parts, or raise POSTIL_BODY_LIMIT (bytes).',
  });
}
