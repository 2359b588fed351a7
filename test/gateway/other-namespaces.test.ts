/**
 * Who is a member of one namespace learns nothing of another one: whatever they ask about it, the answer is that for a
 * namespace, a record, a user that does not exist.
 */
import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, test } from 'vitest';
import { type Server, startServer } from '../support/server.ts';
import { type Caller, caller, post, secretsOf, token } from './http.ts';

/** What a question is about. */
type Subject = { namespace: string; dataset: string; record: string; external: string; user: string };
type Question = (subject: Subject) => [path: string, init?: RequestInit];

const dataset = 'letters';
let server: Server;
let own: Subject;
let hidden: Subject;
const callers: Record<string, Caller> = {};

beforeAll(async () => {
  server = await startServer({ env: { POSTIL_WORKER: 'off' } });
  const owner = caller(server.url, server.ownerKey);
  const made = async <Row>(path: string, body: unknown): Promise<Row> => {
    const answer = await owner(path, post(body, { prefer: 'return=representation' }));
    const text = await answer.text();
    expect(answer.status, text).toBeLessThan(300);
    return [JSON.parse(text)].flat()[0] as Row;
  };
  const signedIn = async (name: string, namespace: string, role: string) => {
    const { id } = await made<{ id: string }>('/rest/v1/users', { name });
    await made('/rest/v1/members', { namespace, user_id: id, role });
    callers[name] = caller(
      server.url,
      await token({ role: 'authenticated', sub: id }, secretsOf(server).jwt_secret),
    );
    return id;
  };
  const fill = async (namespace: string, external: string): Promise<Omit<Subject, 'user'>> => {
    await made('/rest/v1/namespaces', { key: namespace });
    await made('/rest/v1/rpc/create_dataset', {
      namespace,
      definition: { key: dataset, fields: [{ name: 'text' }], questions: [{ name: 'mood', type: 'text' }] },
    });
    const { id } = await made<{ id: string }>('/rest/v1/records', {
      namespace,
      dataset,
      external_id: external,
      fields: { text: 'Dear all' },
    });
    return { namespace, dataset, record: id, external };
  };
  own = { ...(await fill('mine', 'mine-1')), user: '' };
  own.user = await signedIn('admin', 'mine', 'admin');
  await signedIn('annotator', 'mine', 'annotator');
  hidden = { ...(await fill('hidden', 'hidden-1')), user: '' };
  hidden.user = await signedIn('someone', 'hidden', 'annotator');
  await callers['someone']?.(
    '/rest/v1/rpc/submit_response',
    post({ namespace: 'hidden', record_id: hidden.record, values: { mood: { value: 'good' } } }),
  );
  // So that there is a history, events, and an audit of it.
  await owner('/rest/v1/namespaces?key=eq.hidden', {
    method: 'PATCH',
    body: JSON.stringify({ name: 'Hidden' }),
  });
});

const tables = {
  namespaces: (s: Subject) => `key=eq.${s.namespace}`,
  members: (s: Subject) => `namespace=eq.${s.namespace}`,
  users: (s: Subject) => `id=eq.${s.user}`,
  datasets: (s: Subject) => `namespace=eq.${s.namespace}&key=eq.${s.dataset}`,
  fields: (s: Subject) => `namespace=eq.${s.namespace}&dataset=eq.${s.dataset}&name=eq.text`,
  questions: (s: Subject) => `namespace=eq.${s.namespace}&dataset=eq.${s.dataset}&name=eq.mood`,
  metadata_properties: (s: Subject) => `namespace=eq.${s.namespace}&dataset=eq.${s.dataset}&name=eq.x`,
  records: (s: Subject) => `namespace=eq.${s.namespace}&id=eq.${s.record}`,
  responses: (s: Subject) => `namespace=eq.${s.namespace}&record_id=eq.${s.record}&user_id=eq.${s.user}`,
  suggestions: (s: Subject) =>
    `namespace=eq.${s.namespace}&record_id=eq.${s.record}&question=eq.mood&agent=eq.x`,
  events: (s: Subject) => `namespace=eq.${s.namespace}`,
  changes: (s: Subject) => `namespace=eq.${s.namespace}`,
  audit: (s: Subject) => `namespace=eq.${s.namespace}`,
};

const json = (method: string, body: unknown, headers: Record<string, string> = {}): RequestInit => ({
  method,
  body: JSON.stringify(body),
  headers: { prefer: 'return=representation', ...headers },
});

const rows: Record<string, (s: Subject) => object> = {
  namespaces: (s) => ({ key: s.namespace }),
  members: (s) => ({ namespace: s.namespace, user_id: s.user, role: 'viewer' }),
  datasets: (s) => ({ namespace: s.namespace, key: s.dataset }),
  fields: (s) => ({ namespace: s.namespace, dataset: s.dataset, name: 'text', type: 'text' }),
  questions: (s) => ({ namespace: s.namespace, dataset: s.dataset, name: 'mood', type: 'text' }),
  metadata_properties: (s) => ({ namespace: s.namespace, dataset: s.dataset, name: 'x', type: 'terms' }),
  records: (s) => ({
    namespace: s.namespace,
    dataset: s.dataset,
    external_id: s.external,
    fields: { text: 'x' },
  }),
  responses: (s) => ({
    namespace: s.namespace,
    record_id: s.record,
    status: 'submitted',
    values: { mood: { value: 'x' } },
  }),
  suggestions: (s) => ({
    namespace: s.namespace,
    record_id: s.record,
    question: 'mood',
    agent: 'x',
    value: 'x',
  }),
};

/** A row of one's own namespace that refers to what is elsewhere. */
const crossing: Record<string, (s: Subject) => [string, object]> = {
  'a response': (s) => ['responses', { namespace: 'mine', record_id: s.record, status: 'draft', values: {} }],
  'a suggestion': (s) => [
    'suggestions',
    { namespace: 'mine', record_id: s.record, question: 'mood', agent: 'x', value: 'x' },
  ],
};

const calls: Record<string, (s: Subject) => object> = {
  create_dataset: (s) => ({
    namespace: s.namespace,
    definition: { key: s.dataset, fields: [{ name: 'a' }], questions: [{ name: 'b', type: 'text' }] },
  }),
  publish_dataset: (s) => ({ namespace: s.namespace, dataset: s.dataset }),
  dataset_progress: (s) => ({ namespace: s.namespace, dataset: s.dataset }),
  user_progress: (s) => ({ namespace: s.namespace, dataset: s.dataset, user_id: s.user }),
  next_records: (s) => ({ namespace: s.namespace, dataset: s.dataset }),
  release_records: (s) => ({ namespace: s.namespace, record_ids: [s.record] }),
  explain_status: (s) => ({ namespace: s.namespace, record: s.record }),
  export_records: (s) => ({ namespace: s.namespace, dataset: s.dataset }),
  response_history: (s) => ({ namespace: s.namespace, record_id: s.record }),
  events_after: (s) => ({ namespace: s.namespace }),
  namespace_contents: (s) => ({ namespace: s.namespace }),
  protect_namespace: (s) => ({ namespace: s.namespace }),
  unprotect_namespace: (s) => ({ namespace: s.namespace }),
  delete_records: (s) => ({ namespace: s.namespace, ids: [s.record] }),
  submit_response: (s) => ({
    namespace: s.namespace,
    record_id: s.record,
    values: { mood: { value: 'x' } },
  }),
  upsert_responses: (s) => ({
    namespace: s.namespace,
    rows: [{ record_id: s.record, status: 'submitted', values: { mood: { value: 'x' } } }],
    on_error: 'report',
  }),
  upsert_records: (s) => ({
    namespace: s.namespace,
    dataset: s.dataset,
    rows: [{ id: s.record, fields: { text: 'x' } }],
    on_error: 'report',
  }),
  create_api_key: (s) => ({ name: 'k', user_id: s.user }),
  delete_user: (s) => ({ user_id: s.user, expected_responses: 1 }),
  delete_user_in_background: (s) => ({ user_id: s.user }),
  deletion_progress: (s) => ({ user_id: s.user }),
  cancel_deletion: (s) => ({ user_id: s.user }),
  user_deletion_preview: (s) => ({ user_id: s.user }),
  deactivate_user: (s) => ({ user_id: s.user }),
  reactivate_user: (s) => ({ user_id: s.user }),
  restore_user: (s) => ({ user_id: s.user }),
  erase_user: (s) => ({ user_id: s.user, name: 'someone' }),
};

const questions: Record<string, Question> = {
  ...Object.fromEntries(
    Object.entries(tables).flatMap(([table, filter]): [string, Question][] => [
      [`reading ${table}`, (s) => [`/rest/v1/${table}?${filter(s)}`, { headers: { prefer: 'count=exact' } }]],
      [
        `reading one of ${table}`,
        (s) => [
          `/rest/v1/${table}?${filter(s)}`,
          { headers: { accept: 'application/vnd.pgrst.object+json', 'if-none-match': '*' } },
        ],
      ],
    ]),
  ),
  ...Object.fromEntries(
    Object.entries(rows).flatMap(([table, row]): [string, Question][] => {
      const filter = tables[table as keyof typeof tables];
      return [
        [`adding to ${table}`, (s) => [`/rest/v1/${table}`, json('POST', row(s))]],
        [
          `adding to ${table}, or changing`,
          (s) => [`/rest/v1/${table}`, json('POST', row(s), { prefer: 'resolution=merge-duplicates' })],
        ],
        [`changing ${table}`, (s) => [`/rest/v1/${table}?${filter(s)}`, json('PATCH', row(s))]],
        [
          `changing ${table}, if they are what they were`,
          (s) => [`/rest/v1/${table}?${filter(s)}`, json('PATCH', row(s), { 'if-match': '*' })],
        ],
        [`deleting from ${table}`, (s) => [`/rest/v1/${table}?${filter(s)}`, json('DELETE', undefined)]],
      ];
    }),
  ),
  ...Object.fromEntries(
    Object.entries(crossing).map(([what, row]): [string, Question] => [
      `adding ${what} that refers there`,
      (s) => {
        const [table, values] = row(s);
        return [`/rest/v1/${table}`, json('POST', values)];
      },
    ]),
  ),
  ...Object.fromEntries(
    Object.entries(calls).map(([name, args]): [string, Question] => [
      `calling ${name}`,
      (s) => [`/rest/v1/rpc/${name}`, post(args(s))],
    ]),
  ),
  'embedding everything': (s) => [
    `/rest/v1/datasets?namespace=eq.${s.namespace}&select=*,namespaces(*),records(*,responses(*,users(*)),suggestions(*))`,
  ],
  'embedding from users': (s) => [`/rest/v1/users?select=id,members(namespace)&id=eq.${s.user}`],
  'the export': (s) => [`/v1/namespaces/${s.namespace}/datasets/${s.dataset}/export`],
};

describe.for(['admin', 'annotator'])('to an %s of another namespace', (name) => {
  test.for(Object.entries(questions))('%s', async ([, question]) => {
    const missing: Subject = {
      namespace: 'absent',
      dataset,
      record: randomUUID(),
      external: 'absent-1',
      user: randomUUID(),
    };
    const about = async (subject: Subject) => {
      const [path, init] = question(subject);
      const answer = await (callers[name] as Caller)(path, init);
      let text = await answer.text();
      // An id or key that was asked about comes back in some answers.
      for (const [what, said] of Object.entries(subject)) text = text.replaceAll(said, `(${what})`);
      const headers = ['content-range', 'etag', 'content-type', 'location'].map((one) =>
        answer.headers.get(one),
      );
      return { status: answer.status, text, headers };
    };
    const answer = await about(hidden);
    expect(answer).toEqual(await about(missing));
    expect(JSON.stringify(answer)).not.toMatch(/Hidden|someone|good/);
  });
});

test('an id that a record has there is free here', async () => {
  const admin = callers['admin'] as Caller;
  const added = await admin(
    '/rest/v1/records',
    json('POST', { namespace: 'mine', dataset, id: hidden.record, fields: { text: 'x' } }),
  );
  expect(added.status).toBe(201);
  await admin(`/rest/v1/records?namespace=eq.mine&id=eq.${hidden.record}`, { method: 'DELETE' });
});

test('and it is as it was', async () => {
  const answer = await caller(server.url, server.ownerKey)(
    '/rest/v1/rpc/namespace_contents',
    post({ namespace: 'hidden' }),
  );
  expect(await answer.json()).toMatchObject({
    datasets: 1,
    members: 1,
    records: 1,
    responses: 1,
    suggestions: 0,
  });
});
