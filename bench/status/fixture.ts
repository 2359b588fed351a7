/** What the measurements of statuses work on: a dataset with two questions, records, users; and triggers on and off. */
import pg from 'pg';

export const dataset = 'bench';

/** A submitted answer to both questions. */
export const values = '{"label": {"value": "spam"}, "sure": {"value": 4}}';

const definition = {
  key: dataset,
  min_submitted: 2,
  fields: [{ name: 'text' }],
  questions: [
    {
      name: 'label',
      type: 'label_selection',
      settings: {
        options: [
          { value: 'spam', text: 'Spam' },
          { value: 'ham', text: 'Ham' },
        ],
      },
    },
    { name: 'sure', type: 'rating', settings: { options: [1, 2, 3, 4, 5] } },
  ],
};

export async function prepare(client: pg.Client, records: number, users: number): Promise<void> {
  await client.query(`select postil.create_dataset('default', $1)`, [definition]);
  await addRecords(client, records);
  await client.query(`insert into postil.users (name) select 'user ' || n from generate_series(1, $1) as n`, [
    users,
  ]);
  await client.query(
    `insert into postil.members (namespace, user_id, role)
     select 'default', id, 'annotator' from postil.users where name like 'user %'`,
  );
  await client.query('vacuum analyze');
}

export async function addRecords(client: pg.Client, count: number): Promise<void> {
  await client.query(
    `insert into postil.records (namespace, dataset, fields)
     select 'default', $2, jsonb_build_object('text', repeat('some words ', 20)) from generate_series(1, $1) as n`,
    [count, dataset],
  );
}

/** The ids of users, in order. */
export async function usersOf(client: pg.Client): Promise<string[]> {
  const { rows } = await client.query(`select id from postil.users where name like 'user %' order by id`);
  return rows.map((row) => row.id);
}

/** The ids of some records, in order. */
export async function recordsOf(client: pg.Client, count: number): Promise<string[]> {
  const { rows } = await client.query('select id from postil.records order by id limit $1', [count]);
  return rows.map((row) => row.id);
}

/** Empties responses, and what followed from them, so that the next measurement begins where this one did. */
export async function emptyResponses(client: pg.Client): Promise<void> {
  await setTriggers(client, 'rules'); // History would keep them all.
  await client.query('truncate postil.responses');
  await client.query('truncate postil_private.outbox, postil_private.history');
  await client.query('vacuum analyze postil.records, postil_private.progress');
}

/** Each has what those before it have. */
export const layersOfTriggers = ['none', 'status', 'rules', 'all'] as const;
export type Triggers = (typeof layersOfTriggers)[number];

/** Foreign keys stay in any case. */
export async function setTriggers(client: pg.Client, which: Triggers): Promise<void> {
  const { rows } = await client.query<{ table_name: string; name: string; layer: Triggers }>(
    `select
       tgrelid::regclass as table_name,
       quote_ident(tgname) as name,
       case
         when tgname ~ 'count_|follow_|completed_at' then 'status'
         when tgname ~ '^70_keep_' then 'all'
         else 'rules'
       end as layer
     from pg_trigger
     where tgrelid in ('postil.responses'::regclass, 'postil.records'::regclass, 'postil.datasets'::regclass)
       and not tgisinternal`,
  );
  for (const { table_name, name, layer } of rows) {
    const enabled = layersOfTriggers.indexOf(layer) <= layersOfTriggers.indexOf(which);
    await client.query(`alter table ${table_name} ${enabled ? 'enable' : 'disable'} trigger ${name}`);
  }
}

/** Runs something with several sessions of the same role, which are closed afterwards. */
export async function withSessions<Result>(
  databaseUrl: string,
  count: number,
  use: (sessions: pg.Client[]) => Promise<Result>,
): Promise<Result> {
  const sessions = await Promise.all(
    Array.from({ length: count }, async () => {
      const client = new pg.Client({ connectionString: databaseUrl });
      await client.connect();
      return client;
    }),
  );
  try {
    return await use(sessions);
  } finally {
    await Promise.all(sessions.map((session) => session.end()));
  }
}

/** The session acts as this user, as PostgREST makes it. */
export async function actAs(client: pg.Client, user: string): Promise<void> {
  await client.query(
    `select set_config('role', 'authenticated', false), set_config('request.jwt.claims', $1, false)`,
    [JSON.stringify({ sub: user, role: 'authenticated' })],
  );
}

export async function actAsOwner(client: pg.Client): Promise<void> {
  await client.query(`select set_config('role', 'none', false), set_config('request.jwt.claims', '', false)`);
}
