/** Finding free TCP ports on the loopback interface. */
import { createServer } from 'node:net';
import { PostilError } from '../errors.ts';

/** Resolves to the port that could be bound: the wanted one or, when that cannot be had or is 0, any free one. */
export async function freePort(wanted: number, host = '127.0.0.1'): Promise<number> {
  return bind(wanted <= 65_535 ? wanted : 0, host).catch(() => bind(0, host));
}

/** Resolves to the port once it could be bound, and is free again; rejects with the system's error. */
export function bind(port: number, host: string): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen({ port, host, exclusive: true }, () => {
      const address = server.address();
      const bound = typeof address === 'object' && address ? address.port : port;
      server.close(() => resolve(bound));
    });
  });
}

/**
 * Starts a server on the wanted port, or on any free one. Between looking and binding somebody may take the port; then
 * another is tried.
 * @param start throws a PostilError PORT_TAKEN when it could not bind
 */
export async function onFreePort<T>(
  wanted: number,
  start: (port: number) => Promise<T>,
): Promise<{ port: number; result: T }> {
  for (let attempt = 1; ; attempt += 1) {
    const port = await freePort(attempt === 1 ? wanted : 0);
    try {
      return { port, result: await start(port) };
    } catch (error) {
      if (attempt === 5 || !(error instanceof PostilError && error.code === 'PORT_TAKEN')) throw error;
    }
  }
}
