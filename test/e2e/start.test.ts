/** The first start and those after it, wherever the data are and whoever starts it. */
import { accessSync, chownSync, constants, existsSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { json, postil } from '../cli/run.ts';
import { caller } from '../gateway/http.ts';
import { startServer } from '../support/server.ts';
import { temporaryDirectory } from '../support/temporary.ts';

const asRoot = process.getuid?.() === 0;
const rootOnly = asRoot ? '' : ' (not run: needs root)';
const checkout = fileURLToPath(new URL('../../', import.meta.url));

type Status = {
  ready: boolean;
  gateway_url: string;
  database_url: string;
  data_dir: string;
  storage_version: number;
};

test('the first start makes an owner and shows their key; later starts find everything and show none', async () => {
  const data = temporaryDirectory('data');
  const first = await startServer({ data, env: { POSTIL_OWNER_API_KEY: undefined } });
  const key = first.events().find((event) => event.event === 'ready')?.['owner_api_key'] as string;
  expect(key).toMatch(/^postil_[\w-]{40,}$/);
  const me = await (await caller(first.url, key)('/rest/v1/rpc/me')).json();
  expect(me).toMatchObject([{ name: 'owner', owner: true }]);
  const status = await json<Status>(['status', '--data', data]);
  expect(status).toMatchObject({
    ready: true,
    gateway_url: first.url,
    data_dir: data,
    storage_version: expect.any(Number),
  });
  await first.stop();

  expect((await postil(['status', '--data', data])).code).toBe(1);
  const second = await startServer({ data });
  expect(second.events().some((event) => 'owner_api_key' in event)).toBe(false);
  expect((await caller(second.url, key)('/rest/v1/rpc/me')).status).toBe(200);
  expect((await caller(second.url, second.ownerKey)('/rest/v1/rpc/me')).status).toBe(401);
  expect((await postil(['stop', '--data', data])).code).toBe(0);
  expect((await postil(['status', '--data', data])).code).toBe(1);
});

test('a path with spaces, quotes and letters from elsewhere', async () => {
  const data = join(temporaryDirectory('data'), `it's a "dätä" 目录 $HOME`);
  const server = await startServer({ data });
  expect((await fetch(`${server.url}/ready`)).status).toBe(200);
  await server.stop();
});

test.skipIf(!asRoot)(`as root, with a user of one's choice for the servers${rootOnly}`, async () => {
  const data = temporaryDirectory('data');
  const server = await startServer({ data, env: { POSTIL_OS_USER: 'nobody' } });
  const nobody = statSync(join(data, 'postgres')).uid;
  expect(nobody).not.toBe(0);
  await server.stop();
  // Without the variable, the files say whose they are.
  const again = await startServer({ data });
  expect((await fetch(`${again.url}/ready`)).status).toBe(200);
  await again.stop();
});

const reachable = everyoneMayEnter(checkout);
const ordinary = !asRoot
  ? ' (not run: needs root)'
  : reachable
    ? ''
    : ' (not run: others may not enter the checkout)';
test.skipIf(ordinary !== '')(`as an ordinary user${ordinary}`, async () => {
  const home = temporaryDirectory('home');
  const nobody = { uid: 65_534, gid: 65_534 };
  chownSync(home, nobody.uid, nobody.gid);
  const data = join(home, '.postil');
  const run = postil(['serve', '--data', data, '--port', '0', '--json'], { user: nobody });
  await expect.poll(() => existsSync(join(data, 'run.json')), { timeout: 60_000 }).toBe(true);
  const ready = async () => (await postil(['status', '--data', data, '--json'], { user: nobody })).code;
  await expect.poll(ready, { timeout: 60_000 }).toBe(0);
  expect(statSync(join(data, 'postgres')).uid).toBe(nobody.uid);
  expect((await postil(['stop', '--data', data], { user: nobody })).code).toBe(0);
  const ended = await run;
  expect(ended.code).toBe(0);
  expect(ended.stdout).toContain('"event":"ready"');
});

function everyoneMayEnter(path: string): boolean {
  accessSync(path, constants.R_OK);
  for (let at = path; ; at = dirname(at)) {
    if ((statSync(at).mode & 0o001) === 0) return false;
    if (at === dirname(at)) return true;
  }
}
