/** Requests on a condition: about one row, if it still is, or is no longer, the one that the client has seen. */
import type { IncomingHttpHeaders } from 'node:http';
import type { FastifyReply } from 'fastify';
import type pg from 'pg';
import type { Pool } from 'undici';
import { PostilError } from '../errors.ts';
import type { Ended } from './proxy.ts';
import {
  changedSince,
  hasTag,
  namesOneRow,
  needsOneRow,
  pathOf,
  rowOf,
  type Target,
  takeTag,
  targetOf,
  type VersionedTables,
  versionedTables,
  wantedVersions,
  withTag,
  withVersions,
} from './row-versions.ts';

export type Condition = {
  /** What PostgREST is asked in the place of what the client asked. */
  method: string;
  path: string;
  /** Whether the answer says that no row met the condition; `unmet` is to answer then. */
  isUnmet(end: Ended): boolean;
  /** What leaves in the place of the answer. */
  ended(end: Ended): Pick<Ended, 'status' | 'body'>;
  /** @throws PostilError PN412 with the row as it is now */
  unmet(upstream: Pool, basePath: string, reply: FastifyReply): Promise<void>;
};

/**
 * @param path below /rest/v1
 * @param asked with it, as the client knows it
 * @param headers of the request; those that are dealt with here are taken out
 */
export type ConditionOf = (
  method: string,
  path: string,
  asked: string,
  headers: IncomingHttpHeaders,
) => Promise<Condition | undefined>;

export function conditions(pool: pg.Pool): ConditionOf {
  let loading: Promise<VersionedTables> | undefined;
  // Once: the tables change by migrations, before the gateway starts.
  const tables = () => {
    loading ??= versionedTables(pool).catch((error) => {
      loading = undefined;
      throw error;
    });
    return loading;
  };
  return async (method, path, asked, headers) => {
    if (method === 'GET' || method === 'HEAD') return readOf(path, asked, headers, tables);
    if (headers['if-match'] !== undefined) return writeOf(method, path, headers, tables);
    return undefined;
  };
}

const object = 'application/vnd.pgrst.object';
const json = /^(\*\/\*|application\/(\*|json|vnd\.pgrst\.(object|array)(\+json)?))\s*($|[;,])/;

/** @param asked the path as the client knows it */
async function readOf(
  path: string,
  asked: string,
  headers: IncomingHttpHeaders,
  tables: () => Promise<VersionedTables>,
): Promise<Condition | undefined> {
  const accepted = headers.accept ?? '*/*';
  if (!json.test(accepted)) return undefined;
  const target = targetOf(path);
  // Without a database the answer will be an error, which has no tag.
  const key = target && (await tables().catch(() => undefined))?.get(target.table);
  if (!target || !key || !(accepted.startsWith(object) || namesOneRow(target, key))) return undefined;
  const tagged = withTag(target);
  if (!tagged) return undefined;
  const ifNoneMatch = headers['if-none-match'];
  return {
    method: 'GET', // Of a HEAD, Node leaves the body out.
    path: pathOf(tagged),
    isUnmet: () => false,
    ended({ status, headers: answer, body }) {
      const row = takeTag(body);
      if (!row) return { status, body };
      answer['etag'] = row.tag;
      if (answer['content-location'] !== undefined) answer['content-location'] = asked;
      if (ifNoneMatch === undefined || !hasTag(ifNoneMatch, row.tag)) return { status, body: row.body };
      for (const name of ['content-type', 'content-length', 'content-range']) delete answer[name];
      return { status: 304, body: Buffer.alloc(0) };
    },
    unmet: async () => {},
  };
}

async function writeOf(
  method: string,
  path: string,
  headers: IncomingHttpHeaders,
  tables: () => Promise<VersionedTables>,
): Promise<Condition> {
  const target = targetOf(path);
  const key = target && (await tables().catch(noAnswer)).get(target.table);
  const writes = method === 'PATCH' || method === 'DELETE';
  if (!target || !key || !writes || !namesOneRow(target, key)) throw needsOneRow(writes ? key : undefined);
  const versions = wantedVersions(headers['if-match'] as string);
  delete headers['if-match'];
  const prefer = [headers['prefer'] ?? []].flat().join(', ');
  // Else PostgREST does not say, or guesses, how many rows a DELETE found.
  headers['prefer'] = ['count=exact', prefer.replace(/\bcount=\w+/g, '')].filter(Boolean).join(', ');
  let missed: Ended | undefined;
  return {
    method,
    path: pathOf(withVersions(target, versions)),
    isUnmet(end) {
      const none = end.status < 400 ? end.headers['content-range']?.endsWith('/0') : isNotOneRow(end);
      if (none) missed = end;
      return none === true;
    },
    ended: ({ status, body }) => ({ status, body }),
    async unmet(upstream, basePath, reply) {
      const now = await rowNow(upstream, basePath, rowOf(target, key), headers);
      if (now === undefined) throw changedSince(null);
      const version = now.tag.slice(1, -1);
      if (versions === '*' || versions.includes(version)) {
        // It is as they know it, but not theirs to change.
        const { status, headers: answer, body } = missed as Ended;
        return void reply
          .code(status)
          .headers(answer)
          .send(body.length > 0 ? body : undefined);
      }
      reply.header('etag', now.tag);
      throw changedSince(now.body.toString());
    },
  };
}

/** Who wants one object, and there is none: nothing has been done. */
function isNotOneRow({ status, body }: Ended): boolean {
  return status === 406 && body.includes('"PGRST116"');
}

/**
 * @returns undefined when there is none that they may see
 * @throws PostilError PN503 when that cannot be found out
 */
async function rowNow(
  upstream: Pool,
  basePath: string,
  row: Target,
  headers: IncomingHttpHeaders,
): Promise<{ body: Buffer; tag: string } | undefined> {
  const { statusCode, body } = await upstream
    .request({
      method: 'GET',
      path: basePath + pathOf(withTag(row) as Target),
      headers: {
        accept: `${object}+json`,
        ...(headers['authorization'] !== undefined && { authorization: headers['authorization'] }),
        ...(headers['content-profile'] !== undefined && {
          'accept-profile': headers['content-profile'] as string,
        }),
        'x-request-id': headers['x-request-id'] as string,
      },
    })
    .catch(noAnswer);
  const answer = Buffer.from(await body.arrayBuffer().catch(noAnswer));
  if (statusCode === 200) return takeTag(answer);
  if (isNotOneRow({ status: statusCode, headers: {}, body: answer })) return undefined;
  return noAnswer(new Error(`${statusCode} ${answer.toString().slice(0, 200)}`));
}

function noAnswer(cause: Error): never {
  throw new PostilError('PN503', 'the row cannot be looked at now', {
    details: cause.message,
    hint: 'Nothing was changed. Try again shortly; /ready tells when.',
    cause,
  });
}
