/** Every error leaves the gateway as {code, message, details, hint}, with the status that its code asks for. */
import { STATUS_CODES } from 'node:http';
import type { Socket } from 'node:net';
import type { FastifyError, FastifyReply, FastifyRequest } from 'fastify';
import plugin from 'fastify-plugin';
import { type ErrorBody, PostilError, statusOfCode, toErrorBody } from '../../errors.ts';

export const errors = plugin(async (app) => {
  app.setNotFoundHandler((request, reply) => {
    sendError(
      reply,
      404,
      new PostilError('PN404', `there is no ${request.method} ${request.url.split('?')[0]}`, {
        hint: 'Tables and functions are below /rest/v1; /openapi.json lists everything.',
      }).toBody(),
    );
  });

  app.setErrorHandler((error: FastifyError | PostilError, request, reply) => {
    if (error instanceof PostilError) {
      const status = statusOfCode(error.code) ?? 500;
      if (status === 503) reply.header('Retry-After', '1');
      if (status >= 500) request.log.warn({ err: error }, error.message);
      return sendError(reply, status, error.toBody());
    }
    const status = error.statusCode ?? 500;
    if (status >= 400 && status < 500) return sendError(reply, status, bodyFor(status, error.message));
    request.log.error({ err: error }, 'internal error');
    return sendError(reply, 500, toErrorBody(error));
  });
});

/** Answers requests that no route and no hook gets to see, because their path makes no sense. */
export function refusePath(error: FastifyError, request: FastifyRequest, reply: FastifyReply): void {
  const status = error.statusCode ?? 400;
  reply.header('x-request-id', request.id);
  sendError(
    reply,
    status,
    bodyFor(status, status === 414 ? 'the path is too long' : 'the path is not valid'),
  );
}

/** Answers what is not HTTP at all, or has too large a head. */
export function refuseConnection(error: NodeJS.ErrnoException, socket: Socket): void {
  if (error.code === 'ECONNRESET' || !socket.writable) return;
  const [status, message] =
    error.code === 'HPE_HEADER_OVERFLOW'
      ? [431, 'the head of the request is too large']
      : error.code === 'ERR_HTTP_REQUEST_TIMEOUT'
        ? [408, 'the request did not come in time']
        : [400, 'the request is not valid HTTP'];
  const body = JSON.stringify(bodyFor(status, message));
  socket.end(
    `HTTP/1.1 ${status} ${STATUS_CODES[status]}\r\nContent-Type: application/json; charset=utf-8\r\n` +
      `Content-Length: ${Buffer.byteLength(body)}\r\nConnection: close\r\n\r\n${body}`,
  );
}

function bodyFor(status: number, message: string): ErrorBody {
  return { code: `PN${status}`, message, details: null, hint: hintFor(status) };
}

function sendError(reply: FastifyReply, status: number, body: ErrorBody): void {
  reply.code(status).type('application/json; charset=utf-8').send(body);
}

const hints: Record<number, string> = {
  400: 'Check how the address is built; names in a path are percent-encoded.',
  408: 'Send the whole request at once.',
  413: 'Send it in smaller parts, or raise POSTIL_BODY_LIMIT (bytes).',
  414: 'Send long lists in the body, by a function below /rest/v1/rpc.',
  429: 'Wait for the seconds in Retry-After, or raise POSTIL_RATE_LIMIT (requests a minute).',
  431: 'Send fewer or shorter headers and a shorter path; 16 KB in all are taken.',
};

function hintFor(status: number): string | null {
  return hints[status] ?? null;
}
