/**
 * Eight people take the same few records from next_records() and answer, discard, keep, let go of or take back what they
 * were given. At no moment may a record be in more hands, answers included, than it has places.
 */
import fc from 'fast-check';
import type pg from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createDatabase, type Database } from '../support/database.ts';
import { explain } from '../support/explain.ts';
import { describeOnCluster } from '../support/suite.ts';
import { untilBlocked } from '../support/waiting.ts';

const long = process.env['POSTIL_TEST_LONG'] !== undefined;
const people = 8;
const turnsEach = long ? 2_000 : 80;

const policies = ['others', 'later', 'done'] as const;
const recordsEach = 3;

const aTurn = fc.record({
  dataset: fc.constantFrom(...policies),
  most: fc.constantFrom(1, 1, 2),
  /** What is done with each record that is given. */
  deed: fc.constantFrom(
    'submit',
    'submit',
    'submit',
    'draft',
    'discard',
    'discard',
    'keep',
    'release',
    'expire',
  ),
  afterwards: fc.constantFrom('nothing', 'nothing', 'take back', 'take back', 'leave'),
});
type Turn = { dataset: string; most: number; deed: string; afterwards: string };

const respond = `
  insert into postil.responses (namespace, record_id, user_id, status, values)
  select 'default', id, $1, $3, '{"mood": {"value": "good"}}' from unnest($2::uuid[]) as id
  on conflict (namespace, record_id, user_id) do update set status = excluded.status, values = excluded.values`;

/** By whatever time a person has a record, others have at most what is left. */
const overbooked = `
  select r.dataset, r.external_id, r.min_submitted, r.submitted_count, hands.held, hands.discarded
  from postil.records as r
  cross join lateral (
    select
      (
        select count(*) from postil_private.live_leases() as l
        where l.namespace = r.namespace and l.record_id = r.id
      ) as held,
      (
        select count(*) from postil.responses as a
        where a.namespace = r.namespace and a.record_id = r.id and a.status = 'discarded' and r.dataset = 'done'
      ) as discarded
  ) as hands
  where r.submitted_count + hands.held + hands.discarded > r.min_submitted`;

describeOnCluster('eight people at work', () => {
  let database: Database;
  beforeAll(async () => {
    database = await createDatabase();
    const client = await database.connect();
    for (const [place, policy] of policies.entries()) {
      await client.query(`select test.dataset($1, min_submitted => $2)`, [policy, place + 1]);
      await client.query(
        `update postil.datasets set skip_policy = $1::postil.skip_policy where key = $1::text`,
        [policy],
      );
      for (let record = 0; record < recordsEach; record += 1)
        await client.query(`select test.record($1, $2)`, [`${policy} ${record}`, policy]);
    }
  });
  afterAll(() => database.drop());

  describe('who discard a record with one hand and take it with the other', () => {
    type Sessions = Record<'taking' | 'discarding' | 'other' | 'holder', pg.Client>;
    let sessions: Sessions;
    let dataset: string;
    const take = async (session: pg.Client) =>
      (await session.query(`select external_id from postil.next_records('default', $1)`, [dataset])).rows;
    const discard = (session: pg.Client) =>
      session.query(
        `select postil.upsert_responses('default', jsonb_build_array(jsonb_build_object(
           'record_id', test.id($1), 'status', 'discarded'
         )))`,
        [dataset],
      );

    const begin = async (name: string) => {
      dataset = name;
      const owner = await database.connect();
      await owner.query(`select test.dataset($1), test.record($1, $1)`, [dataset]);
      await owner.query(`update postil.datasets set skip_policy = 'later' where key = $1`, [dataset]);
      await owner.query(`select test.respond($1, $1 || ' one', 'draft')`, [dataset]);
      const people = { taking: 'one', discarding: 'one', other: 'two' };
      const signedIn = Object.entries(people).map(async ([hand, person]) => {
        const session = await database.connect();
        await session.query(
          `insert into postil.members (namespace, user_id, role)
           values ('default', test.user($1), 'annotator') on conflict do nothing`,
          [`${dataset} ${person}`],
        );
        await session.query(
          `select set_config('role', 'authenticated', false),
                  set_config('request.jwt.claims', json_build_object('sub', test.user($1))::text, false)`,
          [`${dataset} ${person}`],
        );
        return [hand, session];
      });
      sessions = { ...Object.fromEntries(await Promise.all(signedIn)), holder: owner } as Sessions;
    };

    test('have it, when they took it last', async () => {
      await begin('taken-last');
      await sessions.holder.query(`begin; update postil.records set metadata = '{"x": 1}'`);
      const taken = take(sessions.taking);
      await untilBlocked(await database.connect(), sessions.taking);
      await discard(sessions.discarding);
      await sessions.holder.query('commit');
      expect(await taken).toEqual([{ external_id: dataset }]);
      expect(await take(sessions.other)).toEqual([]);
    });

    test('have it no longer, when they discarded it last', async () => {
      await begin('discarded-last');
      await sessions.holder.query(
        `begin; update postil.questions set required = true where name = 'topics' and dataset = 'discarded-last'`,
      );
      const discarded = discard(sessions.discarding);
      await untilBlocked(await database.connect(), sessions.discarding);
      const taken = await take(sessions.taking);
      await sessions.holder.query('commit');
      await discarded;
      expect(taken).toEqual([{ external_id: dataset }]);
      expect(await take(sessions.other)).toEqual([{ external_id: dataset }]);
    });
  });

  test('hold a record from when they are given it, however long they waited for that', async () => {
    const client = await database.connect();
    await client.query(`select test.dataset('late'), test.record('late', 'late')`);
    await client.query(`update postil.datasets set lease_seconds = 1 where key = 'late'`);
    const [waiting, other] = await Promise.all(
      ['early', 'punctual'].map(async (name) => {
        const session = await database.connect();
        await session.query(`select test.member($1, 'default', 'annotator')`, [name]);
        await session.query('begin');
        await session.query('select test.act_as($1)', [name]);
        return session;
      }),
    );
    if (!waiting || !other) throw new Error('two sessions');
    await other.query('rollback');
    await waiting.query('select pg_sleep(1.1)');
    const next = `select external_id from postil.next_records('default', 'late')`;
    expect((await waiting.query(next)).rows).toHaveLength(1);
    await waiting.query('commit');
    await other.query('begin');
    await other.query(`select test.act_as('punctual')`);
    expect((await other.query(next)).rows).toEqual([]);
    await other.query('rollback');
  });

  test('are never given more than there is', { timeout: long ? 3_600_000 : 120_000 }, async () => {
    const seed = Number(process.env['POSTIL_TEST_SEED'] ?? Math.floor(Math.random() * 2 ** 31));
    const working = Array.from({ length: people }, async (_, person) => {
      const client = await database.connect();
      await client.query(`set deadlock_timeout = '5ms'`);
      const worker = new Worker(client, `person ${person}`);
      await worker.join();
      for (const turn of fc.sample(aTurn, { numRuns: turnsEach, seed: seed + person })) {
        await worker.take(turn).catch((error: unknown) => {
          throw new Error(`seed ${seed}: ${explain(error)}\n${JSON.stringify(turn)}`);
        });
        const { rows } = await client.query(overbooked);
        expect(rows, `seed ${seed}`).toEqual([]);
      }
      return worker.given;
    });
    const given = await Promise.all(working);
    // Else there was mostly nothing to do, and the test would prove little.
    expect(Math.min(...given), `seed ${seed}`).toBeGreaterThan(turnsEach / 8);
    const client = await database.connect();
    expect((await client.query('select * from postil.verify() where wrong > 0')).rows).toEqual([]);
  });
});

class Worker {
  given = 0;
  private id = '';
  private readonly client: pg.Client;
  private readonly name: string;

  constructor(client: pg.Client, name: string) {
    this.client = client;
    this.name = name;
  }

  async join(): Promise<void> {
    const { rows } = await this.client.query<{ id: string }>(
      'insert into postil.users (name) values ($1) returning id',
      [this.name],
    );
    this.id = rows[0]?.id ?? '';
    await this.client.query(
      `insert into postil.members (namespace, user_id, role) values ('default', $1, 'annotator')`,
      [this.id],
    );
    await this.client.query(`select set_config('request.jwt.claims', $1, false)`, [
      JSON.stringify({ sub: this.id }),
    ]);
  }

  /** Acts on what it was given just now, and on nothing else: other records may be in other hands by now. */
  async take({ dataset, most, deed, afterwards }: Turn): Promise<void> {
    const { rows } = await this.client.query<{ id: string; submitted_count: number }>(
      `select id from postil.next_records('default', $1, $2)`,
      [dataset, most],
    );
    const ids = rows.map(({ id }) => id);
    this.given += ids.length;
    await this.act(deed, ids);
    if (afterwards === 'take back')
      await this.client.query(
        'delete from postil.responses where user_id = $1 and record_id in (select id from postil.records where dataset = $2)',
        [this.id, dataset],
      );
    if (afterwards === 'leave' && this.given % 10 === 0) {
      await this.client.query('delete from postil.users where id = $1', [this.id]);
      await this.join();
    }
  }

  private async act(deed: string, ids: string[]): Promise<void> {
    if (deed === 'draft') await this.client.query(respond, [this.id, ids, 'draft']);
    if (deed === 'discard') await this.client.query(respond, [this.id, ids, 'discarded']);
    if (deed === 'submit') {
      const rows = ids.map((id) => ({
        record_id: id,
        status: 'submitted',
        values: { mood: { value: 'good' } },
      }));
      await this.client.query(`select from postil.upsert_responses('default', $1)`, [JSON.stringify(rows)]);
    }
    if (deed === 'release') await this.client.query(`select postil.release_records('default', $1)`, [ids]);
    if (deed === 'expire')
      await this.client.query(
        `update postil_private.leases set expires_at = now() where user_id = $1 and record_id = any ($2)`,
        [this.id, ids],
      );
  }
}
