/** The client's front door. */
import { type Connection, openRest, type Rest } from './connection.ts';
import type { Me } from './database.ts';
import { type DatasetHandle, openDataset } from './dataset.ts';
import { type Datasets, makeDatasets } from './datasets.ts';
import { fetchMe, rememberUserId } from './me.ts';
import { makeNamespaceMetadata, type NamespaceMetadata } from './namespace.ts';
import { makeUsers, type Users } from './users.ts';

export type PostilOptions = {
  /** The gateway's address, for example `http://127.0.0.1:8000`; without /rest/v1. */
  url: string;
  /** An API key; all calls act with the rights of its user. */
  apiKey: string;
  /** Replaces the global fetch, for example to set a timeout or an agent. */
  fetch?: typeof fetch;
  /** Sent with every request. */
  headers?: Record<string, string>;
};

export type NamespaceHandle = NamespaceMetadata & {
  readonly key: string;
  datasets: Datasets;
  /** A dataset by its key. Makes no request: a missing one is noticed by the first call. */
  dataset(key: string): DatasetHandle;
};

export type Postil = {
  /** The typed PostgrestClient underneath, for every table and function; resolves to `{ data, error }`, never throws. */
  readonly rest: Rest;
  /** Resolves to who is signed in. @throws PostilError NOT_A_USER when the key belongs to nobody */
  me(): Promise<Me>;
  /** Users who leave; for owners. */
  users: Users;
  /** A namespace by its key. Makes no request: a missing one is noticed by the first call. */
  namespace(key: string): NamespaceHandle;
};

/** Opens a client; makes no request. Every method but those of `rest` throws PostilError. */
export function createPostil(options: PostilOptions): Postil {
  const connection: Connection = {
    url: options.url.replace(/\/+$/, ''),
    headers: { ...options.headers, apikey: options.apiKey, Authorization: `Bearer ${options.apiKey}` },
    // Looked up at each call, so that a fetch that is replaced or instrumented later is the one used.
    fetch: options.fetch ?? ((input, init) => globalThis.fetch(input, init)),
  };
  const ownUserId = rememberUserId(connection);
  return {
    rest: openRest(connection),
    me: () => fetchMe(connection),
    users: makeUsers(connection),
    namespace: (namespace) => ({
      key: namespace,
      ...makeNamespaceMetadata(connection, namespace),
      datasets: makeDatasets(connection, namespace),
      dataset: (key) => openDataset(connection, { namespace, key }, ownUserId),
    }),
  };
}
