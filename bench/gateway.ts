/** What the gateway costs: a one-row read through it, against the same read from PostgREST itself. */

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import autocannon from 'autocannon';
import { SignJWT } from 'jose';
import { type Bench, compare } from './measure.ts';
import { withServer } from './server.ts';

const connections = 16;
const rounds = 7;
const seconds = 4;
const path = '/namespaces?key=eq.default';

export const benchGateway: Bench = (say) =>
  withServer(async (server) => {
    const secret = JSON.parse(readFileSync(join(server.data, 'run.json'), 'utf8')).jwt_secret as string;
    // For both the same user and the same checks: the gateway makes such a token from the API key.
    const found = await fetch(`${server.url}/rest/v1/users?select=id`, {
      headers: { apikey: server.ownerKey },
    });
    const [owner] = (await found.json()) as { id: string }[];
    const token = await new SignJWT({ role: 'authenticated' })
      .setProtectedHeader({ alg: 'HS256' })
      .setSubject(owner?.id as string)
      .setExpirationTime('1h')
      .sign(new TextEncoder().encode(secret));
    const direct = () => rate(server.restUrl + path, token);
    const withToken = () => rate(`${server.url}/rest/v1${path}`, token);
    const withKey = () => rate(`${server.url}/rest/v1${path}`, server.ownerKey);
    say(`warming up, then ${rounds} rounds of ${seconds} s for each`);
    for (const warmUp of [direct, withToken, withKey]) await warmUp();
    const line = { unit: 'requests/s', least: '≥ 0.85' };
    return [
      {
        what: `one-row read, ${connections} connections, token`,
        ...(await compare(rounds, withToken, direct)),
        ...line,
      },
      {
        what: `one-row read, ${connections} connections, API key`,
        ...(await compare(rounds, withKey, direct)),
        ...line,
      },
    ];
  });

async function rate(url: string, credential: string): Promise<number> {
  const result = await autocannon({
    url,
    connections,
    duration: seconds,
    headers: { authorization: `Bearer ${credential}` },
  });
  if (result.non2xx + result.errors > 0)
    throw new Error(`${result.non2xx + result.errors} requests to ${url} failed`);
  return result.requests.average;
}
