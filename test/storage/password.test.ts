/** The verifier that a password is stored as is the one that PostgreSQL would make of it. */
import pg from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { scramVerifier } from '../../gateway/stack/password.ts';
import { createEmptyDatabase, type Database } from '../support/database.ts';
import { describeOnCluster } from '../support/suite.ts';

describeOnCluster('scramVerifier', () => {
  let database: Database;
  let client: pg.Client;
  beforeAll(async () => {
    database = await createEmptyDatabase();
    client = await database.connect();
  });
  afterAll(() => database.drop());

  test.for(['pencil', 'x', "it's $a \\ long@/?# one".repeat(9)])('%s', async (password) => {
    await client.query(`create role scram login password ${client.escapeLiteral(password)}`);
    const { rows } = await client.query(`select rolpassword from pg_authid where rolname = 'scram'`);
    const salt = Buffer.from(rows[0].rolpassword.split(/[:$]/)[2], 'base64');
    expect(scramVerifier(password, salt)).toBe(rows[0].rolpassword);

    await client.query(`alter role scram password ${client.escapeLiteral(scramVerifier(password))}`);
    const url = new URL(database.superuserUrl);
    const signIn = async (given: string) => {
      const other = new pg.Client({
        host: url.hostname,
        port: Number(url.port),
        user: 'scram',
        password: given,
        database: database.name,
      });
      await other.connect();
      await other.end();
    };
    await signIn(password);
    await expect(signIn(`${password}!`)).rejects.toMatchObject({ code: '28P01' });
    await client.query('drop role scram');
  });
});
