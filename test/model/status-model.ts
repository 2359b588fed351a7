/**
 * What the database should hold, as plainly as it can be said: counts are counted, nothing is maintained. Every
 * function returns the code of the error that the database should raise instead, and then leaves the model as it was.
 */

export const namespaces = ['one', 'two'] as const; // Each with one dataset, `letters`.
export const records = [0, 1] as const; // Of the same ids in both.
export const users = [0, 1, 2] as const;
export const statuses = ['draft', 'submitted', 'discarded'] as const;

export type Status = (typeof statuses)[number];
export type Place = { namespace: string; record: number };
export type Response = Place & { user: number; status: Status };
/** What is left out matches everything. */
export type Filter = {
  namespace?: string | undefined;
  record?: number | undefined;
  user?: number | undefined;
};

export type Model = {
  users: Set<number>;
  /** Those who are, and whether their responses do not count. */
  deactivated: Map<number, { excluded: boolean }>;
  /** min_submitted by namespace. */
  datasets: Map<string, number>;
  records: Map<string, ModelRecord>;
  responses: Map<string, Response>;
};
export type ModelRecord = Place & {
  min: number;
  /** More than one where the order of triggers within one statement decides. */
  completedAt: Set<string | null>;
};

type Code = string | undefined;

export const emptyModel = (): Model => ({
  users: new Set(),
  deactivated: new Map(),
  datasets: new Map(),
  records: new Map(),
  responses: new Map(),
});

export const copyModel = (model: Model): Model => structuredClone(model);

const recordKey = ({ namespace, record }: Place) => `${namespace}/${record}`;
const responseKey = (response: Place & { user: number }) => `${recordKey(response)}/${response.user}`;

export function submitted(model: Model, place: Place): number {
  return [...model.responses.values()].filter(
    (response) =>
      response.status === 'submitted' &&
      !isExcluded(model, response.user) &&
      recordKey(response) === recordKey(place),
  ).length;
}

export function isExcluded(model: Model, user: number): boolean {
  return model.deactivated.get(user)?.excluded ?? false;
}

/** Whose responses do not count takes no new ones. */
const isUnwelcome = (model: Model, row: Response) =>
  isExcluded(model, row.user) && !model.responses.has(responseKey(row));

export function isCompleted(model: Model, record: ModelRecord): boolean {
  return submitted(model, record) >= record.min;
}

/** The states that a statement's triggers pass through, one kind after the other. */
export type Between = (model: Model) => Model[];

/**
 * Applies one statement, and then says when each record became completed.
 * @param now the time of the transaction
 * @param between for statements whose triggers fire several times, so that a record may flip and flip back
 */
export function settle(model: Model, now: string, between: Between | undefined, statement: () => Code): Code {
  const completed = (state: Model) =>
    new Set([...state.records].filter(([, record]) => isCompleted(state, record)).map(([key]) => key));
  const before = completed(model);
  const passed = between?.(model).map(completed) ?? [];
  const code = statement();
  for (const [key, record] of model.records) {
    if (!isCompleted(model, record)) record.completedAt = new Set([null]);
    else if (code) continue;
    else if (!before.has(key) || passed.some((state) => !state.has(key))) record.completedAt = new Set([now]);
  }
  return code;
}

/** What is updated counts first, then what is inserted. */
export function betweenUpsert(model: Model, rows: Response[]): Model[] {
  const updated = copyModel(model);
  for (const row of rows)
    if (updated.responses.has(responseKey(row))) updated.responses.set(responseKey(row), row);
  return [updated];
}

/** What is deleted counts first, then what is updated, then what is inserted. */
export function betweenMerge(model: Model, rows: Response[]): Model[] {
  const deleted = copyModel(model);
  for (const row of rows) if (row.status === 'discarded') deleted.responses.delete(responseKey(row));
  return [
    deleted,
    ...betweenUpsert(
      deleted,
      rows.filter((row) => row.status !== 'discarded'),
    ),
  ];
}

/** The records count first, then their responses, so that none flips more often than once for these. */
export function betweenImport(
  model: Model,
  namespace: string,
  rows: { record: number; min: number }[],
): Model[] {
  const changed = copyModel(model);
  for (const { record, min } of rows) if (min > 0) changeRecord(changed, { namespace, record }, min);
  return [changed];
}

export function insertResponses(model: Model, rows: Response[]): Code {
  const keys = rows.map(responseKey);
  if (new Set(keys).size < keys.length || keys.some((key) => model.responses.has(key))) return '23505';
  return storeResponses(model, rows);
}

export function upsertResponses(model: Model, rows: Response[]): Code {
  if (new Set(rows.map(responseKey)).size < rows.length) return '21000';
  return storeResponses(model, rows);
}

/** Of a call for many rows, the first bad one decides the code. */
export function callUpsertResponses(model: Model, rows: Response[]): Code {
  for (const row of rows) {
    if (!model.users.has(row.user)) return 'PN422';
    if (!model.records.has(recordKey(row))) return 'PN404';
    if (isUnwelcome(model, row)) return 'PN409';
  }
  return storeResponses(model, rows);
}

function storeResponses(model: Model, rows: Response[]): Code {
  if (rows.some((row) => !model.users.has(row.user) || !model.records.has(recordKey(row)))) return '23503';
  if (rows.some((row) => isUnwelcome(model, row))) return 'PN409';
  for (const row of rows) model.responses.set(responseKey(row), { ...row });
}

/** Discarded rows delete what is there. */
export function mergeResponses(model: Model, rows: Response[]): Code {
  const gone = rows.filter((row) => row.status === 'discarded' && model.responses.has(responseKey(row)));
  const code = storeResponses(
    model,
    rows.filter((row) => !gone.includes(row)),
  );
  if (code) return code;
  for (const row of gone) model.responses.delete(responseKey(row));
}

export function updateResponses(model: Model, filter: Filter, change: (old: Status) => Status): Code {
  for (const response of matching(model, filter)) response.status = change(response.status);
  return undefined;
}

export function deleteResponses(model: Model, filter: Filter): Code {
  for (const response of matching(model, filter)) model.responses.delete(responseKey(response));
  return undefined;
}

function matching(model: Model, filter: Filter): Response[] {
  return [...model.responses.values()].filter((response) =>
    Object.entries(filter).every(
      ([name, value]) => value === undefined || response[name as keyof Filter] === value,
    ),
  );
}

export function createUser(model: Model, user: number): Code {
  if (model.users.has(user)) return '23505';
  model.users.add(user);
}

export function deleteUsers(model: Model, gone: readonly number[]): Code {
  for (const user of gone) {
    model.users.delete(user);
    model.deactivated.delete(user);
    deleteResponses(model, { user });
  }
  return undefined;
}

/** @returns the code when there is no such user */
export function deactivateUser(model: Model, user: number, excluded: boolean): Code {
  if (!model.users.has(user)) return 'PN404';
  model.deactivated.set(user, { excluded });
}

export function reactivateUser(model: Model, user: number): Code {
  if (!model.users.has(user)) return 'PN404';
  model.deactivated.delete(user);
}

export function createDataset(model: Model, namespace: string, min: number): Code {
  if (model.datasets.has(namespace)) return '23505';
  model.datasets.set(namespace, min);
}

export function deleteDataset(model: Model, namespace: string): Code {
  model.datasets.delete(namespace);
  for (const record of records) deleteRecord(model, { namespace, record });
  return undefined;
}

export function changeDataset(model: Model, namespace: string, min: number): Code {
  const old = model.datasets.get(namespace);
  if (old === undefined) return undefined;
  model.datasets.set(namespace, min);
  for (const record of model.records.values()) {
    if (record.namespace === namespace && record.min === old) record.min = min;
  }
}

/** @param min 0: the dataset's */
export function createRecord(model: Model, place: Place, min: number): Code {
  if (model.records.has(recordKey(place))) return '23505';
  const inherited = model.datasets.get(place.namespace);
  if (inherited === undefined) return '23503';
  model.records.set(recordKey(place), { ...place, min: min || inherited, completedAt: new Set([null]) });
}

export function deleteRecord(model: Model, place: Place): Code {
  model.records.delete(recordKey(place));
  return deleteResponses(model, place);
}

export function changeRecord(model: Model, place: Place, min: number): Code {
  const record = model.records.get(recordKey(place));
  if (record) record.min = min;
  return undefined;
}

/** @param rows with the min_submitted of each, 0 for none, and its responses */
export function upsertRecords(
  model: Model,
  namespace: string,
  rows: { record: number; min: number; responses: Response[] }[],
): Code {
  if (!model.datasets.has(namespace)) return 'PN404';
  for (const { responses } of rows) {
    if (responses.some(({ user }) => !model.users.has(user))) return 'PN422';
    if (responses.some((response) => isUnwelcome(model, response))) return 'PN409';
  }
  for (const { record, min } of rows) {
    const place = { namespace, record };
    if (!model.records.has(recordKey(place))) createRecord(model, place, min);
    else if (min > 0) changeRecord(model, place, min);
  }
  return upsertResponses(
    model,
    rows.flatMap((row) => row.responses),
  );
}
