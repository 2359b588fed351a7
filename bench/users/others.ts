/**
 * Four people submit one response after the other over HTTP, each to a record that nobody else of them answers at that
 * moment, while the worker deletes somebody who has answered all of these records; and while it does not.
 */
import { setTimeout as sleep } from 'node:timers/promises';
import type pg from 'pg';
import { type Line, median, percentile } from '../measure.ts';
import type { Server } from '../server.ts';
import { recordsOf, usersOf, values } from '../status/fixture.ts';
import { forgetHistory, makeUsers, responses, tidy } from './fixture.ts';

const rounds = 3;
/** Without a deletion. */
const seconds = 10;
/** A step through the records that has no common divisor with their number: from all over, as the deletion is. */
const step = 7_919;

type Person = { key: string; answered: number };
type Measured = { p99: number; slowest: number; failed: number; perSecond: number };

export async function benchOthers(
  client: pg.Client,
  server: Server,
  say: (message: string) => void,
): Promise<Line[]> {
  const what = 'submit of one response, 4 clients';
  say(`${what}, during the deletion of ${responses} responses in the background: ${rounds} rounds`);
  const records = await recordsOf(client, responses);
  const people = await Promise.all((await usersOf(client)).map((id) => personOf(server, id)));
  const during: Measured[] = [];
  const without: Measured[] = [];
  const rates: number[] = [];
  for (let round = 0; round < rounds; round += 1) {
    const [leaving = ''] = await makeUsers(client, 1, responses);
    await forgetHistory(client);
    await tidy(client);
    without.push(await submitUntil(server, people, records, sleep(seconds * 1000)));
    const began = performance.now();
    await client.query('select from postil.delete_user_in_background($1)', [leaving]);
    during.push(await submitUntil(server, people, records, untilGone(client, leaving)));
    rates.push((responses * 1000) / (performance.now() - began));
  }
  const all = [...during, ...without];
  const p99s = (measured: Measured[]) => measured.map(({ p99 }) => p99);
  return [
    {
      what: `${what}, during a deletion of ${responses} responses: p99; limit: without it`,
      ours: median(p99s(during)),
      limit: median(p99s(without)),
      unit: 'ms',
      ratio: median(during.map(({ p99 }, round) => p99 / (without[round] as Measured).p99)),
      least: '≤ 3',
    },
    {
      what: 'failed requests in that',
      ours: all.reduce((sum, { failed }) => sum + failed, 0),
      unit: '',
      least: '0',
    },
    { what: 'the slowest of these', ours: Math.max(...during.map(({ slowest }) => slowest)), unit: 'ms' },
    {
      what: 'submits a second; limit: without it',
      ours: median(during.map(({ perSecond }) => perSecond)),
      limit: median(without.map(({ perSecond }) => perSecond)),
      unit: 'responses/s',
    },
    { what: 'deletion in the background meanwhile', ours: median(rates), unit: 'responses/s' },
  ];
}

async function personOf(server: Server, userId: string): Promise<Person> {
  const answer = await post(server, server.ownerKey, 'create_api_key', { name: 'bench', user_id: userId });
  const [made] = (await answer.json()) as { api_key: string }[];
  return { key: made?.api_key as string, answered: 0 };
}

async function submitUntil(
  server: Server,
  people: Person[],
  records: string[],
  end: Promise<unknown>,
): Promise<Measured> {
  const times: number[] = [];
  let failed = 0;
  let ended = false;
  const began = performance.now();
  const submitting = people.map(async (person, place) => {
    while (!ended) {
      const nth = person.answered * step + Math.floor((place * records.length) / people.length);
      person.answered += 1;
      const sent = performance.now();
      const answer = await post(server, person.key, 'submit_response', {
        namespace: 'default',
        record_id: records[nth % records.length],
        values: JSON.parse(values),
      }).catch(() => undefined);
      await answer?.arrayBuffer();
      times.push(performance.now() - sent);
      if (!answer?.ok) failed += 1;
    }
  });
  await end.finally(() => {
    ended = true;
  });
  await Promise.all(submitting);
  const took = (performance.now() - began) / 1000;
  return {
    p99: percentile(times, 0.99),
    slowest: Math.max(...times),
    failed,
    perSecond: times.length / took,
  };
}

function post(server: Server, key: string, name: string, body: object): Promise<Response> {
  return fetch(`${server.url}/rest/v1/rpc/${name}`, {
    method: 'POST',
    headers: { authorization: `Bearer ${key}`, 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
}

async function untilGone(client: pg.Client, userId: string): Promise<void> {
  for (;;) {
    const { rows } = await client.query('select state from postil.deletion_progress($1)', [userId]);
    if (rows[0].state === 'finished') return;
    await sleep(200);
  }
}
