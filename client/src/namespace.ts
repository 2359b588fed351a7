/** A namespace's own row. */
import { type Connection, send } from './connection.ts';
import type { JsonObject, Namespace } from './database.ts';

export type NamespaceChanges = {
  /** What people call it, up to 200 characters; null clears it. */
  name?: string | null;
  /** What it is for, up to 10,000 characters; null clears it. */
  description?: string | null;
  /** Anything else worth keeping about it; replaces what is there. */
  metadata?: JsonObject;
};

export type UpdateOptions = {
  /** The `version` of the row that the change is meant for: if it is another one by now, nothing is changed. */
  ifVersion?: string;
};

export type NamespaceMetadata = {
  /** Resolves to the namespace's row. @throws PostilError PGRST116 when there is none that you may see */
  fetch(): Promise<Namespace>;
  /**
   * Changes what is given, and nothing else (given nothing, it is as `fetch`): what is left out stays, and its contents are never touched. Resolves to the row
   * as it is then.
   * @throws PostilError PGRST116 when there is none that you may change, PN412 when it has another version than
   * `ifVersion` (the row as it is now is in `details`), PGRST204 for a column that it does not have, 42501 for one that is
   * not yours to write, 23514 for a value that is too long
   */
  update(changes: NamespaceChanges, options?: UpdateOptions): Promise<Namespace>;
};

export function makeNamespaceMetadata(connection: Connection, key: string): NamespaceMetadata {
  const fetch = () => send(connection, (rest) => rest.from('namespaces').select('*').eq('key', key).single());
  return {
    fetch,
    update(changes, { ifVersion } = {}) {
      if (Object.keys(changes).length === 0) return fetch(); // PostgREST would say that it changed no row.
      return send(connection, (rest) => {
        const request = rest.from('namespaces').update(changes).eq('key', key).select('*').single();
        return ifVersion === undefined ? request : request.setHeader('If-Match', `"${ifVersion}"`);
      });
    },
  };
}
