/**
 * npm run demo: real mail through the whole of Postil. Imports a corpus, lets three annotators answer 1,000 mails over
 * HTTP, deletes one of them by plain SQL, shows the records that re-opened, and verifies everything.
 *
 * Works on the Postil that runs on .postil, or starts one there for as long as it takes.
 */
import { readFileSync } from 'node:fs';
import pg from 'pg';
import {
  createPostil,
  type DatasetDefinition,
  type DatasetHandle,
  type Postil,
  type Progress,
} from '../client/src/index.ts';
import { printRows } from '../gateway/cli/output.ts';
import { defaultData, findRunning, findTarget } from '../gateway/cli/target.ts';
import { serve } from '../gateway/serve.ts';
import { dataDirectory } from '../gateway/stack/data-directory.ts';
import { answerAll, type Task } from './annotators.ts';
import { type Mail, readMails } from './mail.ts';

const names = ['ann', 'bob', 'cyd'];
const say = console.log;
const mailsToAnswer = 1_000;
const definition: DatasetDefinition = JSON.parse(
  readFileSync(new URL('../docs/examples/mail.json', import.meta.url), 'utf8'),
);

const started = findRunning(defaultData) ? undefined : await start();
try {
  await demo();
} finally {
  await started?.stop();
}

function start() {
  const { DATABASE_URL: databaseUrl } = process.env;
  return serve({
    data: dataDirectory(defaultData),
    port: 8000,
    databaseUrl,
    migrate: false,
    env: process.env,
    say,
  });
}

async function demo(): Promise<void> {
  const target = await findTarget({ data: defaultData });
  const owner = createPostil({ url: target.url, apiKey: target.token });
  const namespace = await makeNamespace(owner);
  const dataset = owner.namespace(namespace).dataset(definition.key);
  say(`Postil at ${target.name}, namespace ${namespace}\n`);

  const mails = readMails();
  const imported = await dataset.records.log(mails.map(({ label: _, ...record }) => record));
  say(`Imported ${imported.inserted} real mails.`);

  const tasks = await chooseTasks(dataset, mails);
  const annotators: DatasetHandle[] = [];
  for (const name of names) annotators.push(await makeAnnotator(owner, target.url, namespace, name));
  say(
    `${names.join(', ')} answer ${tasks.length} of them; ${definition.min_submitted} submitted responses complete a record.`,
  );
  let answers = 0;
  let shown = Promise.resolve();
  await answerAll(annotators, tasks, () => {
    answers += 1;
    if (answers % 350 === 0) shown = shown.then(async () => showProgress(await dataset.progress()));
  });
  await shown;
  if (answers % 350 !== 0) showProgress(await dataset.progress());

  await deleteOne(namespace, dataset);
  await verify(owner);
}

/** 1,000 mails from all parts of the corpus. */
async function chooseTasks(dataset: DatasetHandle, mails: Mail[]): Promise<Task[]> {
  const every = Math.floor(mails.length / mailsToAnswer);
  const chosen = new Map(
    mails.filter((_, index) => index % every === 0).map((mail) => [mail.external_id, mail]),
  );
  const tasks: Task[] = [];
  for await (const { id, external_id } of dataset.records.iterate({ select: 'id, external_id' })) {
    const mail = chosen.get(external_id ?? '');
    if (mail && tasks.length < mailsToAnswer) tasks.push({ recordId: id, mail });
  }
  return tasks;
}

async function deleteOne(namespace: string, dataset: DatasetHandle): Promise<void> {
  const sql = new pg.Client({ connectionString: findRunning(defaultData)?.database_url });
  await sql.connect();
  const deletion = `delete from postil.users where name = '${names.at(-1)}'`;
  say(`\npostil=> ${deletion};`);
  await sql.query(deletion);
  showProgress(await dataset.progress());
  const { rows } = await sql.query(
    `select left(fields ->> 'subject', 44) as subject, submitted_count, min_submitted, status, completed_at
     from postil.records
     where namespace = $1 and status = 'pending' and submitted_count > 0
     order by id
     limit 5`,
    [namespace],
  );
  await sql.end();
  say('\nFive of the records that re-opened:');
  printRows(rows, ['subject', 'submitted_count', 'min_submitted', 'status', 'completed_at'], false);
}

async function verify(owner: Postil): Promise<void> {
  say('\npostil verify');
  const checks = unwrap(await owner.rest.rpc('verify'));
  printRows(checks, ['promise', 'check', 'checked', 'wrong'], false);
  if (checks.some(({ wrong }) => wrong > 0)) process.exitCode = 10;
}

function showProgress({ completed, pending, submitted }: Progress): void {
  say(`  ${submitted} submitted responses: ${completed} records completed, ${pending} pending`);
}

/** A new namespace with the dataset in it, so that the demo can be run again. */
async function makeNamespace(owner: Postil): Promise<string> {
  const found = unwrap(await owner.rest.from('namespaces').select('key').like('key', 'demo%'));
  const taken = new Set(found.map(({ key }) => key));
  let namespace = 'demo';
  for (let number = 2; taken.has(namespace); number += 1) namespace = `demo-${number}`;
  unwrap(await owner.rest.from('namespaces').insert({ key: namespace, name: 'Demo' }).select());
  await owner.namespace(namespace).datasets.create(definition);
  return namespace;
}

/** The dataset as an annotator sees it: a user, new or not, with a role in the namespace and an API key of their own. */
async function makeAnnotator(
  owner: Postil,
  url: string,
  namespace: string,
  name: string,
): Promise<DatasetHandle> {
  const [user] = unwrap(await owner.rest.from('users').upsert({ name }, { onConflict: 'name' }).select('id'));
  const user_id = user?.id as string;
  unwrap(await owner.rest.from('members').insert({ namespace, user_id, role: 'annotator' }).select());
  const [key] = unwrap(await owner.rest.rpc('create_api_key', { name: 'demo', user_id }));
  return createPostil({ url, apiKey: key?.api_key as string })
    .namespace(namespace)
    .dataset(definition.key);
}

function unwrap<Data>({ data, error }: { data: Data; error: unknown }): NonNullable<Data> {
  if (error !== null || data === null || data === undefined) throw error;
  return data;
}
