/** What the client makes of answers, and of none. */
import { expect, test } from 'vitest';
import { createPostil, isNetworkFailure, isPostilError, PostilError } from '../../client/src/index.ts';

const url = 'http://127.0.0.1:9';

function answering(status: number, body: string) {
  const requests: { url: string; headers: Headers }[] = [];
  const postil = createPostil({
    url: `${url}/`,
    apiKey: 'key',
    headers: { 'x-team': 'red' },
    fetch: async (input, init) => {
      requests.push({ url: String(input), headers: new Headers(init?.headers) });
      return new Response(body, { status });
    },
  });
  return { postil, requests };
}

const caught = (work: Promise<unknown>) =>
  work.then(
    () => expect.unreachable(),
    (error: unknown) => error as PostilError,
  );

test('requests carry the key, the schema and the extra headers', async () => {
  const { postil, requests } = answering(200, '[{"id":"1","name":"ann","owner":false,"members":{}}]');
  await postil.me();
  expect(requests[0]?.url).toBe(`${url}/rest/v1/rpc/me`);
  expect(Object.fromEntries(requests[0]?.headers ?? [])).toMatchObject({
    apikey: 'key',
    authorization: 'Bearer key',
    'accept-profile': 'postil',
    'x-team': 'red',
  });
});

test('an error body becomes a PostilError with exactly its parts and the status', async () => {
  const body = { code: 'PN404', message: 'gone', details: null, hint: 'look elsewhere' };
  const { postil } = answering(404, JSON.stringify(body));
  const error = await caught(postil.namespace('demo').dataset('mail').progress());
  expect(error).toBeInstanceOf(PostilError);
  expect(String(error)).toBe('PostilError: gone');
  expect(JSON.parse(JSON.stringify(error))).toEqual({ ...body, status: 404 });
  expect(Object.keys(error).sort()).toEqual(['code', 'details', 'hint', 'status']);
  expect(isPostilError(error)).toBe(true);
  expect(isPostilError(error, 'PN404')).toBe(true);
  expect(isPostilError(error, 'PN403')).toBe(false);
  expect(isPostilError(new Error('gone'))).toBe(false);
  expect(isPostilError(body)).toBe(false);
});

test.for([
  [502, '<html>Bad Gateway</html>'],
  [404, ''],
  [404, '[]'],
  [200, 'It works!'],
  [200, ''],
  [500, '{"oops": true}'],
] as const)('an answer that is not Postil\'s is told from data: %s "%s"', async ([status, body]) => {
  const { postil } = answering(status, body);
  const error = await caught(postil.namespace('demo').datasets.list());
  expect(error).toMatchObject({ name: 'PostilError', code: 'UNEXPECTED_ANSWER', status });
});

test('no answer is a network failure, without a stack trace in it', async () => {
  const postil = createPostil({ url: 'http://127.0.0.1:9', apiKey: 'key' });
  const error = await caught(postil.namespace('demo').datasets.create({ key: 'mail' }));
  expect(error).toMatchObject({ code: 'NETWORK_FAILURE', status: 0, message: `no answer from ${url}` });
  expect(error.details).not.toContain('\n');
  expect(error.cause).toBeInstanceOf(Error);
  expect(isNetworkFailure(error)).toBe(true);
});

test('a network failure is known by its own call when many run at once', async () => {
  const postil = createPostil({
    url,
    apiKey: 'key',
    fetch: async (input) => {
      if (String(input).includes('create_dataset')) throw new TypeError('fetch failed');
      return Response.json([]);
    },
  });
  const { datasets } = postil.namespace('demo');
  const [made, listed] = await Promise.allSettled([datasets.create({ key: 'mail' }), datasets.list()]);
  expect(made).toMatchObject({ status: 'rejected', reason: { details: 'fetch failed' } });
  expect(listed).toEqual({ status: 'fulfilled', value: [] });
});

test('a signal that has fired or fires ends the call with its reason as the cause', async () => {
  const reason = new Error('enough');
  const { postil, requests } = answering(200, '[]');
  const fired = AbortSignal.abort(reason);
  const rows = postil.namespace('demo').dataset('mail').records.iterate({ signal: fired });
  expect(await caught(rows.next())).toMatchObject({ code: 'ABORTED', cause: reason });
  expect(requests).toEqual([]);

  const later = new AbortController();
  const hanging = createPostil({
    url,
    apiKey: 'key',
    fetch: (_input, init) =>
      new Promise((_resolve, reject) => {
        init?.signal?.addEventListener('abort', () => reject(init.signal?.reason));
        later.abort(reason);
      }),
  });
  const log = hanging
    .namespace('demo')
    .dataset('mail')
    .records.log([{ fields: {} }], { signal: later.signal });
  expect(await caught(log)).toMatchObject({ code: 'ABORTED', cause: reason });
});

test('a key of nobody has no user', async () => {
  const { postil } = answering(200, '[]');
  expect(await caught(postil.me())).toMatchObject({ code: 'NOT_A_USER' });
});

test('who is signed in is asked once for deleting, and again after a failure', async () => {
  let answers = 0;
  const asked: string[] = [];
  const postil = createPostil({
    url,
    apiKey: 'key',
    fetch: async (input) => {
      asked.push(new URL(String(input)).pathname);
      if (!String(input).includes('/me')) return Response.json([]);
      answers++;
      return answers === 1
        ? Response.json({ code: 'PN503', message: 'busy', details: null, hint: null }, { status: 502 })
        : Response.json([{ id: 'u1', name: 'ann', owner: false, members: {} }]);
    },
  });
  const { responses } = postil.namespace('demo').dataset('mail');
  await expect(responses.delete('r1')).rejects.toMatchObject({ code: 'PN503' });
  await responses.delete('r1');
  await responses.delete('r2');
  expect(asked.filter((path) => path.endsWith('/me'))).toHaveLength(2);
});
