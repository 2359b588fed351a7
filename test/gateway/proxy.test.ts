/** What passes between the client and PostgREST, and what does not. */
import { pipeline } from 'node:stream/promises';
import { describe, expect, test } from 'vitest';
import { expectError, post } from './http.ts';
import { exchange, head, open, parse } from './raw.ts';
import { closedPort, startBefore, startGateway } from './stub.ts';

describe('a request', () => {
  test('arrives with its method, path, query, headers and body as they were', async () => {
    const { url, seen } = await startGateway((_, response) => response.end('[]'));
    const path = '/records?select=a,b:c(*)&x=eq.%2F%20+%C3%BC&y=in.(1,2)&&z';
    for (const method of ['GET', 'POST', 'PATCH', 'PUT', 'DELETE', 'OPTIONS']) {
      const body = method === 'GET' ? null : `${method} ü {"not": json`;
      const headers = {
        prefer: 'count=exact',
        'accept-profile': 'postil',
        range: '0-9',
        'content-type': 'text/odd',
      };
      await fetch(`${url}/rest/v1${path}`, { method, body, headers });
      expect(seen.at(-1)).toMatchObject({ method, url: path, body: body ?? '', headers });
    }
  });

  test('does not take along what concerns its own connection', async () => {
    const { url, seen } = await startGateway((_, response) => response.end('[]'));
    const own = {
      'Keep-Alive': 'timeout=5',
      'Proxy-Authorization': 'Basic x',
      'Proxy-Connection': 'keep-alive',
      TE: 'trailers',
      Upgrade: 'h2c',
      'X-Hop': '1',
    };
    await exchange(
      url,
      head('GET /rest/v1/users', { ...own, Connection: 'close, X-Hop, upgrade', 'X-End': '2' }),
    );
    const headers = seen[0]?.headers ?? {};
    for (const name of Object.keys(own)) expect(headers).not.toHaveProperty(name.toLowerCase());
    expect(headers['connection']).not.toContain('close');
    expect(headers['host']).not.toBe('postil');
    expect(headers['x-end']).toBe('2');
  });

  test('does not take along the key, nor where the page came from', async () => {
    const { url, seen } = await startGateway((_, response) => response.end('[]'));
    const apikey = 'eyJhbGciOiJIUzI1NiJ9.e30.signature';
    await fetch(`${url}/rest/v1/users`, { headers: { apikey, origin: 'https://evil.example' } });
    expect(seen[0]?.headers).not.toHaveProperty('apikey');
    expect(seen[0]?.headers).not.toHaveProperty('origin');
    expect(seen[0]?.headers['authorization']).toBe(`Bearer ${apikey}`);
  });

  test('whose client goes away is given up', async () => {
    let gone = false;
    const { url } = await startGateway((_, response) => {
      response.once('close', () => {
        gone = true;
      });
      socket.destroy();
    });
    const socket = open(url);
    socket.write(head('GET /rest/v1/users'));
    await expect.poll(() => gone).toBe(true);
  });

  test("whose client goes away before its turn comes takes nobody's place", async () => {
    let release = () => {};
    const released = new Promise<void>((resolve) => {
      release = resolve;
    });
    const { url, seen } = await startGateway(async (_, response) => {
      await released;
      response.end('x'.repeat(1_000_000));
    });
    const atOnce = 64; // Connections to PostgREST.
    const first = Array.from({ length: atOnce }, () => fetch(`${url}/rest/v1/first`).then((a) => a.text()));
    await expect.poll(() => seen.length).toBe(atOnce);
    const leaving = Array.from({ length: atOnce }, () => open(url));
    for (const socket of leaving) socket.write(head('GET /rest/v1/leaving'));
    // Answered by the gateway itself, after it has read what came before.
    await Promise.all(leaving.map(() => fetch(`${url}/live`)));
    for (const socket of leaving) socket.destroy();
    await fetch(`${url}/live`);
    release();
    await Promise.all(first);
    const last = Array.from({ length: 2 * atOnce }, () => fetch(`${url}/rest/v1/last`).then((a) => a.text()));
    for (const text of await Promise.all(last)) expect(text.length).toBe(1_000_000);
  });
});

describe('an answer', () => {
  test('leaves with its status, headers and body as they were', async () => {
    const { url } = await startGateway((_, response) => {
      response.writeHead(206, { 'content-range': '0-1/7', 'x-odd': 'a, b', 'set-cookie': ['a=1', 'b=2'] });
      response.end('[1,\n 2]');
    });
    const answer = await fetch(`${url}/rest/v1/users`);
    expect(answer.status).toBe(206);
    expect(answer.headers.get('content-range')).toBe('0-1/7');
    expect(answer.headers.get('x-odd')).toBe('a, b');
    expect(answer.headers.getSetCookie()).toEqual(['a=1', 'b=2']);
    expect(answer.headers.get('etag')).toBeNull();
    expect(await answer.text()).toBe('[1,\n 2]');
  });

  test('does not take along what concerns its own connection', async () => {
    const { url } = await startGateway((_, response) => {
      response.writeHead(200, {
        Connection: 'close, X-Hop',
        'X-Hop': '1',
        'Proxy-Authenticate': 'Basic',
        Trailer: 'X-End',
        'X-End': '2',
      });
      response.end('[]');
    });
    const { headers } = parse(await exchange(url, head('GET /rest/v1/users', { Connection: 'close' })));
    for (const name of ['x-hop', 'proxy-authenticate', 'trailer', 'transfer-encoding']) {
      expect(headers).not.toHaveProperty(name);
    }
    expect(headers).toMatchObject({ connection: 'close', 'x-end': '2', 'content-length': '2' });
  });

  test('names places below /rest/v1', async () => {
    const { url } = await startGateway((request, response) => {
      const elsewhere = request.url === '/elsewhere';
      response.writeHead(201, {
        location: elsewhere ? 'https://example.org/records?id=eq.1' : '/records?id=eq.1',
        'content-location': '/records',
      });
      response.end();
    });
    const here = await fetch(`${url}/rest/v1/records`, post({}));
    expect(here.headers.get('location')).toBe('/rest/v1/records?id=eq.1');
    expect(here.headers.get('content-location')).toBe('/rest/v1/records');
    const elsewhere = await fetch(`${url}/rest/v1/elsewhere`, post({}));
    expect(elsewhere.headers.get('location')).toBe('https://example.org/records?id=eq.1');
  });

  test('without a body has none', async () => {
    const { url } = await startGateway((request, response) => {
      response.writeHead(request.method === 'HEAD' ? 200 : 204, { 'content-range': '0-2/3' });
      response.end();
    });
    for (const method of ['HEAD', 'DELETE']) {
      const text = await exchange(url, head(`${method} /rest/v1/records`, { Connection: 'close' }));
      expect(parse(text)).toMatchObject({ status: method === 'HEAD' ? 200 : 204, body: '' });
      expect(parse(text).headers).toMatchObject({ 'content-range': '0-2/3' });
      expect(parse(text).headers).not.toHaveProperty('content-length');
    }
  });

  test.for([
    [400, 'PN409', 409],
    [400, 'PN422', 422],
    [400, 'PN503', 503],
    [500, 'PN404', 404],
    [400, 'PN200', 400],
    [400, 'PN999', 400],
    [400, '22P02', 400],
    [404, '42P01', 404],
    [200, 'PN404', 200],
  ] as const)('%s with code %s has status %s and the same body', async ([given, code, expected]) => {
    const body = `{"code":"${code}",  "details":null,"hint":"é","message":"m"}`;
    const { url } = await startGateway((_, response) =>
      response.writeHead(given, { 'content-type': 'application/json' }).end(body),
    );
    const answer = await fetch(`${url}/rest/v1/users`);
    expect([answer.status, await answer.text()]).toEqual([expected, body]);
  });

  test.for(['', '[]', 'null', '"PN404"', '<html>', '{"code":404}'])(
    'that is an error of another kind passes unchanged: %s',
    async (body) => {
      const { url } = await startGateway((_, response) => response.writeHead(418).end(body));
      const answer = await fetch(`${url}/rest/v1/users`);
      expect([answer.status, await answer.text()]).toEqual([418, body]);
    },
  );

  test.for([
    [500, 'text/plain', 'Something went wrong'],
    [502, 'text/html', '<html>Bad Gateway</html>'],
    [599, undefined, ''],
  ] as const)('%s of type %s becomes an error of ours', async ([status, type, body]) => {
    const { url } = await startGateway((_, response) => {
      response.writeHead(status, type && { 'content-type': type }).end(body);
    });
    const error = await expectError(await fetch(`${url}/rest/v1/users`), status, `PN${status}`);
    expect(error.details).toBe(body || null);
    expect((await fetch(`${url}/rest/v1/users`, { method: 'HEAD' })).status).toBe(status);
  });

  test('that breaks off is not taken for whole', async () => {
    for (const bytes of [10, 1_000_000]) {
      const { url } = await startGateway((_, response) => {
        response.writeHead(200, { 'content-type': 'application/json' });
        response.write('x'.repeat(bytes), () => response.destroy());
      });
      const read = fetch(`${url}/rest/v1/users`).then((answer) => (answer.ok ? answer.text() : 'refused'));
      // Nothing has left yet of the short one, so that it can still be answered with an error.
      if (bytes === 10) expect(await read).toBe('refused');
      else await expect(read).rejects.toThrow();
    }
  });

  test('is read no faster than the client takes it', async () => {
    let sent = 0;
    const size = 64 * 1024;
    const all = 64 * 1024 * 1024;
    async function* chunks() {
      for (; sent < all; sent += size) yield Buffer.alloc(size);
    }
    const { url } = await startGateway((_, response) => {
      pipeline(chunks, response).catch(() => {});
    });
    const answer = await fetch(`${url}/rest/v1/users`);
    const reader = (answer.body as ReadableStream<Uint8Array>).getReader();
    let read = (await reader.read()).value?.length ?? 0;
    // Neither side moves any more: the buffers between them are full.
    let before = -1;
    const stuck = () => {
      const same = before === sent;
      before = sent;
      return same;
    };
    await expect.poll(stuck, { timeout: 10_000, interval: 200 }).toBe(true);
    expect(sent).toBeLessThan(all / 2);
    for (let part = await reader.read(); !part.done; part = await reader.read()) read += part.value.length;
    expect(read).toBe(all);
  });
});

test('without PostgREST the answer is 503, and says when to come again', async () => {
  const url = await startBefore(`http://127.0.0.1:${await closedPort()}`);
  for (const init of [{}, post({ name: 'x' })]) {
    const answer = await fetch(`${url}/rest/v1/users`, init);
    expect(answer.headers.get('retry-after')).toBe('1');
    await expectError(answer, 503, 'PN503');
  }
  await expectError(await fetch(`${url}/openapi.json`), 503, 'PN503');
});

test('a PostgREST below a path is asked there', async () => {
  const { url: origin, seen } = await startGateway((_, response) => response.end('[]'));
  const url = await startBefore(`${origin}/rest/v1/`);
  await fetch(`${url}/rest/v1/users?select=id`);
  expect(seen[0]?.url).toBe('/users?select=id');
});
