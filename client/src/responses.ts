/** Answering: the signed-in user's own response to a record. */
import { type Connection, send } from './connection.ts';
import type { Json, PostilResponse, ResponseStatus } from './database.ts';

/** Answers by question: `{ label: 'spam', quality: 4 }`. Stored as `{ label: { value: 'spam' }, … }`. */
export type Answers = { [question: string]: unknown };

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
};

export function makeResponses(
  connection: Connection,
  namespace: string,
  ownUserId: () => Promise<string>,
): Responses {
  const put = (recordId: string, status: ResponseStatus, values?: Answers) => {
    // Without user_id, whose default is the signed-in user.
    const row = { namespace, record_id: recordId, status, ...(values && { values: stored(values) }) };
    return send(connection, (rest) =>
      rest.from('responses').upsert(row, { onConflict: 'namespace,record_id,user_id' }).select().single(),
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
  };
}

function stored(values: Answers): Json {
  return Object.fromEntries(
    Object.entries(values).map(([question, value]) => [question, { value: value as Json }]),
  );
}
