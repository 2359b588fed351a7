/** The gateway's application before a stand-in for PostgREST, for answers that the real one never gives. */
import { createServer, type IncomingMessage, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import pg from 'pg';
import { pino } from 'pino';
import { onTestFinished } from 'vitest';
import { buildApp } from '../../gateway/http/app.ts';
import { type GatewayConfig, readConfig } from '../../gateway/http/config.ts';

export type Seen = { method: string; url: string; headers: IncomingMessage['headers']; body: string };

/**
 * Starts both for the test that runs. There is no database behind, so requests come without API keys.
 * @param answer how PostgREST answers; the request's body has been read
 * @returns the gateway's URL, and what PostgREST was asked so far
 */
export async function startGateway(
  answer: RequestListener,
  config: Partial<GatewayConfig> = {},
): Promise<{ url: string; seen: Seen[] }> {
  const seen: Seen[] = [];
  const stub = createServer(async (request, response) => {
    const { method = '', url = '', headers } = request;
    seen.push({ method, url, headers, body: await text(request).catch(() => 'cut short') });
    answer(request, response);
  });
  return { url: await startBefore(await listen(stub), config), seen };
}

/** Starts the application before a PostgREST that runs elsewhere, or nowhere. */
export async function startBefore(restUrl: string, config: Partial<GatewayConfig> = {}): Promise<string> {
  const pool = new pg.Pool({ connectionString: 'postgresql://nobody@127.0.0.1:9/nowhere' });
  const app = await buildApp({
    config: { ...readConfig({}), ...config },
    pool,
    exportPool: pool,
    logger: pino({ level: 'silent' }),
    restUrl,
    jwtSecret: 'x'.repeat(32),
    postgrestAnswers: async () => true,
    draining: () => false,
  });
  onTestFinished(async () => {
    app.server.closeAllConnections();
    await app.close();
    await pool.end();
  });
  return app.listen({ port: 0, host: '127.0.0.1' });
}

/** A port on which nothing listens. */
export async function closedPort(): Promise<number> {
  const server = createServer();
  const port = await new Promise<number>((resolve) => {
    server.listen(0, '127.0.0.1', () => resolve((server.address() as AddressInfo).port));
  });
  await new Promise((resolve) => server.close(resolve));
  return port;
}

function listen(server: Server): Promise<string> {
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  return new Promise((resolve) => {
    server.listen(0, '127.0.0.1', () => {
      resolve(`http://127.0.0.1:${(server.address() as AddressInfo).port}`);
    });
  });
}
