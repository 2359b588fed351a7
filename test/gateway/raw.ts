/** HTTP as it is on the wire, for what clients hide. */
import { connect, type Socket } from 'node:net';

/** Sends text and resolves with all that comes back until the other side, or the text's `Connection: close`, ends it. */
export function exchange(url: string, text: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const socket = open(url);
    let received = '';
    socket.on('data', (chunk: string) => {
      received += chunk;
    });
    socket.on('error', reject);
    socket.on('close', () => resolve(received));
    socket.write(text);
  });
}

/** Sends text and resolves with the first part of an answer. Then the connection is given up. */
export function answerTo(url: string, text: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const socket = open(url);
    socket.once('data', (chunk: string) => {
      resolve(chunk);
      socket.destroy();
    });
    socket.on('error', reject);
    socket.write(text);
  });
}

/** A connection that is kept open. */
export function open(url: string): Socket {
  const { hostname, port } = new URL(url);
  return connect(Number(port), hostname).setEncoding('utf8');
}

/** The head of a request. */
export function head(line: string, headers: Record<string, string> = {}): string {
  const lines = Object.entries({ Host: 'postil', ...headers }).map(
    ([name, value]) => `${name}: ${value}\r\n`,
  );
  return `${line} HTTP/1.1\r\n${lines.join('')}\r\n`;
}

export function parse(answer: string): { status: number; headers: Record<string, string>; body: string } {
  const [first = '', ...rest] = answer.slice(0, answer.indexOf('\r\n\r\n')).split('\r\n');
  const headers = rest.map((line) => {
    const at = line.indexOf(':');
    return [line.slice(0, at).toLowerCase(), line.slice(at + 1).trim()];
  });
  return {
    status: Number(first.split(' ')[1]),
    headers: Object.fromEntries(headers),
    body: answer.slice(answer.indexOf('\r\n\r\n') + 4),
  };
}
