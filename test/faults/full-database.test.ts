/** A database whose disk is full, while it is being prepared and before it lets anybody in. */
import { afterEach, beforeEach, expect, test } from 'vitest';
import { withClient } from '../../gateway/stack/stack.ts';
import { createDatabase, type Database } from '../support/database.ts';

let database: Database;
beforeEach(async () => {
  database = await createDatabase();
});
afterEach(() => database.drop());

const full = `raise exception using errcode = 'disk_full', message = 'No space left on device';`;

const told = {
  code: 'DISK_FULL',
  message: expect.stringMatching(/^the disk of postgresql:\/\/postgres:\*\*\*@.* is full$/),
  details: 'No space left on device',
  hint: expect.stringContaining('Free some space'),
};

test('a statement that finds no space', async () => {
  const work = withClient(database.superuserUrl, (client) => client.query(`do $$ begin ${full} end $$`));
  await expect(work).rejects.toMatchObject(told);
});

test('a connection that finds no space', async () => {
  const client = await database.connect();
  await client.query(
    `create function public.refuse_login() returns event_trigger language plpgsql as $$ begin ${full} end $$;
     create event trigger refuse_login on login execute function public.refuse_login()`,
  );
  await expect(withClient(database.superuserUrl, async () => {})).rejects.toMatchObject(told);
});
