/** Reads a dataset page by page, as the caller, from one snapshot of the database. */
import type pg from 'pg';
import { PostilError } from '../errors.ts';
import type { Claims } from '../http/credentials.ts';

export type Field = { name: string; type: 'text' | 'chat' | 'image' | 'custom' };

export type Snapshot = {
  /** The fields of the dataset's records, in the order of the page. */
  fields: Field[];
  /**
   * Pages of rows of a query whose first parameters are ($1 namespace, $2 dataset, $3 the last id of the page before,
   * $4 the size of a page) and whose rows have an `id`. The generator must be run to its end or returned: it holds a
   * session.
   */
  pages<Row extends { id: string }>(query: {
    name: string;
    text: string;
    values: unknown[];
  }): AsyncGenerator<Row[]>;
};

const pageSize = 500;
const apiRoles = ['anon', 'authenticated', 'service_role'];

/**
 * Opens the snapshot. Once it has returned, there is a dataset and the caller may see it.
 * @throws PostilError PN404 when there is no such dataset for this caller; PN401 for nobody, and for a user who was
 * deleted or deactivated; PN422 for what is no name or id; PN503 without a database, or when no session of the pool
 * becomes free in time
 */
export async function openSnapshot(
  pool: pg.Pool,
  claims: Claims,
  namespace: string,
  dataset: string,
): Promise<Snapshot> {
  if (!apiRoles.includes(claims.role)) {
    throw new PostilError('PN403', `the role ${claims.role} may not use this API`, {
      hint: `A token names one of these: ${apiRoles.join(', ')}.`,
    });
  }
  const client = await pool.connect().catch((error) => {
    const busy = pool.totalCount >= pool.options.max;
    throw new PostilError('PN503', busy ? 'too many exports at once' : 'the database does not answer', {
      details: busy ? `${pool.options.max} are under way.` : null,
      hint: 'Try again shortly.',
      cause: error,
    });
  });
  try {
    await client.query('begin isolation level repeatable read read only');
    await client.query(`select set_config('role', $1, true), set_config('request.jwt.claims', $2, true)`, [
      claims.role,
      JSON.stringify(claims),
    ]);
    await client.query('select postil_gate.check_user()'); // As PostgREST does before each request.
    const found = await client.query('select from postil.datasets where namespace = $1 and key = $2', [
      namespace,
      dataset,
    ]);
    if (found.rowCount === 0) {
      throw new PostilError('PN404', `there is no dataset ${dataset} in namespace ${namespace}`, {
        hint: 'Or you are not a member of the namespace.',
      });
    }
    const { rows: fields } = await client.query<Field>(
      'select name, type from postil.fields where namespace = $1 and dataset = $2 order by position, name',
      [namespace, dataset],
    );
    return { fields, pages: (query) => pagesOf(client, [namespace, dataset], query) };
  } catch (error) {
    await release(client);
    const { code, message, detail, hint } = error as pg.DatabaseError;
    if (code === 'PN401') {
      throw new PostilError(code, message, { details: detail ?? null, hint: hint ?? null, cause: error });
    }
    if (code === '42501') {
      throw new PostilError('PN401', 'sign in to export', {
        hint: 'Send an API key in the header apikey.',
        cause: error,
      });
    }
    // A name, or a user's id in a token, that the database cannot read.
    if (code?.startsWith('22')) {
      throw new PostilError('PN422', message, {
        hint: 'Are these the keys of a namespace and a dataset?',
        cause: error,
      });
    }
    throw error;
  }
}

async function* pagesOf<Row extends { id: string }>(
  client: pg.PoolClient,
  where: string[],
  query: { name: string; text: string; values: unknown[] },
): AsyncGenerator<Row[]> {
  try {
    let after: string | null = null;
    for (;;) {
      const values: unknown[] = [...where, after, pageSize, ...query.values];
      const { rows }: { rows: Row[] } = await client.query<Row>({ ...query, values });
      if (rows.length > 0) yield rows;
      if (rows.length < pageSize) return;
      after = rows.at(-1)?.id ?? null;
    }
  } finally {
    await release(client);
  }
}

async function release(client: pg.PoolClient): Promise<void> {
  try {
    await client.query('rollback');
    client.release();
  } catch (error) {
    client.release(error as Error);
  }
}
