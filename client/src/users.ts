/** Users who leave: for owners. Each method is the function of the API of that name. */
import { type Connection, send } from './connection.ts';
import type {
  DeletedUser,
  DeletionPreview,
  DeletionProgress,
  ErasedUser,
  RestoredUser,
  User,
} from './database.ts';

export type Users = {
  /**
   * Resolves to what the deletion of a user would take along, and which records would re-open.
   * @throws PostilError PN403 when you are no owner, PN404 when there is no such user; so do all of these
   */
  preview(userId: string): Promise<DeletionPreview>;
  /**
   * Deletes a user with their responses, memberships and API keys, in one transaction.
   * @param expectedResponses how many responses they have, by `preview`
   * @throws PostilError PN412 when it is another number by now, with the preview of now in `details`, as JSON; PN409 for
   * the last owner
   */
  delete(userId: string, expectedResponses: number): Promise<DeletedUser>;
  /**
   * Undoes a deletion, as long as history is kept.
   * @throws PostilError PN409 when something is in the way (in `details`) and `onConflict` is not `skip`; PN404 when there
   * is nothing to restore
   */
  restore(userId: string, options?: RestoreOptions): Promise<RestoredUser>;
  /** Keeps a user from signing in. Resolves to the user. @throws PostilError PN409 for the last owner */
  deactivate(userId: string, options?: DeactivateOptions): Promise<User>;
  /** Ends `deactivate`; all their responses count again. Resolves to the user. */
  reactivate(userId: string): Promise<User>;
  /**
   * Deactivates a user at once, then deletes their responses in batches, so that nobody waits long. Resolves to how far
   * it is, when it has begun. @throws PostilError PN409 for the last owner; PN412 as `delete`, when `expectedResponses` is
   * given
   */
  deleteInBackground(userId: string, options?: BackgroundOptions): Promise<DeletionProgress>;
  /** How far `deleteInBackground` is, also when the user is gone. @throws PostilError PN404 when it was not begun */
  deletionProgress(userId: string): Promise<DeletionProgress>;
  /** Stops `deleteInBackground`; the user stays deactivated. @throws PostilError PN409 when it has ended */
  cancelDeletion(userId: string): Promise<DeletionProgress>;
  /**
   * Forgets a user, deleted already or not, with all that history has of them. Cannot be undone.
   * @param name the user's, repeated
   * @throws PostilError PN422 when that is not their name
   */
  erase(userId: string, name: string): Promise<ErasedUser>;
};

export type RestoreOptions = {
  /** What something in the way does. `abort` (left out): nothing is restored. `skip`: it is left out, for good. */
  onConflict?: 'abort' | 'skip';
};

export type DeactivateOptions = {
  /** Whether their responses stop counting until they are reactivated; left out: they count. */
  excludeResponses?: boolean;
};

export type BackgroundOptions = {
  /** The most responses of a batch, 1 to 100,000; left out: 5,000. */
  batchSize?: number;
  /** How many responses they have, by `preview`; left out: however many. */
  expectedResponses?: number;
};

export function makeUsers(connection: Connection): Users {
  return {
    preview: (user_id) => send(connection, (rest) => rest.rpc('user_deletion_preview', { user_id }).single()),
    delete: (user_id, expected_responses) =>
      send(connection, (rest) => rest.rpc('delete_user', { user_id, expected_responses }).single()),
    restore: (user_id, { onConflict: on_conflict = 'abort' } = {}) =>
      send(connection, (rest) => rest.rpc('restore_user', { user_id, on_conflict }).single()),
    deactivate: (user_id, { excludeResponses: exclude_responses = false } = {}) =>
      send<User>(connection, (rest) => rest.rpc('deactivate_user', { user_id, exclude_responses })),
    reactivate: (user_id) => send<User>(connection, (rest) => rest.rpc('reactivate_user', { user_id })),
    deleteInBackground: (user_id, { batchSize: batch_size, expectedResponses: expected_responses } = {}) =>
      send(connection, (rest) =>
        rest
          .rpc('delete_user_in_background', {
            user_id,
            ...(batch_size !== undefined && { batch_size }),
            ...(expected_responses !== undefined && { expected_responses }),
          })
          .single(),
      ),
    deletionProgress: (user_id) =>
      send(connection, (rest) => rest.rpc('deletion_progress', { user_id }).single()),
    cancelDeletion: (user_id) =>
      send(connection, (rest) => rest.rpc('cancel_deletion', { user_id }).single()),
    erase: (user_id, name) => send(connection, (rest) => rest.rpc('erase_user', { user_id, name }).single()),
  };
}
