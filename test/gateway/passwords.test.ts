/** A server that logs every statement learns no password from it. */
import { appendFileSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { startServer } from '../support/server.ts';
import { temporaryDirectory } from '../support/temporary.ts';
import { secretsOf } from './http.ts';

test('with log_statement = all, the log of PostgreSQL has no password', async () => {
  const data = temporaryDirectory('data');
  await (await startServer({ data })).stop();
  appendFileSync(join(data, 'postgres/postgresql.conf'), 'log_statement = all\n');
  const password = "it's a $pass\\word$";
  const server = await startServer({ data, env: { POSTIL_AUTHENTICATOR_PASSWORD: password } });
  await server.stop(); // It was ready: PostgREST has signed in.
  const log = readFileSync(join(data, 'postgres.log'), 'utf8');
  expect(log).toContain("alter role authenticator password 'SCRAM-SHA-256$4096:");
  for (const secret of ['$pass', 'word$', ...Object.values(secretsOf(server))]) {
    expect(log).not.toContain(secret);
  }
});
