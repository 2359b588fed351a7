/** A user's responses as JSONL, a page at a time, so that memory does not grow with their number. */
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { PostilError } from '../errors.ts';
import { select } from './api.ts';
import { type Counted, countRows } from './count-rows.ts';
import { unwritable } from './files.ts';
import { withHint } from './hints.ts';
import type { Target } from './target.ts';
import { openWholeFile } from './whole-file.ts';

type Row = { namespace: string; record_id: string; values: string | null };

const pageSize = 1_000;

/**
 * What is in it is what the caller may see.
 * @param file undefined for standard output; otherwise a file, which appears when it is whole
 * @throws PostilError PN404 when there is nothing and no such user; FILE_UNWRITABLE; what the server says
 */
export async function exportResponses(
  target: Target,
  userId: string,
  file: string | undefined,
): Promise<Counted> {
  const counted: Counted = { rows: 0, bytes: 0 };
  const lines = Readable.from(linesOf(target, userId), { objectMode: false });
  const whole = file === undefined ? undefined : await openWholeFile(file);
  try {
    if (whole) await pipeline(lines, countRows('jsonl', counted), whole.stream);
    else await pipeline(lines, countRows('jsonl', counted), process.stdout, { end: false });
    if (counted.rows === 0) await requireUser(target, userId);
    whole?.keep();
    return counted;
  } catch (error) {
    whole?.discard();
    const { syscall } = error as NodeJS.ErrnoException;
    if (syscall === 'write') throw unwritable(file ?? 'standard output', error);
    throw withHint(error, 'The export is not whole.');
  }
}

async function* linesOf(target: Target, userId: string): AsyncGenerator<Buffer> {
  // Through one namespace, then on to the next: so each page is a range of the index, however many came before.
  let where = '';
  let namespace: string | undefined;
  for (;;) {
    const page = await readPage(target, userId, where);
    const last = page.at(-1);
    if (last !== undefined) {
      yield Buffer.from(page.map(lineOf).join(''));
      namespace = last.namespace;
      where = `&namespace=eq.${encodeURIComponent(namespace)}&record_id=gt.${last.record_id}`;
    } else if (namespace !== undefined) {
      where = `&namespace=gt.${encodeURIComponent(namespace)}`;
      namespace = undefined;
    } else {
      return;
    }
  }
}

function readPage(target: Target, userId: string, where: string): Promise<Row[]> {
  // As text, which keeps every number as it is.
  const columns =
    'namespace,...records(dataset,external_id),record_id,user_id,status,excluded,inserted_at,updated_at,values::text';
  return select<Row>(
    target,
    `responses?select=${columns}&user_id=eq.${userId}${where}&order=namespace,record_id&limit=${pageSize}`,
  );
}

function lineOf({ values, ...row }: Row): string {
  return `${JSON.stringify(row).slice(0, -1)},"values":${values}}\n`;
}

async function requireUser(target: Target, userId: string): Promise<void> {
  const found = await select(target, `users?select=id&id=eq.${userId}`);
  if (found.length > 0) return;
  throw new PostilError('PN404', `there is no user ${userId}, or none whose responses you may see`, {
    hint: 'List the users: postil user list. One who was deleted can be restored: postil user restore',
  });
}
