/** Who may ask: API keys in either header, and tokens signed with the project's secret. */
import { createHash } from 'node:crypto';
import { UnsecuredJWT } from 'jose';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { ErrorBody } from '../../gateway/errors.ts';
import { type Server, startServer } from '../support/server.ts';
import { type Caller, caller, expectError, post, secretsOf, token } from './http.ts';

let server: Server;
let owner: Caller;
let database: pg.Client;
let secret: string;
let ann: string;

beforeAll(async () => {
  server = await startServer();
  owner = caller(server.url, server.ownerKey);
  database = new pg.Client({ connectionString: server.databaseUrl });
  await database.connect();
  secret = secretsOf(server).jwt_secret;
  ann = await createUser('ann');
});
afterAll(() => database?.end());

const me = '/rest/v1/rpc/me';
/** Of the users, only an owner sees more than themselves. */
const whoIs = async (answer: Response) =>
  ((await answer.json()) as { name: string }[]).map(({ name }) => name);

async function createUser(name: string, isOwner = false): Promise<string> {
  const row = { name, owner: isOwner };
  const answer = await owner('/rest/v1/users', post(row, { prefer: 'return=representation' }));
  return ((await answer.json()) as { id: string }[])[0]?.id ?? '';
}

/** Calls it until it is refused. A key is looked up every half second: how soon that is, a busy machine decides. */
async function refusedSoon(ask: () => Promise<Response>): Promise<ErrorBody> {
  await expect.poll(async () => (await ask()).status, { timeout: 5_000, interval: 20 }).toBe(401);
  return expectError(await ask(), 401, 'PN401');
}

async function createKey(userId: string, expiresAt?: string): Promise<{ id: string; key: string }> {
  const args = { name: 'test', user_id: userId, ...(expiresAt && { expires_at: expiresAt }) };
  const answer = await owner('/rest/v1/rpc/create_api_key', post(args));
  const [made] = (await answer.json()) as { id: string; api_key: string }[];
  return { id: made?.id ?? '', key: made?.api_key ?? '' };
}

describe('an API key', () => {
  test.for<[string, (key: string) => Record<string, string>]>([
    ['apikey', (key) => ({ apikey: key })],
    ['Authorization: Bearer', (key) => ({ authorization: `Bearer ${key}` })],
    ['authorization in other letters', (key) => ({ AUTHORIZATION: `bearer ${key}` })],
    ['both, as supabase-js sends it', (key) => ({ apikey: key, authorization: `Bearer ${key}` })],
  ])('is taken from %s', async ([, headers]) => {
    const { key } = await createKey(ann);
    const answer = await fetch(server.url + me, { headers: headers(key) });
    expect(answer.status).toBe(200);
    expect(await whoIs(answer)).toEqual(['ann']);
  });

  test('acts with the rights of its user and no others', async () => {
    const { key } = await createKey(ann);
    await expectError(
      await caller(server.url, key)('/rest/v1/namespaces', post({ key: 'mine' })),
      403,
      '42501',
    );
    expect((await owner('/rest/v1/namespaces', post({ key: 'mine' }))).status).toBe(201);
  });

  test.for(['apikey', 'authorization'])('that is unknown is refused (%s)', async (name) => {
    for (const key of ['postil_unknown', 'x', server.ownerKey.slice(0, -1), `${server.ownerKey}0`]) {
      const headers = { [name]: name === 'apikey' ? key : `Bearer ${key}` };
      const body = await expectError(await fetch(server.url + me, { headers }), 401, 'PN401');
      expect(JSON.stringify(body)).not.toContain(key.length > 1 ? key : 'postil_unknown');
    }
  });

  test('is not taken from the query', async () => {
    const answer = await fetch(`${server.url}/rest/v1/users?apikey=${server.ownerKey}`);
    expect(answer.status).toBeGreaterThanOrEqual(400);
    expect(await answer.text()).not.toContain('owner');
  });

  test('that is revoked is refused soon after, and the others of its user are not', async () => {
    const [ended, other] = [await createKey(ann), await createKey(ann)];
    const asEnded = caller(server.url, ended.key);
    expect((await asEnded(me)).status).toBe(200);
    expect((await owner('/rest/v1/rpc/revoke_api_key', post({ id: ended.id }))).status).toBe(200);
    await expect.poll(async () => (await asEnded(me)).status, { timeout: 5_000, interval: 20 }).toBe(401);
    await expectError(await asEnded(me), 401, 'PN401');
    expect((await caller(server.url, other.key)(me)).status).toBe(200);
  });

  test('that has expired is refused', async () => {
    const soon = await createKey(ann, new Date(Date.now() + 3_600_000).toISOString());
    const asSoon = caller(server.url, soon.key);
    expect((await asSoon(me)).status).toBe(200);
    await database.query(
      `update postil_private.api_keys set expires_at = now() - interval '1 ms' where id = $1`,
      [soon.id],
    );
    await expect.poll(async () => (await asSoon(me)).status, { timeout: 5_000, interval: 20 }).toBe(401);
  });

  test('that expires makes none that outlives it', async () => {
    const end = Date.now() + 3_600_000;
    const { key } = await createKey(ann, new Date(end).toISOString());
    const make = (more: object) =>
      caller(server.url, key)('/rest/v1/rpc/create_api_key', post({ name: 'child', ...more }));
    await expectError(await make({}), 403, 'PN403');
    await expectError(await make({ expires_at: new Date(end + 1_000).toISOString() }), 403, 'PN403');
    expect((await make({ expires_at: new Date(end).toISOString() })).status).toBe(200);
  });

  test('ends with its user', async () => {
    const gone = await createKey(await createUser('gone'));
    const asGone = caller(server.url, gone.key);
    expect((await asGone(me)).status).toBe(200);
    expect((await owner('/rest/v1/users?name=eq.gone', { method: 'DELETE' })).status).toBe(204);
    await refusedSoon(() => asGone(me));
  });

  test('of a deactivated user is refused, and is good again afterwards', async () => {
    const away = await createUser('away');
    const { key } = await createKey(away);
    const asAway = caller(server.url, key);
    expect((await asAway(me)).status).toBe(200);
    expect((await owner('/rest/v1/rpc/deactivate_user', post({ user_id: away }))).status).toBe(200);
    await refusedSoon(() => asAway(me));
    await refusedSoon(() => asAway('/v1/namespaces/default/datasets/none/export'));
    expect((await owner('/rest/v1/rpc/reactivate_user', post({ user_id: away }))).status).toBe(200);
    await expect.poll(async () => (await asAway(me)).status, { timeout: 5_000, interval: 20 }).toBe(200);
  });

  test('is named in the history of what was done with it', async () => {
    const { id, key } = await createKey(await createUser('second', true));
    const renamed = { ...post({ name: 'Ann' }), method: 'PATCH' };
    expect((await caller(server.url, key)(`/rest/v1/users?id=eq.${ann}`, renamed)).status).toBe(204);
    const changes = await owner(`/rest/v1/changes?table=eq.users&subject_id=eq.${ann}&select=api_key_id`);
    expect(await changes.json()).toEqual([{ api_key_id: id }]);
    await owner(`/rest/v1/users?id=eq.${ann}`, { ...post({ name: 'ann' }), method: 'PATCH' });
    await owner('/rest/v1/users?name=eq.second', { method: 'DELETE' });
  });

  test('is stored as a hash only', async () => {
    const { key } = await createKey(ann);
    const sha256 = createHash('sha256').update(key).digest();
    const found = await database.query('select k::text from postil_private.api_keys as k where sha256 = $1', [
      sha256,
    ]);
    expect(found.rowCount).toBe(1);
    expect(found.rows[0].k).not.toContain(key);
  });
});

describe('a token', () => {
  const asAnn = () => ({ role: 'authenticated', sub: ann });

  test('signed with the secret acts as its user', async () => {
    const answer = await caller(server.url, await token(asAnn(), secret))(me);
    expect(await whoIs(answer)).toEqual(['ann']);
  });

  test('may come in the header apikey', async () => {
    const apikey = await token(asAnn(), secret);
    expect(await whoIs(await fetch(server.url + me, { headers: { apikey } }))).toEqual(['ann']);
  });

  test('in Authorization counts, when apikey has a key', async () => {
    const headers = { apikey: server.ownerKey, authorization: `Bearer ${await token(asAnn(), secret)}` };
    expect(await whoIs(await fetch(server.url + me, { headers }))).toEqual(['ann']);
  });

  test('of service_role does everything', async () => {
    const answer = await caller(
      server.url,
      await token({ role: 'service_role' }, secret),
    )('/rest/v1/users?select=name&order=name');
    expect(await whoIs(answer)).toEqual(expect.arrayContaining(['ann', 'owner']));
  });

  const exported = '/v1/namespaces/default/datasets/none/export';

  test('that has expired is refused', async () => {
    const expired = caller(server.url, await token(asAnn(), secret, Math.floor(Date.now() / 1000) - 600));
    await expectError(await expired(me), 401, 'PGRST301');
    await expectError(await expired(exported), 401, 'PN401');
  });

  test.for([
    ['deleted', 'the user of this token does not exist'],
    ['deactivated', 'the user of this token is deactivated'],
  ] as const)('of a user who was %s is refused, though it has not expired', async ([how, message]) => {
    const id = await createUser(how);
    const live = caller(server.url, await token({ role: 'authenticated', sub: id }, secret));
    expect((await live(me)).status).toBe(200);
    if (how === 'deleted') await owner(`/rest/v1/users?id=eq.${id}`, { method: 'DELETE' });
    else await owner('/rest/v1/rpc/deactivate_user', post({ user_id: id }));
    // At once: it is asked with each request.
    expect(await expectError(await live(me), 401, 'PN401')).toMatchObject({ message });
    expect(await expectError(await live(exported), 401, 'PN401')).toMatchObject({ message });
    await expectError(await live('/rest/v1/records'), 401, 'PN401');
    const insert = post({ namespace: 'default', record_id: id, user_id: id, status: 'draft' });
    await expectError(await live('/rest/v1/responses', insert), 401, 'PN401');
    if (how === 'deactivated') await owner(`/rest/v1/users?id=eq.${id}`, { method: 'DELETE' });
  });

  test('of service_role is about no user', async () => {
    const service = caller(server.url, await token({ role: 'service_role' }, secret));
    expect((await service(exported)).status).toBe(404);
    expect((await service('/rest/v1/namespaces')).status).toBe(200);
  });

  test('signed with another secret is refused', async () => {
    const forged = caller(server.url, await token(asAnn(), `${secret}x`));
    await expectError(await forged(me), 401, 'PGRST301');
    await expectError(await forged(exported), 401, 'PN401');
  });

  test('without a signature is refused', async () => {
    const unsigned = caller(server.url, new UnsecuredJWT(asAnn()).encode());
    await expectError(await unsigned(me), 401, 'PGRST301');
    await expectError(await unsigned(exported), 401, 'PN401');
    const [head, body] = (await token(asAnn(), secret)).split('.');
    await expectError(await caller(server.url, `${head}.${body}.`)(me), 401, 'PGRST301');
  });

  test.for(['postgres', 'postil_owner', 'authenticator', 'nobody'])(
    'cannot take the role %s',
    async (role) => {
      const asRole = caller(server.url, await token({ role, sub: ann }, secret));
      const answer = await asRole('/rest/v1/users');
      expect(answer.status).toBeGreaterThanOrEqual(400);
      expect(await answer.text()).not.toContain('owner"');
      await expectError(await asRole(exported), 403, 'PN403');
    },
  );
});

describe('nobody', () => {
  test('gets nothing', async () => {
    const nobody = caller(server.url);
    await expectError(await nobody('/rest/v1/users'), 401, '42501');
    await expectError(await nobody('/rest/v1/records', post({})), 401, '42501');
    await expectError(await nobody('/v1/namespaces/default/datasets/none/export'), 401, 'PN401');
  });

  test('is who sends another kind of authorization', async () => {
    const basic = { authorization: `Basic ${Buffer.from(`owner:${server.ownerKey}`).toString('base64')}` };
    await expectError(await fetch(`${server.url}/rest/v1/users`, { headers: basic }), 401, '42501');
  });
});
