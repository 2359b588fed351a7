/**
 * Passes a request on to PostgREST and its answer back.
 *
 * By undici's dispatcher itself: on a one-row read a general proxy plugin on top of it cost a third of the throughput.
 * Small answers, which most are, leave in one piece with a Content-Length; large ones are streamed, the slower side
 * setting the pace.
 */
import type { IncomingHttpHeaders, OutgoingHttpHeaders } from 'node:http';
import type { Readable } from 'node:stream';
import type { FastifyReply } from 'fastify';
import type { Dispatcher, Pool } from 'undici';
import { PostilError } from '../errors.ts';

export type Forwarded = {
  method: string;
  /** With the query. */
  path: string;
  headers: IncomingHttpHeaders;
  body: Readable | Buffer | undefined;
};

export type Answer = {
  /** Changes the headers of the answer before they leave. */
  headers(headers: IncomingHttpHeaders): void;
  /** Whether nothing may leave before the whole body is here; of an error it never does. */
  whole: boolean;
  /** What leaves in the place of an error, or of a whole answer; undefined to send nothing to the client. */
  ended(end: Ended): Pick<Ended, 'status' | 'body'> | undefined;
};

export type Ended = { status: number; headers: IncomingHttpHeaders; body: Buffer };

const holdBytes = 64 * 1024;
/** An error may quote a whole row, and its status depends on its body. */
const holdErrorBytes = 4 * 1024 * 1024;

/**
 * Headers that concern one connection, not the message (RFC 9110, section 7.6.1), and those that this side sets
 * itself. `expect` is answered by Node before we see the request.
 */
const notForwarded = new Set([
  'connection',
  'keep-alive',
  'proxy-authenticate',
  'proxy-authorization',
  'proxy-connection',
  'te',
  'trailer',
  'transfer-encoding',
  'upgrade',
  'expect',
  'host',
]);

/** The headers of a request or an answer that go on to the other side. */
export function endToEnd(headers: IncomingHttpHeaders): IncomingHttpHeaders {
  const kept: IncomingHttpHeaders = {};
  // Connection may name further headers that concern only this connection.
  const named = headers.connection?.toLowerCase();
  for (const name in headers) {
    if (notForwarded.has(name)) continue;
    if (named !== undefined && named !== 'keep-alive' && named.split(/\s*,\s*/).includes(name)) continue;
    kept[name] = headers[name];
  }
  return kept;
}

/**
 * Sends the request to PostgREST and its answer through the reply.
 * @returns when the answer has left: true; or false when `answer.ended` said to send nothing
 */
export function forward(
  upstream: Pool,
  request: Forwarded,
  reply: FastifyReply,
  answer: Answer,
): Promise<boolean> {
  return new Promise((resolve, reject) => {
    const { raw } = reply;
    let status = 0;
    let headers: IncomingHttpHeaders = {};
    let held: Buffer[] | undefined = [];
    let heldBytes = 0;
    let begun = false;

    const begin = () => {
      begun = true;
      reply.hijack();
      raw.writeHead(status, Object.assign(reply.getHeaders() as OutgoingHttpHeaders, headers));
    };
    const write = (controller: Dispatcher.DispatchController, chunk: Buffer) => {
      if (raw.write(chunk)) return;
      controller.pause();
      raw.once('drain', () => controller.resume());
    };
    const handler: Dispatcher.DispatchHandler = {
      onRequestStart(controller) {
        const away = () => controller.abort(new Error('the client went away'));
        if (raw.destroyed) return away(); // While the request waited for its turn.
        raw.once('close', () => {
          if (!raw.writableFinished) away();
        });
      },
      onResponseStart(_controller, statusCode, upstreamHeaders) {
        status = statusCode;
        headers = endToEnd(upstreamHeaders);
        answer.headers(headers);
      },
      onResponseData(controller, chunk) {
        if (held) {
          held.push(chunk);
          heldBytes += chunk.length;
          if (heldBytes <= (status >= 400 ? holdErrorBytes : answer.whole ? Infinity : holdBytes)) return;
          begin();
          const first = Buffer.concat(held);
          held = undefined;
          write(controller, first);
        } else write(controller, chunk);
      },
      onResponseEnd() {
        if (held) {
          let body = held.length === 1 ? (held[0] as Buffer) : Buffer.concat(held);
          if (status >= 500 && request.method !== 'HEAD' && !isJson(headers)) {
            reject(notPostgrest(status, body));
            return;
          }
          if (status >= 400 || answer.whole) {
            const instead = answer.ended({ status, headers, body });
            if (instead === undefined) return resolve(false);
            ({ status, body } = instead);
          }
          // A HEAD, 204 or 304 has no body, and says nothing of the length that it would have.
          if (body.length > 0) headers['content-length'] = String(body.length);
          begin();
          raw.end(body);
        } else raw.end();
        resolve(true);
      },
      onResponseError(_controller, error) {
        if (begun || raw.destroyed) {
          raw.destroy(error); // Cut short, so that the reader does not take it for whole.
          resolve(true);
        } else if (error instanceof PostilError) {
          reject(error); // From our own side: the body was too large.
        } else {
          reject(
            new PostilError('PN503', 'PostgREST does not answer', {
              details: error.message,
              hint: 'If Postil runs it, it is being restarted; try again shortly. /ready tells when.',
              cause: error,
            }),
          );
        }
      },
    };
    upstream.dispatch(
      {
        path: request.path,
        method: request.method as Dispatcher.HttpMethod,
        headers: request.headers,
        body: request.body ?? null,
      },
      handler,
    );
  });
}

function isJson(headers: IncomingHttpHeaders): boolean {
  return /^application\/(\S+\+)?json\b/.test(headers['content-type'] ?? '');
}

/** Below PostgREST, and between here and there, are servers with errors of their own. */
function notPostgrest(status: number, body: Buffer): PostilError {
  return new PostilError(`PN${status}`, 'PostgREST, or what is before it, failed', {
    details: body.toString().slice(0, 200) || null,
    hint: 'Try again shortly; the logs may say more.',
  });
}
