/** Saying all that PostgreSQL told about an error. */
import pg from 'pg';

/**
 * Message, code, detail, hint, where, and the line of the statement when its text is at hand.
 * @param sql the text that was sent
 */
export function explain(error: unknown, sql?: string): string {
  if (!(error instanceof pg.DatabaseError)) return String(error);
  const line =
    sql !== undefined && error.position !== undefined
      ? `line ${sql.slice(0, Number(error.position)).split('\n').length}`
      : undefined;
  const parts = { code: error.code, detail: error.detail, hint: error.hint, where: error.where, at: line };
  return [
    `ERROR: ${error.message}`,
    ...Object.entries(parts)
      .filter(([, text]) => text !== undefined)
      .map(([name, text]) => `  ${name}: ${text}`),
  ].join('\n');
}
