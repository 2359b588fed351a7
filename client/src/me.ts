/** Who is signed in. */
import { type Connection, send } from './connection.ts';
import type { Me } from './database.ts';
import { clientError } from './errors.ts';

/** Asks who the API key belongs to. @throws PostilError NOT_A_USER when it belongs to nobody */
export async function fetchMe(connection: Connection): Promise<Me> {
  const rows = await send<Me[]>(connection, (rest) => rest.rpc('me', {}, { get: true }));
  const [me] = rows;
  if (!me) {
    throw clientError('NOT_A_USER', 'the API key does not belong to a user', {
      hint: 'Only a user has responses. Create a user and a key for it: postil user create',
    });
  }
  return me;
}

/** The id of the signed-in user, asked for once: a key never changes hands. */
export function rememberUserId(connection: Connection): () => Promise<string> {
  let known: Promise<string> | undefined;
  return () => {
    known ??= fetchMe(connection).then(
      (me) => me.id,
      (error: unknown) => {
        known = undefined;
        throw error;
      },
    );
    return known;
  };
}
