/** postil user and postil audit: who goes, what goes with them, who comes back. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import pg from 'pg';
import { afterEach, beforeAll, beforeEach, describe, expect, onTestFinished, test, vi } from 'vitest';
import { type Server, startServer } from '../support/server.ts';
import { cleanEnvironment, json as jsonOf, postil, program } from './run.ts';
import { runHere } from './run-here.ts';
import { hasTerminals, onTerminal } from './terminal.ts';
import { linesOf } from './transfer.ts';

let server: Server;
let database: pg.Client;
/** The owner of the database objects, whose statements are plain ones. */
const sql = async (text: string, values: unknown[] = []) => (await database.query(text, values)).rows;
beforeAll(async () => {
  server = await startServer({ env: { POSTIL_WORKER: 'off' } });
  database = new pg.Client({ connectionString: server.databaseUrl });
  database.on('error', () => {}); // The server may be gone first.
  await database.connect();
  await sql(`insert into postil.namespaces (key) values ('other')`);
  for (const namespace of ['default', 'other']) {
    await sql('select postil.create_dataset($1, $2)', [
      namespace,
      { key: 'mail', fields: [{ name: 'text' }], questions: [{ name: 'label', type: 'text' }] },
    ]);
    await sql(
      `insert into postil.records (namespace, dataset, external_id, fields)
       select $1, 'mail', n, '{"text": "x"}' from generate_series(1, 3) as n`,
      [namespace],
    );
  }
  return () => database.end();
});
afterEach(() => {
  vi.unstubAllEnvs();
});

/** Somebody who has answered the first two records of each namespace, and begun the third. */
let ann: string;
const name = 'ann lee';
beforeEach(async () => {
  const [user] = await sql(`insert into postil.users (name) values ($1) returning id`, [name]);
  ann = user.id;
  await sql(`insert into postil.members (namespace, user_id, role) values ('default', $1, 'annotator')`, [
    ann,
  ]);
  await sql(
    `insert into postil.responses (namespace, record_id, user_id, status, values)
     select namespace, id, $1, (case external_id when '3' then 'draft' else 'submitted' end)::postil.response_status,
       '{"label": {"value": "ü\\n\\" 1.0"}}'
     from postil.records
     where external_id is not null`,
    [ann],
  );
  return async () => {
    await sql('delete from postil.users where not owner');
    await sql('delete from postil.records where external_id is null');
  };
});

const here = (...args: string[]) => runHere([...args, '--data', server.data]);

async function value<Value = Record<string, unknown>>(...args: string[]): Promise<Value> {
  const { code, stdout, stderr } = await here(...args, '--json');
  expect(`${code} ${stderr}`).toMatch(/^0 (→ .*\n)?$/);
  return JSON.parse(stdout) as Value;
}

async function refusal(...args: string[]): Promise<{ code: string; message: string; hint: string }> {
  const { code, stdout, stderr } = await here(...args, '--json');
  expect([code, stdout]).toEqual([1, '']);
  const body = JSON.parse(stderr.slice(stderr.indexOf('{')));
  expect(body.hint).toBeTruthy();
  return body;
}

const counts = async () => {
  const [row] = await sql(
    `select (select count(*)::integer from postil.users where id = $1) as users,
       (select count(*)::integer from postil.responses where user_id = $1) as responses,
       (select count(*)::integer from postil.records where status = 'completed') as completed`,
    [ann],
  );
  return row;
};
const there = { users: 1, responses: 6, completed: 4 };
const gone = { users: 0, responses: 0, completed: 0 };
const nobody = '00000000-0000-7000-8000-000000000000';

describe('preview', () => {
  test('as JSON, by name and by id', async () => {
    const preview = await value('user', 'preview', name);
    expect(preview).toMatchObject({
      ...{ id: ann, name, responses: 6, submitted: 4, draft: 2, reopens: 4, last_owner: false, api_keys: 0 },
      memberships: [{ namespace: 'default', role: 'annotator' }],
    });
    expect(await value('user', 'preview', ann)).toEqual(preview);
  });

  test('as a table', async () => {
    const { stdout } = await here('user', 'preview', name);
    expect(stdout).toMatch(
      new RegExp(`^${name} \\(${ann}\\) has 6 responses:

namespace +dataset +submitted +draft +discarded +reopens
default +mail +2 +1 +0 +2
other +mail +2 +1 +0 +2

records that re-open +4
memberships +default \\(annotator\\)
API keys +0
takes about +[\\d.]+ s \\(.*\\)
$`),
    );
  });

  test('says that somebody is the last', async () => {
    await sql(`update postil.members set role = 'admin'`);
    expect((await here('user', 'preview', name)).stdout).toMatch(/^the last admin of +default$/m);
    expect((await here('user', 'preview', 'owner')).stdout).toMatch(/^the last owner +yes/m);
  });
});

describe('delete', () => {
  test('with --yes, as JSON', async () => {
    const { seconds, ...deleted } = await value('user', 'delete', name, '--yes');
    expect(deleted).toEqual({ id: ann, name, responses: 6, reopened: 4, memberships: 1, api_keys: 0 });
    expect(seconds).toBeTypeOf('number');
    expect(await counts()).toEqual(gone);
  });

  test('shows what goes, and says how to undo it', async () => {
    const { code, stdout, stderr } = await here('user', 'delete', ann, '--yes');
    expect([code, stdout]).toMatchObject([0, expect.stringMatching(/^responses +6$/m)]);
    expect(stderr).toMatch(/^→ .*\n.* has 6 responses:\n/);
    expect(stderr).toContain(`postil user restore ${ann}`);
  });

  test('is refused without a terminal to ask on, before anything is sent', async () => {
    const ran = await postil(['user', 'delete', name, '--data', server.data]);
    expect([ran.code, ran.stdout]).toEqual([1, '']);
    expect(ran.stderr).toMatch(/^postil: .*no terminal to ask on\n {2}Add --yes\./);
    expect(await counts()).toEqual(there);
  });

  test('is refused for nobody, for the last owner, and by those who are none', async () => {
    expect(await refusal('user', 'delete', 'nobody', '--yes')).toMatchObject({ code: 'PN404' });
    expect(await refusal('user', 'delete', nobody, '--yes')).toMatchObject({ code: 'PN404' });
    expect(await refusal('user', 'delete', 'owner', '--yes')).toMatchObject({
      code: 'PN409',
      message: 'owner is the last owner, and cannot be deleted',
    });
    const key = await value<{ api_key: string }>('key', 'create', '--user', name);
    vi.stubEnv('POSTIL_API_KEY', key.api_key);
    expect(await refusal('user', 'delete', ann, '--yes')).toMatchObject({ code: 'PN403' });
    expect(await counts()).toEqual(there);
  });

  test('from anywhere', async () => {
    const env = { POSTIL_URL: server.url, POSTIL_API_KEY: server.ownerKey };
    expect(await jsonOf(['user', 'delete', name, '--yes'], { env, cwd: '/' })).toMatchObject({
      responses: 6,
    });
    const [last] = await jsonOf<{ user_name: string }[]>(['audit', '--limit', '1'], { env, cwd: '/' });
    expect(last?.user_name).toBe('owner');
  });

  test('exports first', async () => {
    const file = join(server.data, 'ann.jsonl');
    const before = await here('user', 'export', name);
    expect((await here('user', 'delete', name, '--yes', '--export', file)).stderr).toContain(
      `${file}: 6 responses, `,
    );
    expect(readFileSync(file, 'utf8')).toBe(before.stdout);
    expect(await counts()).toEqual(gone);
  });

  test('not when the export fails', async () => {
    const error = await refusal('user', 'delete', name, '--yes', '--export', '/nowhere/x.jsonl');
    expect(error).toMatchObject({
      code: 'FILE_UNWRITABLE',
      hint: expect.stringContaining('Nothing was deleted.'),
    });
    expect(await counts()).toEqual(there);
  });
});

describe.runIf(hasTerminals)('delete on a terminal', () => {
  const question = `Delete ${name} with 6 responses? [y/N] `;
  const ask = async (...more: string[]) => {
    const terminal = onTerminal(['user', 'delete', ann, ...more, '--data', server.data]);
    await terminal.until(question);
    return terminal;
  };

  test.for([
    ['no', 'n\n'],
    ['nothing', '\n'],
    ['Ctrl-C', '\u0003'],
    ['Ctrl-D', '\u0004'],
  ] as const)('is not done after %s', async ([, typed]) => {
    const terminal = await ask();
    terminal.type(typed);
    const { code, screen } = await terminal.ended();
    expect([code, screen]).toEqual([1, expect.stringContaining('postil: nothing was deleted')]);
    expect(await counts()).toEqual(there);
  });

  test('is done after yes', async () => {
    const terminal = await ask();
    terminal.type('y\n');
    expect(await terminal.ended()).toMatchObject({ code: 0 });
    expect(await counts()).toEqual(gone);
  });

  test.for([
    ['at once', []],
    ['in the background', ['--background']],
  ] as const)('%s, is not done when the numbers are others by then, which it shows', async ([, more]) => {
    const terminal = await ask(...more);
    await sql(
      `delete from postil.responses where user_id = $1 and namespace = 'other' and status = 'draft'`,
      [ann],
    );
    terminal.type('y\n');
    const { code, screen } = await terminal.ended();
    expect(code).toBe(1);
    expect(screen).toContain(`Now ${name} (${ann}) has 5 responses:`);
    expect(screen).toMatch(/postil: the user has 5 responses, not 6\n {2}Nothing was deleted\./);
    expect(await counts()).toEqual({ ...there, responses: 5 });
    expect(await sql('select from postil_private.deletions where user_id = $1', [ann])).toEqual([]);
  });

  test('in the background, a bar says how far it is, and Ctrl-C leaves it running', async () => {
    const terminal = onTerminal(['user', 'delete', ann, '--yes', '--background', '--data', server.data]);
    await terminal.until('0 of 6 responses');
    terminal.type('\u0003');
    const { code, screen } = await terminal.ended();
    expect(code).toBe(130);
    expect(screen).toContain(`It goes on in the background. Watch it: postil user deletion ${ann} --watch`);
    expect(await value('user', 'deletion', name)).toMatchObject({
      id: ann,
      state: 'running',
      done: 0,
      total: 6,
    });
  });
});

describe('delete --background', () => {
  const begin = () => sql('select postil.delete_user_in_background($1)', [ann]);

  test('waits for the end, says how far it is, and can be undone', async () => {
    const worker = spawn(process.execPath, [program, 'worker', '--data', server.data], {
      env: cleanEnvironment(),
    });
    onTestFinished(async () => {
      const ended = once(worker, 'exit');
      worker.kill('SIGTERM');
      await ended;
    });
    const { code, stdout, stderr } = await here('user', 'delete', name, '--yes', '--background');
    expect([code, stdout]).toEqual([0, expect.stringMatching(/^state +finished\ndone +6\ntotal +6$/m)]);
    expect(stderr).toMatch(/^6 of 6 responses \(100 %\), \d+ responses\/s, ETA finished$/m);
    expect(await counts()).toEqual(gone);
    expect(await value('user', 'deletion', ann)).toMatchObject({ state: 'finished', done: 6 });
    expect(await value('user', 'restore', ann, '--yes')).toMatchObject({ responses: 6 });
    expect(await counts()).toEqual(there);
  });

  test('can be cancelled, which whoever watches is told', async () => {
    await begin();
    const watching = postil(['user', 'deletion', name, '--watch', '--json', '--data', server.data]);
    const { stdout, stderr } = await here('user', 'deletion', name, '--cancel');
    expect(stdout).toMatch(/^state +cancelled$/m);
    expect(stderr).toContain(`postil user restore ${ann}`);
    const watched = await watching;
    expect([watched.code, JSON.parse(watched.stdout)]).toMatchObject([
      1,
      { id: ann, state: 'cancelled', done: 0 },
    ]);
    expect(await value('user', 'reactivate', name)).toMatchObject({ deactivated_at: null });
    expect(await counts()).toEqual(there);
  });

  test('was not begun for somebody', async () => {
    for (const more of [[], ['--watch'], ['--cancel']]) {
      expect(await refusal('user', 'deletion', name, ...more)).toMatchObject({ code: 'PN404' });
    }
  });

  test('goes on when the server does not answer whoever watches', async () => {
    let asked = 0;
    const stranger = createServer((_, response) => {
      asked += 1;
      if (asked > 2) return response.destroy(); // After whose id it is, and how far it is.
      return response.end(
        '[{"state": "running", "done": 1, "total": 2, "rate": null, "eta_seconds": null, "started_at": ""}]',
      );
    });
    await new Promise<void>((resolve) => stranger.listen(0, '127.0.0.1', resolve));
    onTestFinished(() => void stranger.close());
    vi.stubEnv('POSTIL_URL', `http://127.0.0.1:${(stranger.address() as AddressInfo).port}`);
    vi.stubEnv('POSTIL_API_KEY', 'key-of-somebody');
    const { code, stderr } = await runHere(['user', 'deletion', ann, '--watch']);
    expect([code, stderr]).toEqual([
      1,
      expect.stringContaining('It goes on meanwhile. Watch it: postil user deletion'),
    ]);
  });
});

describe('restore', () => {
  test('brings everything back, once', async () => {
    await sql('delete from postil.users where id = $1', [ann]);
    expect(await value('user', 'restore', ann, '--yes')).toEqual({
      ...{ id: ann, name, responses: 6, memberships: 1, completed: 4, skipped: 0, conflicts: [] },
    });
    expect(await counts()).toEqual(there);
    expect(await refusal('user', 'restore', ann, '--yes')).toMatchObject({ code: 'PN409' });
    expect(await refusal('user', 'restore', nobody, '--yes')).toMatchObject({ code: 'PN404' });
  });

  test('refuses what stands in the way, and leaves it out with --skip', async () => {
    await sql('delete from postil.users where id = $1', [ann]);
    await sql('insert into postil.users (name) values ($1)', [name]);
    expect(await refusal('user', 'restore', ann, '--yes')).toMatchObject({
      code: 'PN409',
      message: expect.stringContaining('another user has the name'),
      hint: expect.stringContaining('--skip'),
    });
    expect(await counts()).toEqual(gone);
    const { code, stdout, stderr } = await here('user', 'restore', ann, '--skip', '--yes');
    expect([code, stderr]).toEqual([0, expect.stringContaining('Left out:')]);
    expect(stdout).toMatch(/^responses +6$[\s\S]*^name +- +- +another user has the name by now$/m);
    expect(await counts()).toEqual(there);
  });

  test('is refused without a terminal to ask on', async () => {
    await sql('delete from postil.users where id = $1', [ann]);
    const ran = await postil(['user', 'restore', ann, '--data', server.data]);
    expect([ran.code, ran.stderr]).toEqual([
      1,
      expect.stringMatching(/no terminal to ask on\n {2}Add --yes\./),
    ]);
    expect(await counts()).toEqual(gone);
  });

  test.runIf(hasTerminals).for([
    ['y', 0, there],
    ['n', 1, gone],
  ] as const)(
    'on a terminal, shows what was done to them, and asks: %s',
    async ([typed, expected, after]) => {
      await sql('delete from postil.users where id = $1', [ann]);
      const terminal = onTerminal(['user', 'restore', ann, '--data', server.data]);
      await terminal.until(`Restore ${name}? [y/N] `);
      terminal.type(`${typed}\n`);
      const { code, screen } = await terminal.ended();
      expect([code, screen]).toEqual([
        expected,
        expect.stringMatching(new RegExp(`user.deleted +${name} +${ann}`)),
      ]);
      expect(await counts()).toEqual(after);
    },
  );

  test.runIf(hasTerminals)('on a terminal, of somebody of whom nothing is known', async () => {
    const terminal = onTerminal(['user', 'restore', nobody, '--data', server.data]);
    await terminal.until(`Restore ${nobody}? [y/N] `);
    terminal.type('y\n');
    expect(await terminal.ended()).toMatchObject({
      code: 1,
      screen: expect.stringContaining(`postil: there is nothing to restore of user ${nobody}`),
    });
  });
});

describe('deactivate and reactivate', () => {
  test('keep somebody out for a while; their responses count, or not', async () => {
    const key = await value<{ api_key: string }>('key', 'create', '--user', name);
    const status = async () => {
      const answer = await fetch(`${server.url}/rest/v1/rpc/me`, { headers: { apikey: key.api_key } });
      return answer.status;
    };
    expect(await value('user', 'deactivate', name)).toEqual({
      ...{ id: ann, name, deactivated_at: expect.any(String), responses_excluded: false },
    });
    await expect.poll(status).toBe(401);
    expect(await counts()).toEqual(there);
    expect(await value('user', 'deactivate', ann, '--exclude-responses', '--yes')).toMatchObject({
      responses_excluded: true,
    });
    expect(await counts()).toEqual({ ...there, completed: 0 });
    const users = await value<{ id: string; deactivated_at: string | null }[]>('user', 'list');
    expect(users.map(({ id, deactivated_at }) => [id === ann, deactivated_at !== null])).toContainEqual([
      true,
      true,
    ]);
    expect((await here('user', 'reactivate', name)).stdout).toMatch(/^deactivated_at +-$/m);
    await expect.poll(status).toBe(200);
    expect(await counts()).toEqual(there);
  });

  test('are refused for nobody, and for the last owner', async () => {
    expect(await refusal('user', 'reactivate', nobody)).toMatchObject({ code: 'PN404' });
    expect(await refusal('user', 'deactivate', 'nobody')).toMatchObject({ code: 'PN404' });
    expect(await refusal('user', 'deactivate', 'owner')).toMatchObject({ code: 'PN409' });
  });

  test('exclude responses only after a question, which needs a terminal, or with --yes', async () => {
    const ran = await postil(['user', 'deactivate', name, '--exclude-responses', '--data', server.data]);
    expect([ran.code, ran.stderr]).toEqual([
      1,
      expect.stringMatching(/no terminal to ask on\n {2}Add --yes\./),
    ]);
    expect(await counts()).toEqual(there);
    expect(await value('user', 'deactivate', name, '--yes')).toMatchObject({ responses_excluded: false });
    const { code, stderr } = await here('user', 'deactivate', name, '--exclude-responses', '--yes');
    expect([code, stderr]).toEqual([
      0,
      expect.stringMatching(/ has 6 responses:\n[\s\S]*^records that re-open +4$/m),
    ]);
    expect(await counts()).toEqual({ ...there, completed: 0 });
  });

  test.runIf(hasTerminals).for([
    ['y', 0, { ...there, completed: 0 }],
    ['n', 1, there],
  ] as const)(
    'on a terminal, show which records would re-open, and ask: %s',
    async ([typed, expected, after]) => {
      const terminal = onTerminal(['user', 'deactivate', name, '--exclude-responses', '--data', server.data]);
      await terminal.until(`Deactivate ${name} and leave 6 responses uncounted? [y/N] `);
      terminal.type(`${typed}\n`);
      const { code, screen } = await terminal.ended();
      expect([code, screen]).toEqual([expected, expect.stringMatching(/^records that re-open +4$/m)]);
      expect(await counts()).toEqual(after);
      const [{ deactivated_at }] = await sql('select deactivated_at from postil.users where id = $1', [ann]);
      expect(deactivated_at === null).toBe(typed === 'n');
    },
  );
});

describe('erase', () => {
  test('with the name and --yes, also somebody who was deleted', async () => {
    await sql('delete from postil.users where id = $1', [ann]);
    expect(await refusal('user', 'erase', ann, 'ann', '--yes')).toMatchObject({ code: 'PN422' });
    expect(await value('user', 'erase', ann, name, '--yes')).toMatchObject({ id: ann, responses: 0 });
    expect(await refusal('user', 'restore', ann, '--yes')).toMatchObject({ code: 'PN404' });
    expect(await value('audit', '--limit', '1')).toMatchObject([{ action: 'user.erased', subject_id: ann }]);
  });

  test('is refused without a terminal to ask on', async () => {
    const ran = await postil(['user', 'erase', ann, name, '--data', server.data]);
    expect([ran.code, ran.stderr]).toEqual([
      1,
      expect.stringMatching(/no terminal to ask on\n {2}.*NAME --yes/),
    ]);
    expect(await counts()).toEqual(there);
  });

  test.runIf(hasTerminals).for([
    [name, 0, gone],
    ['somebody', 1, there],
    ['', 1, there],
  ] as const)('on a terminal, after typing %j', async ([typed, expected, after]) => {
    const terminal = onTerminal(['user', 'erase', ann, '--data', server.data]);
    await terminal.until('Their name, to erase them: ');
    terminal.type(`${typed}\n`);
    const { code, screen } = await terminal.ended();
    expect([code, screen]).toEqual([expected, expect.stringContaining(`${name} (${ann}) has 6 responses:`)]);
    expect(await counts()).toEqual(after);
  });

  test.runIf(hasTerminals)(
    'on a terminal, of somebody who was deleted, there is nothing to show',
    async () => {
      await sql('delete from postil.users where id = $1', [ann]);
      const terminal = onTerminal(['user', 'erase', ann, '--data', server.data]);
      await terminal.until('Their name, to erase them: ');
      terminal.type(`${name}\n`);
      const { code, screen } = await terminal.ended();
      expect([code, screen]).toEqual([0, expect.not.stringContaining('records that re-open')]);
    },
  );

  test('shows what goes, and exports it first', async () => {
    const file = join(server.data, 'erased.jsonl');
    const before = await here('user', 'export', name);
    const { code, stderr } = await here('user', 'erase', ann, name, '--yes', '--export', file);
    expect(code).toBe(0);
    expect(stderr).toMatch(/ has 6 responses:\n[\s\S]*^records that re-open +4\n/m);
    expect(stderr).toContain(`${file}: 6 responses, `);
    expect(readFileSync(file, 'utf8')).toBe(before.stdout);
    expect(await counts()).toEqual(gone);
  });

  test('not when the export fails, nor when there is nothing to export any more', async () => {
    expect(await refusal('user', 'erase', ann, name, '--yes', '--export', '/nowhere/x.jsonl')).toMatchObject({
      code: 'FILE_UNWRITABLE',
      hint: expect.stringContaining('Nothing was erased.'),
    });
    expect(await counts()).toEqual(there);
    await sql('delete from postil.users where id = $1', [ann]);
    const file = join(server.data, 'late.jsonl');
    expect(await refusal('user', 'erase', ann, name, '--yes', '--export', file)).toMatchObject({
      code: 'PN404',
      hint: expect.stringContaining('Nothing was erased.'),
    });
    expect(existsSync(file)).toBe(false);
    expect(await value('user', 'restore', ann, '--yes')).toMatchObject({ responses: 6 });
  });

  test('not of the last owner', async () => {
    const [{ id }] = await sql(`select id from postil.users where name = 'owner'`);
    expect(await refusal('user', 'erase', id, 'owner', '--yes')).toMatchObject({
      code: 'PN409',
      message: 'owner is the last owner, and cannot be deleted',
    });
  });
});

describe('export', () => {
  type Line = {
    namespace: string;
    external_id: string | null;
    status: string;
    values: unknown;
    record_id: string;
  };

  test('is a line for each response, whole', async () => {
    const { stdout, stderr } = await here('user', 'export', name);
    expect(stderr).toBe('');
    const lines = linesOf<Line>(stdout);
    expect(
      lines.map(({ namespace, external_id, status }) => `${namespace} ${external_id} ${status}`),
    ).toEqual(
      ['default', 'other'].flatMap((key) => [`${key} 1 submitted`, `${key} 2 submitted`, `${key} 3 draft`]),
    );
    expect(lines[0]).toEqual({
      ...{
        namespace: 'default',
        dataset: 'mail',
        external_id: '1',
        record_id: expect.any(String),
        user_id: ann,
      },
      ...{ status: 'submitted', excluded: false, values: { label: { value: 'ü\n" 1.0' } } },
      ...{ inserted_at: expect.any(String), updated_at: expect.any(String) },
    });
  });

  test('has every response once, on however many pages', async () => {
    await sql(
      `insert into postil.records (namespace, dataset, fields)
       select key, 'mail', '{"text": "x"}' from generate_series(1, 1500), unnest(array['default', 'other']) as key`,
    );
    await sql(
      `insert into postil.responses (namespace, record_id, user_id)
       select namespace, id, $1 from postil.records where external_id is null`,
      [ann],
    );
    const file = join(server.data, 'many.jsonl');
    const summary = await value('user', 'export', name, '-o', file);
    const text = readFileSync(file, 'utf8');
    expect(summary).toEqual({ rows: 3006, bytes: Buffer.byteLength(text), file });
    expect(new Set(linesOf<Line>(text).map(({ record_id }) => record_id)).size).toBe(3006);
  });

  test('of somebody without a response is empty; of nobody it is refused, and leaves no file', async () => {
    const file = join(server.data, 'none.jsonl');
    expect(await refusal('user', 'export', nobody, '-o', file)).toMatchObject({ code: 'PN404' });
    expect(await refusal('user', 'export', 'nobody', '-o', file)).toMatchObject({ code: 'PN404' });
    expect(existsSync(file)).toBe(false);
    expect(readdirSync(server.data).filter((entry) => entry.endsWith('.part'))).toEqual([]);
    expect(await value('user', 'export', 'owner', '-o', file)).toEqual({ rows: 0, bytes: 0, file });
    expect(readFileSync(file, 'utf8')).toBe('');
  });

  test('has what its caller may see', async () => {
    const key = await value<{ api_key: string }>('key', 'create', '--user', name);
    const [other] = await sql(`insert into postil.users (name) values ('other') returning id`);
    const ownKey = await value<{ api_key: string }>('key', 'create', '--user', other.id);
    vi.stubEnv('POSTIL_API_KEY', ownKey.api_key);
    expect(await refusal('user', 'export', ann)).toMatchObject({ code: 'PN404' });
    vi.stubEnv('POSTIL_API_KEY', key.api_key);
    expect(linesOf((await here('user', 'export', ann)).stdout).length).toBeGreaterThan(0);
  });
});

describe('a name that would command the terminal', () => {
  const evil = 'eve\r\n\u001b[2J\u0007\u007f\u009b1A\u202e\u2066end';
  const seen = 'eve\\r\\n\\u001b[2J\\u0007\\u007f\\u009b1A\\u202e\\u2066end';
  const commands = /[^\P{Cc}\n]|[\u2028-\u202e\u2066-\u2069]/u;
  beforeEach(() => sql('update postil.users set name = $1 where id = $2', [evil, ann]));

  test('is shown with escapes, and as it is to programs', async () => {
    for (const args of [
      ['user', 'list'],
      ['user', 'preview', ann],
      ['member', 'add', `${evil}x`, '--namespace', 'default', '--role', 'viewer'],
      ['user', 'delete', ann, '--yes'],
      ['audit', '--user', ann],
    ]) {
      const { stdout, stderr } = await here(...args);
      expect(stdout + stderr, args.join(' ')).toContain(seen);
      expect(stdout + stderr, args.join(' ')).not.toMatch(commands);
      expect((stdout + stderr).split('\n').filter((line) => line.includes('end'))).toEqual(
        expect.arrayContaining([expect.stringContaining(seen)]),
      );
    }
    const [last] = await value<{ subject_name: string }[]>('audit', '--user', ann, '--limit', '1');
    expect(last?.subject_name).toBe(evil);
    expect(await refusal('user', 'preview', evil)).toMatchObject({ message: `there is no user ${evil}` });
  });

  test.runIf(hasTerminals)('is asked about with escapes', async () => {
    const terminal = onTerminal(['user', 'delete', ann, '--data', server.data]);
    await terminal.until(`Delete ${seen} with 6 responses? [y/N] `);
    terminal.type('n\n');
    expect(await terminal.ended()).toMatchObject({ code: 1 });
  });
});

describe('a name that looks like an id', () => {
  const looksLikeAnId = '01A1FD24-eec5-7020-adf5-05fcf2344799';

  test('names its user, unless it is the id of another', async () => {
    await sql('update postil.users set name = $1 where id = $2', [looksLikeAnId, ann]);
    expect(await value('user', 'preview', looksLikeAnId)).toMatchObject({ id: ann });
    const [other] = await sql('insert into postil.users (id, name) values ($1, $2) returning id', [
      looksLikeAnId,
      'other',
    ]);
    expect(await value('user', 'preview', looksLikeAnId)).toMatchObject({ id: other.id, name: 'other' });
    expect(await refusal('user', 'preview', nobody)).toMatchObject({
      code: 'PN404',
      message: `there is no user ${nobody}`,
    });
  });
});

describe('audit', () => {
  test('tells of somebody, the latest last', async () => {
    await value('user', 'delete', name, '--yes');
    const entries = await value<{ action: string; function: string | null }[]>('audit', '--user', ann);
    expect(entries.map((entry) => entry.action)).toEqual(['member.added', 'user.deleted', 'member.removed']);
    expect(entries[1]).toMatchObject({
      ...{ subject_id: ann, subject_name: name, role: 'service_role', function: 'delete_user' },
      request_id: expect.any(String),
    });
    expect(await value('audit', '--user', ann, '--limit', '1')).toEqual(entries.slice(-1));
    const byName = await value<{ subject_id: string }[]>('audit', '--user', name, '--limit', '3');
    expect(byName).toEqual(entries);
    const { stdout } = await here('audit', '--user', ann);
    expect(stdout).toMatch(
      new RegExp(
        `^at +by +action +user +id +namespace +details\\n.*member.added +${name} +${ann} +default +role annotator\\n`,
      ),
    );
  });

  test('of somebody who may see none of it', async () => {
    const key = await value<{ api_key: string }>('key', 'create', '--user', name);
    vi.stubEnv('POSTIL_API_KEY', key.api_key);
    expect(await value('audit')).toEqual([]);
  });
});

describe('history', () => {
  test('tells what responses to a record were, oldest first', async () => {
    const [{ record_id }] = await sql(
      `update postil.responses set status = 'submitted' where user_id = $1 and namespace = 'other' and status = 'draft'
       returning record_id`,
      [ann],
    );
    await sql('delete from postil.users where id = $1', [ann]);
    const found = await value<{ user_id: string }[]>('history', record_id, '--namespace', 'other');
    expect(found.filter(({ user_id }) => user_id === ann)).toMatchObject([
      { operation: 'update', status: 'draft', role: 'postil_owner' },
      { operation: 'delete', status: 'submitted', values: { label: {} } },
    ]);
    const { stdout } = await here('history', record_id, '--namespace', 'other');
    expect(stdout).toMatch(/^at +operation +user_id +status +values +changed_by +role\n/);
  });

  test('is not for those who are no admins', async () => {
    const [{ id }] = await sql(`select id from postil.records where namespace = 'other' limit 1`);
    const key = await value<{ api_key: string }>('key', 'create', '--user', name);
    vi.stubEnv('POSTIL_API_KEY', key.api_key);
    expect(await value('history', id, '--namespace', 'other')).toEqual([]);
  });
});
