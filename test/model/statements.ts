/** Random statements, each as SQL for the database and as what it means to the model. */
import fc from 'fast-check';
import {
  type Between,
  betweenImport,
  betweenMerge,
  betweenUpsert,
  callUpsertResponses,
  changeDataset,
  changeRecord,
  createDataset,
  createRecord,
  createUser,
  deactivateUser,
  deleteDataset,
  deleteRecord,
  deleteResponses,
  deleteUsers,
  type Filter,
  insertResponses,
  type Model,
  mergeResponses,
  namespaces,
  type Place,
  type Response,
  reactivateUser,
  records,
  type Status,
  statuses,
  updateResponses,
  upsertRecords,
  upsertResponses,
  users,
} from './status-model.ts';

export type Statement = {
  sql: string;
  /** Rows that follow on standard input, where the statement is COPY. */
  rows?: string[][];
  /** Where triggers of several kinds fire, one after the other. */
  between?: Between;
  /** Changes the model; returns the code of the expected error instead. */
  apply(model: Model): string | undefined;
};

const columns = 'postil.responses (namespace, record_id, user_id, status, values)';
const values = '{"mood": {"value": "good"}}';
export const recordId = (record: number) => `00000000-0000-7000-8000-0000000000a${record}`;
export const userId = (user: number) => `00000000-0000-7000-8000-0000000000b${user}`;

const cells = (row: Response) => [row.namespace, recordId(row.record), userId(row.user), row.status, values];
const tuples = (rows: Response[]) =>
  rows.map((row) => `(${cells(row).map((cell) => `'${cell}'`)})`).join(', ');
const where = ({ namespace, record, user }: Filter) =>
  [
    'true',
    ...(namespace === undefined ? [] : [`namespace = '${namespace}'`]),
    ...(record === undefined ? [] : [`record_id = '${recordId(record)}'`]),
    ...(user === undefined ? [] : [`user_id = '${userId(user)}'`]),
  ].join(' and ');
const wherePlace = ({ namespace, record }: Place) =>
  `namespace = '${namespace}' and id = '${recordId(record)}'`;

const aNamespace = fc.constantFrom(...namespaces);
const aRecord = fc.constantFrom(...records);
const aUser = fc.constantFrom(...users);
const aStatus = fc.constantFrom(...statuses);
const aMin = fc.integer({ min: 1, max: 3 });
const aMinOrNone = fc.integer({ min: 0, max: 3 });
const aPlace = fc.record({ namespace: aNamespace, record: aRecord });
const aResponse = fc.record({ namespace: aNamespace, record: aRecord, user: aUser, status: aStatus });
const aFilter = fc.record({
  namespace: fc.option(aNamespace, { nil: undefined }),
  record: fc.option(aRecord, { nil: undefined }),
  user: fc.option(aUser, { nil: undefined }),
});
const someResponses = fc.array(aResponse, { minLength: 1, maxLength: 5 });
const distinctResponses = fc.uniqueArray(aResponse, {
  minLength: 1,
  maxLength: 8,
  selector: ({ namespace, record, user }) => `${namespace}/${record}/${user}`,
});

const insert = (rows: Response[]): Statement => ({
  sql: `insert into ${columns} values ${tuples(rows)}`,
  apply: (model) => insertResponses(model, rows),
});

const copy = (rows: Response[]): Statement => ({
  sql: columns,
  rows: rows.map(cells),
  apply: (model) => insertResponses(model, rows),
});

const upsert = (rows: Response[]): Statement => ({
  sql:
    `insert into ${columns} values ${tuples(rows)} ` +
    'on conflict (namespace, record_id, user_id) do update set status = excluded.status',
  between: (model) => betweenUpsert(model, rows),
  apply: (model) => upsertResponses(model, rows),
});

const callUpsert = ([namespace, all]: [string, Response[]]): Statement => {
  const rows = all.filter((row) => row.namespace === namespace);
  const sent = rows.map((row) => ({
    record_id: recordId(row.record),
    user_id: userId(row.user),
    status: row.status,
    values: JSON.parse(values),
  }));
  return {
    sql: `select from postil.upsert_responses('${namespace}', '${JSON.stringify(sent)}')`,
    apply: (model) => callUpsertResponses(model, rows),
  };
};

const merge = (rows: Response[]): Statement => ({
  sql:
    `merge into postil.responses as old using (values ${tuples(rows)}) as new (n, r, u, s, v) ` +
    'on old.namespace = new.n and old.record_id = new.r::uuid and old.user_id = new.u::uuid ' +
    `when matched and new.s = 'discarded' then delete ` +
    'when matched then update set status = new.s::postil.response_status ' +
    'when not matched then insert (namespace, record_id, user_id, status, values) ' +
    'values (new.n, new.r::uuid, new.u::uuid, new.s::postil.response_status, new.v::jsonb)',
  between: (model) => betweenMerge(model, rows),
  apply: (model) => mergeResponses(model, rows),
});

const setStatus = ([filter, status]: [Filter, Status]): Statement => ({
  sql: `update postil.responses set status = '${status}' where ${where(filter)}`,
  apply: (model) => updateResponses(model, filter, () => status),
});

const rotateStatus = (filter: Filter): Statement => ({
  sql:
    `update postil.responses set status = (case status when 'draft' then 'submitted' when 'submitted' then ` +
    `'discarded' else 'draft' end)::postil.response_status where ${where(filter)}`,
  apply: (model) =>
    updateResponses(model, filter, (old) => statuses[(statuses.indexOf(old) + 1) % 3] as Status),
});

const remove = (filter: Filter): Statement => ({
  sql: `delete from postil.responses where ${where(filter)}`,
  apply: (model) => deleteResponses(model, filter),
});

/** The responses of one user go while those of others come. */
const replace = ([user, rows]: [number, Response[]]): Statement => {
  const others = rows.filter((row) => row.user !== user);
  if (others.length === 0) return remove({ user });
  return {
    sql:
      `with gone as (delete from postil.responses where user_id = '${userId(user)}') ` +
      `insert into ${columns} values ${tuples(others)}`,
    // The insert counts first, so no completed record dips.
    apply: (model) => insertResponses(model, others) ?? deleteResponses(model, { user }),
  };
};

const truncate: Statement = {
  sql: 'truncate postil.responses',
  apply: (model) => deleteResponses(model, {}),
};

const truncateUsers: Statement = {
  sql: 'truncate postil.users cascade',
  apply: (model) => deleteUsers(model, users),
};

const makeUser = (user: number): Statement => ({
  sql: `insert into postil.users (id, name) values ('${userId(user)}', 'user ${user}')`,
  apply: (model) => createUser(model, user),
});

const removeUsers = (gone: number[]): Statement => ({
  sql: `delete from postil.users where id in (${gone.map((user) => `'${userId(user)}'`)})`,
  apply: (model) => deleteUsers(model, gone),
});

const deactivate = ([user, excluded]: [number, boolean]): Statement => ({
  sql: `select from postil.deactivate_user('${userId(user)}', ${excluded})`,
  apply: (model) => deactivateUser(model, user, excluded),
});

const reactivate = (user: number): Statement => ({
  sql: `select from postil.reactivate_user('${userId(user)}')`,
  apply: (model) => reactivateUser(model, user),
});

/** Of a column that follows from the deactivation of users. */
const forgeExclusion = (filter: Filter): Statement => ({
  sql: `update postil.responses set excluded = not excluded where ${where(filter)}`,
  apply: () => 'PN403',
});

const makeDataset = ([namespace, min]: [string, number]): Statement => ({
  sql: `select test.dataset('letters', ${min}, '${namespace}')`,
  apply: (model) => createDataset(model, namespace, min),
});

const removeDataset = (namespace: string): Statement => ({
  sql: `delete from postil.datasets where namespace = '${namespace}'`,
  apply: (model) => deleteDataset(model, namespace),
});

const setDatasetMin = ([namespace, min]: [string, number]): Statement => ({
  sql: `update postil.datasets set min_submitted = ${min} where namespace = '${namespace}'`,
  apply: (model) => changeDataset(model, namespace, min),
});

const makeRecord = ([place, min]: [Place, number]): Statement => ({
  sql:
    'insert into postil.records (namespace, id, dataset, fields, min_submitted, submitted_count, completed_at) ' +
    `values ('${place.namespace}', '${recordId(place.record)}', 'letters', '{}', ${min}, 9, now())`,
  apply: (model) => createRecord(model, place, min),
});

const removeRecord = (place: Place): Statement => ({
  sql: `delete from postil.records where ${wherePlace(place)}`,
  apply: (model) => deleteRecord(model, place),
});

const setRecordMin = ([place, min]: [Place, number]): Statement => ({
  sql: `update postil.records set min_submitted = ${min} where ${wherePlace(place)}`,
  apply: (model) => changeRecord(model, place, min),
});

const forge = (place: Place): Statement => ({
  sql: `update postil.records set submitted_count = submitted_count + 1 where ${wherePlace(place)}`,
  apply: () => 'PN403',
});

type ImportRow = { record: number; min: number; responses: { user: number; status: Status }[] };

const importRows = ([namespace, rows]: [string, ImportRow[]]): Statement => {
  const sent = rows.map((row) => ({
    id: recordId(row.record),
    fields: {},
    min_submitted: row.min,
    responses: row.responses.map(({ user, status }) => ({
      user_id: userId(user),
      status,
      values: JSON.parse(values),
    })),
  }));
  return {
    sql: `select from postil.upsert_records('${namespace}', 'letters', '${JSON.stringify(sent)}')`,
    between: (model) => betweenImport(model, namespace, rows),
    apply: (model) =>
      upsertRecords(
        model,
        namespace,
        rows.map((row) => ({
          ...row,
          responses: row.responses.map((response) => ({ namespace, record: row.record, ...response })),
        })),
      ),
  };
};

const someImportRows = fc.uniqueArray(
  fc.record({
    record: aRecord,
    min: aMinOrNone,
    responses: fc.uniqueArray(fc.record({ user: aUser, status: aStatus }), {
      selector: ({ user }) => user,
    }),
  }),
  { minLength: 1, selector: ({ record }) => record },
);

/** Any statement; in a counterexample it is printed as SQL. */
export const aStatement: fc.Arbitrary<Statement> = fc
  .oneof(
    { weight: 6, arbitrary: fc.oneof(someResponses, distinctResponses).map(insert) },
    { weight: 3, arbitrary: distinctResponses.map(copy) },
    { weight: 6, arbitrary: fc.oneof(someResponses, distinctResponses).map(upsert) },
    { weight: 6, arbitrary: fc.tuple(aNamespace, distinctResponses).map(callUpsert) },
    { weight: 4, arbitrary: distinctResponses.map(merge) },
    { weight: 4, arbitrary: fc.tuple(aFilter, aStatus).map(setStatus) },
    { weight: 4, arbitrary: aFilter.map(rotateStatus) },
    { weight: 3, arbitrary: aFilter.map(remove) },
    { weight: 2, arbitrary: fc.tuple(aUser, distinctResponses).map(replace) },
    { weight: 1, arbitrary: fc.constantFrom(truncate, truncateUsers) },
    { weight: 3, arbitrary: aUser.map(makeUser) },
    { weight: 2, arbitrary: fc.uniqueArray(aUser, { minLength: 1 }).map(removeUsers) },
    { weight: 6, arbitrary: fc.tuple(aUser, fc.constantFrom(true, true, false)).map(deactivate) },
    { weight: 2, arbitrary: aUser.map(reactivate) },
    { weight: 1, arbitrary: aFilter.map(forgeExclusion) },
    { weight: 2, arbitrary: fc.tuple(aNamespace, aMin).map(makeDataset) },
    { weight: 1, arbitrary: aNamespace.map(removeDataset) },
    { weight: 4, arbitrary: fc.tuple(aNamespace, aMin).map(setDatasetMin) },
    { weight: 3, arbitrary: fc.tuple(aPlace, aMinOrNone).map(makeRecord) },
    { weight: 1, arbitrary: aPlace.map(removeRecord) },
    { weight: 4, arbitrary: fc.tuple(aPlace, aMin).map(setRecordMin) },
    { weight: 1, arbitrary: aPlace.map(forge) },
    { weight: 6, arbitrary: fc.tuple(aNamespace, someImportRows).map(importRows) },
  )
  .map((statement) => ({ ...statement, [fc.toStringMethod]: () => `\n  ${print(statement)};` }));

const print = ({ sql, rows }: Statement) => (rows ? `copy ${sql}: ${JSON.stringify(rows)}` : sql);

/** Everything there at the start, so that most statements meet something. */
export const beginning: Statement[] = [
  ...users.map(makeUser),
  ...namespaces.map((namespace) => makeDataset([namespace, 2])),
  ...namespaces.flatMap((namespace) => records.map((record) => makeRecord([{ namespace, record }, 0]))),
];
