/** What compiles and what does not. Checked by `tsc --noEmit`; nothing here runs. */
import { expectTypeOf, test } from 'vitest';
import {
  createPostil,
  isPostilError,
  type Json,
  type JsonObject,
  type Me,
  type PostilError,
  type PostilRecord,
} from '../../client/src/index.ts';

const postil = createPostil({ url: 'http://127.0.0.1:1', apiKey: 'none' });
const mail = postil.namespace('demo').dataset('mail');

test('a row of a table has the types of its columns', async () => {
  const { data, error } = await postil.rest.from('records').select('id, status, completed_at, fields');
  expectTypeOf(data).toEqualTypeOf<
    | {
        id: string;
        status: 'pending' | 'completed';
        completed_at: string | null;
        fields: JsonObject;
      }[]
    | null
  >();
  if (error) expectTypeOf(error.hint).toEqualTypeOf<string>();
});

test('embedding follows the foreign keys', async () => {
  const { data } = await postil.rest.from('records').select('id, responses(status, values)');
  expectTypeOf<NonNullable<typeof data>[number]['responses']>().toEqualTypeOf<
    { status: 'draft' | 'submitted' | 'discarded'; values: { [question: string]: { value: Json } } | null }[]
  >();
});

test('an insert needs what has no default, and nothing else', () => {
  postil.rest.from('records').insert({ namespace: 'demo', dataset: 'mail', fields: { text: 'hi' } });
  postil.rest.from('responses').insert({ namespace: 'demo', record_id: 'x', values: { a: { value: 1 } } });
  // @ts-expect-error fields has no default
  postil.rest.from('records').insert({ namespace: 'demo', dataset: 'mail' });
});

test('what only the database writes cannot be written', () => {
  const row = { namespace: 'demo', dataset: 'mail', fields: {} };
  // @ts-expect-error status is generated
  postil.rest.from('records').insert({ ...row, status: 'completed' });
  // @ts-expect-error submitted_count is maintained by triggers
  postil.rest.from('records').insert({ ...row, submitted_count: 1 });
  // @ts-expect-error completed_at is maintained by triggers
  postil.rest.from('records').update({ completed_at: null });
  // @ts-expect-error protected is not granted
  postil.rest.from('namespaces').update({ protected: false });
  // @ts-expect-error inserted_at is not granted
  postil.rest.from('responses').insert({ namespace: 'demo', record_id: 'x', inserted_at: '2020-01-01' });
});

test('unknown names do not compile', () => {
  // @ts-expect-error no such table
  postil.rest.from('recrods');
  // @ts-expect-error no such column
  postil.rest.from('records').insert({ namespace: 'demo', dataset: 'mail', fields: {}, colour: 'red' });
  // @ts-expect-error no such function
  postil.rest.rpc('upsert_recrods');
  // @ts-expect-error no such parameter
  postil.rest.rpc('dataset_progress', { namespace: 'demo', set: 'mail' });
  // @ts-expect-error no such status
  mail.records.iterate({ status: 'done' });
  // @ts-expect-error no such key of a record
  mail.records.log([{ external_id: '1', field: {} }]);
  // @ts-expect-error a response that does not say which record it is about
  mail.responses.submitMany([{ values: { label: 'spam' } }]);
  // @ts-expect-error which of the two?
  mail.responses.upsert([{ record_id: 'x', external_id: 'y' }]);
  // @ts-expect-error no such key of a definition
  postil.namespace('demo').datasets.create({ key: 'mail', question: [] });
});

test('columns of results that may be null say so', async () => {
  const { data } = await postil.rest.rpc('upsert_records', { namespace: 'demo', dataset: 'mail', rows: [] });
  const result = data?.[0];
  expectTypeOf<NonNullable<typeof result>['id']>().toEqualTypeOf<string | null>();
  expectTypeOf<NonNullable<typeof result>['action']>().toEqualTypeOf<
    'inserted' | 'updated' | 'unchanged' | 'refused'
  >();
  expectTypeOf<Me['members']['demo']>().toEqualTypeOf<'viewer' | 'annotator' | 'reviewer' | 'admin'>();
});

test('what is known of users who leave has the types of its JSON', async () => {
  const preview = await postil.users.preview('x');
  expectTypeOf(preview.responses).toEqualTypeOf<number>();
  expectTypeOf(preview.memberships[0]?.role).toEqualTypeOf<Me['members']['demo'] | undefined>();
  const { state, rate } = await postil.users.deletionProgress('x');
  expectTypeOf(state).toEqualTypeOf<'running' | 'cancelled' | 'finished'>();
  expectTypeOf(rate).toEqualTypeOf<number | null>();
  // @ts-expect-error how many responses they are expected to have
  postil.users.delete('x');
  // @ts-expect-error no such way
  postil.users.restore('x', { onConflict: 'ignore' });
});

test('iterate gives rows of the shape that was selected', async () => {
  for await (const record of mail.records.iterate()) expectTypeOf(record).toEqualTypeOf<PostilRecord>();
  for await (const record of mail.records.iterate({ select: 'external_id, responses(status)' })) {
    expectTypeOf(record).toEqualTypeOf<{
      external_id: string | null;
      responses: { status: 'draft' | 'submitted' | 'discarded' }[];
    }>();
  }
  mail.records.iterate({ filter: (query) => query.contains('metadata', { split: 'test' }) });
});

test('log takes arrays, generators and streams of rows', () => {
  type Rows = Parameters<typeof mail.records.log>[0];
  expectTypeOf<{ external_id: string; fields: { text: string } }[]>().toExtend<Rows>();
  expectTypeOf<AsyncGenerator<{ fields: { text: string } }>>().toExtend<Rows>();
  expectTypeOf<string>().not.toExtend<Rows>();
});

test('the guard narrows to the error', () => {
  const thrown: unknown = null;
  if (isPostilError(thrown, 'PN404')) {
    expectTypeOf(thrown).toEqualTypeOf<PostilError>();
    expectTypeOf(thrown.status).toEqualTypeOf<number>();
    expectTypeOf(thrown.hint).toEqualTypeOf<string | null>();
  }
});
