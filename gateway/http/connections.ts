/** Closing the connections that nobody waits on, so that a gateway which is told to stop can. */
import type { Server } from 'node:http';
import type { Socket } from 'node:net';

/**
 * Closes connections between requests, once and then again as more of them fall idle. Those that were opened ahead and
 * have not carried a request yet, as browsers and pools do, count as idle as well; to Node they do not.
 * @returns a function that begins, and returns the one that ends it
 */
export function idleConnections(server: Server): () => () => void {
  const unused = new Set<Socket>();
  server.on('connection', (socket: Socket) => {
    unused.add(socket);
    socket.once('close', () => unused.delete(socket));
  });
  server.on('request', ({ socket }) => unused.delete(socket));
  return () => {
    const close = () => {
      server.closeIdleConnections();
      for (const socket of unused) socket.destroy();
    };
    const timer = setInterval(close, 50);
    return () => clearInterval(timer);
  };
}
