/** Who becomes the first owner of a database. */
import type pg from 'pg';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { ensureOwner } from '../../gateway/owner.ts';
import { createDatabase, type Database } from '../support/database.ts';
import { describeOnCluster } from '../support/suite.ts';

describeOnCluster('ensureOwner', () => {
  let database: Database;
  let client: pg.Client;
  beforeEach(async () => {
    database = await createDatabase();
    client = await database.connect();
  });
  afterEach(() => database.drop());

  /** Every user, and whether a key of theirs is the given one. */
  const users = async (key: string | undefined) => {
    const { rows } = await client.query(
      `select u.name, u.owner, k.user_id is not null as has_key
       from postil.users as u
       left join postil_private.find_api_key(sha256(convert_to($1, 'UTF8'))) as k on k.user_id = u.id
       order by u.name`,
      [key],
    );
    return rows;
  };

  test('is a user of that name, with the key', async () => {
    const key = await ensureOwner(client, undefined);
    expect(await users(key)).toEqual([{ name: 'owner', owner: true, has_key: true }]);
  });

  test('is nobody else when there is an owner', async () => {
    await client.query(`insert into postil.users (name, owner) values ('ann', true)`);
    expect(await ensureOwner(client, undefined)).toBeUndefined();
    expect(await users('')).toEqual([{ name: 'ann', owner: true, has_key: false }]);
  });

  test('is not an ordinary user who happens to have that name', async () => {
    await client.query(`insert into postil.users (name) values ('owner'), ('owner-2')`);
    const key = await ensureOwner(client, 'a-key-of-twenty-one');
    expect(await users(key)).toEqual([
      { name: 'owner', owner: false, has_key: false },
      { name: 'owner-2', owner: false, has_key: false },
      { name: 'owner-3', owner: true, has_key: true },
    ]);
  });
});
