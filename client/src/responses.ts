/** Answering: the signed-in user's own response to a record, or many at once. */
import { type Connection, send } from './connection.ts';
import type { Json, PostilResponse, ResponseResult, ResponseStatus } from './database.ts';
import type { DatasetAddress } from './dataset-address.ts';

/** Answers by question: `{ label: 'spam', quality: 4 }`. Stored as `{ label: { value: 'spam' }, … }`. */
export type Answers = { [question: string]: unknown };

/** The record by its id, or by its external_id in this dataset. */
type RecordName = { record_id: string; external_id?: never } | { external_id: string; record_id?: never };

/** An answer to submit. */
export type AnswerInput = RecordName & { values: Answers };

/** A response to add or update; what an update leaves out stays as it is, and a new one is a draft. */
export type ResponseUpsert = RecordName & {
  status?: ResponseStatus;
  /** null removes them. */
  values?: Answers | null;
  /** Whose it is, when it is not yours; for admins. The user's name, or say user_id. */
  user?: string;
  user_id?: string;
};

export type ResponsesOptions = {
  /**
   * What a bad row does. `abort` (left out): nothing is stored, and the error names all bad rows. `report`: it is refused,
   * the others are stored.
   */
  onError?: 'abort' | 'report';
};

export type Responses = {
  /**
   * Stores your response to a record as submitted, which counts towards the record's completion, in place of any you
   * had. Resolves to the stored response.
   * @param recordId the record's id
   * @param values answers by question, at least one: `{ label: 'spam' }`, stored as `{ label: { value: 'spam' } }`
   * @throws PostilError 42501 when you may not answer there, 23503 when there is no such record
   */
  submit(recordId: string, values: Answers): Promise<PostilResponse>;
  /** Stores your response as a draft, which does not count; otherwise like submit. */
  draft(recordId: string, values: Answers): Promise<PostilResponse>;
  /** Says that you will not answer this record. Left out, the values of a response that you had stay. */
  discard(recordId: string, values?: Answers): Promise<PostilResponse>;
  /** Removes your response. Resolves to whether there was one. */
  delete(recordId: string): Promise<boolean>;
  /**
   * Submits up to 10,000 responses in one call, which is one transaction. Resolves to one result per row, in order.
   * @throws PostilError PN403 when you may not respond in the namespace; when `onError` is `abort`, the error of the
   * first bad row (PN404 for one whose record is missing), with all of them in `details`
   */
  submitMany(rows: readonly AnswerInput[], options?: ResponsesOptions): Promise<ResponseResult[]>;
  /** Adds or updates up to 10,000 responses of any status; otherwise like submitMany. */
  upsert(rows: readonly ResponseUpsert[], options?: ResponsesOptions): Promise<ResponseResult[]>;
};

export function makeResponses(
  connection: Connection,
  { namespace, key }: DatasetAddress,
  ownUserId: () => Promise<string>,
): Responses {
  const put = (recordId: string, status: ResponseStatus, values?: Answers) => {
    // Without user_id, whose default is the signed-in user.
    const row = { namespace, record_id: recordId, status, ...(values && { values: stored(values) }) };
    return send(connection, (rest) =>
      rest.from('responses').upsert(row, { onConflict: 'namespace,record_id,user_id' }).select().single(),
    );
  };
  const upsert = (rows: readonly ResponseUpsert[], { onError = 'abort' }: ResponsesOptions = {}) => {
    const sent = rows.map(({ values, ...row }) => ({
      ...row,
      ...(row.external_id !== undefined && { dataset: key }),
      ...(values !== undefined && { values: values && stored(values) }),
    }));
    return send<ResponseResult[]>(connection, (rest) =>
      rest.rpc('upsert_responses', { namespace, rows: sent as Json, on_error: onError }),
    );
  };
  return {
    submit: (recordId, values) => put(recordId, 'submitted', values),
    draft: (recordId, values) => put(recordId, 'draft', values),
    discard: (recordId, values) => put(recordId, 'discarded', values),
    async delete(recordId) {
      const userId = await ownUserId();
      const removed = await send(connection, (rest) =>
        rest
          .from('responses')
          .delete()
          .match({ namespace, record_id: recordId, user_id: userId })
          .select('record_id'),
      );
      return removed.length > 0;
    },
    submitMany: (rows, options) =>
      upsert(
        rows.map((row) => ({ ...row, status: 'submitted' as const })),
        options,
      ),
    upsert,
  };
}

function stored(values: Answers): Json {
  return Object.fromEntries(
    Object.entries(values).map(([question, value]) => [question, { value: value as Json }]),
  );
}
