/**
 * The races that have left other systems with wrong statuses. Each is a few sessions that do their own kind of work on the
 * same rows at the same time: by plain statements, as any SQL client writes them, and by the functions of the API.
 */
import fc from 'fast-check';

export type Operation = { sql: string; values: unknown[] };

export type Race = {
  name: string;
  /** By the API's functions alone no deadlock may happen; plain statements may be picked as victims, and try again. */
  by: 'functions' | 'statements';
  /** One for each session: what it does, again and again. */
  sessions: fc.Arbitrary<Operation>[];
};

const recordCount = 40;
const userCount = 8;

export const namespace = 'default';
export const dataset = 'letters';
export const recordId = (record: number) =>
  `00000000-0000-7000-8000-00000000a${String(record).padStart(3, '0')}`;
export const userId = (user: number) => `00000000-0000-7000-8000-00000000b${String(user).padStart(3, '0')}`;

const insertRecords = `
  insert into postil.records (namespace, dataset, id, fields)
  select '${namespace}', '${dataset}', id, '{"text": "Dear all"}'
  from unnest($1::uuid[]) as id
  on conflict do nothing`;

/** Users and records that the races are about. */
export const beginning: Operation[] = [
  { sql: 'select test.dataset($1, min_submitted => 2)', values: [dataset] },
  ...numbers(userCount).map(createUser),
  // Who asks for records is a member; user 2, who comes and goes, is none.
  {
    sql: `insert into postil.members (namespace, user_id, role)
          select '${namespace}', unnest($1::uuid[]), 'annotator'`,
    values: [[0, 1, 3].map(userId)],
  },
  { sql: insertRecords, values: [numbers(recordCount).map(recordId)] },
];

type Answer = { record: number; user: number; status: string };

const aRecord = fc.nat(recordCount - 1);
const aStatus = fc.constantFrom('submitted', 'submitted', 'submitted', 'draft', 'discarded');
const someRecords = fc.uniqueArray(aRecord, { minLength: 2, maxLength: 20 });

const anAnswer = (user: number, record: fc.Arbitrary<number> = aRecord): fc.Arbitrary<Answer> =>
  fc.record({ record, user: fc.constant(user), status: aStatus });
const manyAnswers = (user: number): fc.Arbitrary<Answer[]> =>
  fc
    .tuple(someRecords, aStatus)
    .map(([records, status]) => records.map((record) => ({ record, user, status })));

const ways = {
  statements: {
    respond: (answers: Answer[]): Operation => ({
      sql: `insert into postil.responses (namespace, record_id, user_id, status, values)
            select r.namespace, r.id, a.user_id, a.status, a.values
            from jsonb_to_recordset($1) as a (
              record_id uuid, user_id uuid, status postil.response_status, values jsonb
            )
            join postil.records as r on r.namespace = '${namespace}' and r.id = a.record_id
            on conflict (namespace, record_id, user_id) do update
            set status = excluded.status, values = excluded.values`,
      values: [JSON.stringify(answers.map(row))],
    }),
    removeRecords: (records: number[]): Operation => ({
      sql: `delete from postil.records where namespace = '${namespace}' and id = any ($1)`,
      values: [records.map(recordId)],
    }),
  },
  functions: {
    respond: (answers: Answer[]): Operation => ({
      sql: `select * from postil.upsert_responses('${namespace}', $1, on_error => 'report')`,
      values: [JSON.stringify(answers.map(row))],
    }),
    removeRecords: (records: number[]): Operation => ({
      sql: `select * from postil.delete_records('${namespace}', $1)`,
      values: [records.map(recordId)],
    }),
  },
};

/** Rows in any order, which may leave something out or be bad, by a call that stores the good ones. */
const untidyAnswers = (user: number): fc.Arbitrary<Operation> =>
  fc
    .uniqueArray(
      fc.record({
        answer: anAnswer(user, fc.nat(9)),
        without: fc.constantFrom('nothing', 'nothing', 'nothing', 'nothing', 'status', 'values'),
        bad: fc.nat(30).map((nth) => nth === 0),
      }),
      { minLength: 2, maxLength: 10, selector: ({ answer }) => answer.record },
    )
    .chain((rows) =>
      // Most calls leave nothing out, and so have the users to share.
      fc.nat(2).map((tidy) =>
        rows.map(({ answer, without, bad }) => {
          const { status, values, ...whose } = row(answer);
          const said = { status, values: bad ? { mood: { value: 'no option' } } : values };
          if (tidy > 0 || without === 'nothing') return { ...whose, ...said };
          return without === 'status' ? { ...whose, values: said.values } : { ...whose, status };
        }),
      ),
    )
    .map((rows) => ({
      sql: `select * from postil.upsert_responses('${namespace}', $1, on_error => 'report')`,
      values: [JSON.stringify(rows)],
    }));

const importAnswers = (users: number[]): fc.Arbitrary<Operation> =>
  fc
    .tuple(fc.uniqueArray(fc.nat(9), { minLength: 1 }), aStatus, fc.constantFrom('{}', '{"x": 1}'))
    .map(([records, status, bad]) => ({
      sql: `select * from postil.upsert_records('${namespace}', '${dataset}', $1, on_error => 'report')`,
      values: [
        JSON.stringify([
          ...records.map((record) => ({
            id: recordId(record),
            fields: { text: 'Dear all' },
            responses: users.map((user) => ({
              user_id: userId(user),
              status,
              values: { mood: { value: 'bad' } },
            })),
          })),
          JSON.parse(bad),
        ]),
      ],
    }));

const importRecords = ([records, text]: [number[], string]): Operation => ({
  sql: `select * from postil.upsert_records('${namespace}', '${dataset}', $1)`,
  values: [JSON.stringify(records.map((record) => ({ id: recordId(record), fields: { text } })))],
});

const removeUser = (user: number): Operation => ({
  sql: 'delete from postil.users where id = $1',
  values: [userId(user)],
});

/** What one is given, or gives back; the claims of PostgREST say who asks. */
const askForRecords = (user: number): fc.Arbitrary<Operation> =>
  fc
    .constantFrom('next_records($2, $3, 1)', 'next_records($2, $3, 9)', 'release_records($2)')
    .map((call) => ({
      sql: `
      with caller as materialized (select set_config('request.jwt.claims', json_build_object('sub', $1::uuid)::text, true))
      select asked.* from caller cross join lateral postil.${call} as asked`,
      values: [userId(user), namespace, ...(call.includes('$3') ? [dataset] : [])],
    }));

const deactivate = (user: number, exclude: boolean): Operation => ({
  sql: 'select from postil.deactivate_user($1, exclude_responses => $2)',
  values: [userId(user), exclude],
});

const reactivate = (user: number): Operation => ({
  sql: 'select from postil.reactivate_user($1)',
  values: [userId(user)],
});

const restore = (user: number, otherwise: string): Operation => ({
  sql: 'select from postil.restore_user($1, on_conflict => $2)',
  values: [userId(user), otherwise],
});

const setMinSubmitted = (minSubmitted: number): Operation => ({
  sql: `update postil.datasets set min_submitted = $1, allow_extra_metadata = $1 = 2
        where namespace = '${namespace}' and key = '${dataset}'`,
  values: [minSubmitted],
});

export const races: Race[] = (['statements', 'functions'] as const).flatMap((by) => {
  const { respond, removeRecords } = ways[by];
  const single = (user: number, record?: fc.Arbitrary<number>) =>
    anAnswer(user, record).map((answer) => respond([answer]));
  const bulk = (user: number) => manyAnswers(user).map(respond);
  const ofFunctionsOnly: Race[] = [
    {
      name: 'two people answer in several calls each',
      by,
      sessions: [0, 0, 0, 1, 1, 1].map(untidyAnswers),
    },
    {
      name: 'people answer while imports and deletions do',
      by,
      sessions: [
        ...[0, 0, 1, 1].map(untidyAnswers),
        importAnswers([0, 1]),
        importAnswers([1, 2]),
        fc.uniqueArray(fc.nat(9), { minLength: 1, maxLength: 4 }).map(removeRecords),
        fc.integer({ min: 1, max: 3 }).map(setMinSubmitted),
        fc.boolean().map((there) => (there ? removeUser(2) : createUser(2))),
        ...[0, 1, 3, 3].map(askForRecords),
      ],
    },
    {
      name: 'users deleted and restored while others answer and records are deleted',
      by,
      sessions: [
        ...[0, 1].map((user) =>
          fc.oneof(
            fc.constant(removeUser(user)),
            fc.constantFrom('abort', 'skip', 'skip').map((otherwise) => restore(user, otherwise)),
            bulk(user),
          ),
        ),
        ...[2, 3].map(bulk),
        ...[1, 4].map((maxLength) => fc.uniqueArray(aRecord, { minLength: 1, maxLength }).map(removeRecords)),
        fc.tuple(someRecords, fc.constantFrom('Dear all', 'Dear both')).map(importRecords),
      ],
    },
  ];
  return [
    ...(by === 'functions' ? ofFunctionsOnly : []),
    {
      name: 'bulk upserts beside single submits',
      by,
      sessions: [
        ...numbers(2).map(bulk),
        ...numbers(userCount)
          .slice(2)
          .map((user) => single(user)),
      ],
    },
    {
      name: 'eight users on one record',
      by,
      sessions: numbers(userCount).map((user) => single(user, fc.constant(0))),
    },
    {
      name: 'a user deleted beside upserts by the same and by others',
      by,
      sessions: [
        fc.boolean().map((there) => (there ? removeUser(0) : createUser(0))),
        bulk(0),
        single(0),
        ...numbers(4).map((user) => bulk(user + 1)),
      ],
    },
    {
      name: 'a user deactivated and reactivated beside upserts by the same and by others',
      by,
      sessions: [
        fc.constantFrom(deactivate(0, true), deactivate(0, true), deactivate(0, false), reactivate(0)),
        fc.constantFrom(deactivate(1, true), reactivate(1), reactivate(0)),
        bulk(0),
        single(0),
        ...numbers(3).map((user) => bulk(user + 1)),
      ],
    },
    {
      name: 'records deleted beside responses',
      by,
      sessions: [
        someRecords.map(removeRecords),
        someRecords.map((records) => ({ sql: insertRecords, values: [records.map(recordId)] })),
        ...numbers(2).map(bulk),
        ...numbers(4).map((user) => single(user + 2)),
      ],
    },
    {
      name: 'min_submitted between 1 and 3 beside submits and new records',
      by,
      sessions: [
        fc.integer({ min: 1, max: 3 }).map(setMinSubmitted),
        someRecords.map(removeRecords),
        someRecords.map((records) => ({ sql: insertRecords, values: [records.map(recordId)] })),
        ...numbers(2).map(bulk),
        ...numbers(3).map((user) => single(user + 2)),
      ],
    },
  ];
});

function createUser(user: number): Operation {
  return {
    sql: 'insert into postil.users (id, name) values ($1, $2) on conflict do nothing',
    values: [userId(user), `user ${user}`],
  };
}

function row({ record, user, status }: Answer) {
  return { record_id: recordId(record), user_id: userId(user), status, values: { mood: { value: 'good' } } };
}

function numbers(count: number): number[] {
  return Array.from({ length: count }, (_, number) => number);
}
