/** The first owner: made once, when a database has none. */
import { createHash } from 'node:crypto';
import type pg from 'pg';
import { badSetting } from './errors.ts';

/** @throws PostilError BAD_SETTING for a key that is too short to be secret */
export function checkOwnerKey(given: string | undefined): void {
  if (given === undefined || /^\S{16,200}$/.test(given)) return;
  throw badSetting(
    'POSTIL_OWNER_API_KEY',
    'is not what it should be',
    '16 to 200 characters without spaces, for example from: openssl rand -hex 24',
  );
}

/**
 * Makes the user "owner" with an API key when there is no owner yet. A user who has that name already keeps it and their
 * rights; the owner is then "owner-2", or the next that is free.
 * @param given the key to set instead of a random one, from POSTIL_OWNER_API_KEY
 * @returns the key, or undefined when there is an owner already
 */
export async function ensureOwner(
  client: pg.ClientBase,
  given: string | undefined,
): Promise<string | undefined> {
  // Before the lock, for which a start would wait as long as anybody is writing users.
  if (await hasOwner(client)) return undefined;
  await client.query('begin');
  try {
    // Of two gateways that start at once, one makes the owner.
    await client.query('lock table postil.users in share row exclusive mode');
    if (await hasOwner(client)) {
      await client.query('commit');
      return undefined;
    }
    const made = await client.query<{ id: string }>(
      `insert into postil.users (name, owner)
       select free.name, true
       from (
         select n, case n when 1 then 'owner' else 'owner-' || n end as name
         from generate_series(1, (select count(*) + 1 from postil.users)) as n
       ) as free
       where not exists (select from postil.users as u where u.name = free.name)
       order by free.n
       limit 1
       returning id`,
    );
    const userId = made.rows[0]?.id;
    const key = given ?? (await randomKey(client, userId));
    if (given !== undefined) {
      await client.query(
        `insert into postil_private.api_keys (user_id, name, prefix, sha256) values ($1, 'first key', $2, $3)`,
        [userId, given.slice(0, 6), createHash('sha256').update(given).digest()],
      );
    }
    await client.query('commit');
    return key;
  } catch (error) {
    await client.query('rollback');
    throw error;
  }
}

async function hasOwner(client: pg.ClientBase): Promise<boolean> {
  return (await client.query('select from postil.users where owner limit 1')).rowCount !== 0;
}

async function randomKey(client: pg.ClientBase, userId: string | undefined): Promise<string | undefined> {
  const made = await client.query<{ api_key: string }>('select api_key from postil.create_api_key($1, $2)', [
    'first key',
    userId,
  ]);
  return made.rows[0]?.api_key;
}
