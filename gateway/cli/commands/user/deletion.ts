/** postil user deletion: how far one in the background is, and its end before it is done. */
import { Command } from 'commander';
import { PostilError } from '../../../errors.ts';
import { filled } from '../../arguments.ts';
import { findUserId } from '../../find-user.ts';
import { printObject, say } from '../../output.ts';
import { announce, findTarget, type TargetOptions, withJson, withTarget } from '../../target.ts';
import { deletionBy, watchDeletion } from '../../watch-deletion.ts';

type Options = TargetOptions & { watch?: boolean; cancel?: boolean; json?: boolean };

export function deletionCommand(): Command {
  return withJson(withTarget(new Command('deletion')))
    .description('say how far postil user delete --background is, wait for its end, or cancel it')
    .argument('<user>', 'their name or id; the id, when they are gone', filled('the user'))
    .option('--watch', 'wait for its end, and show how far it is')
    .option('--cancel', 'stop it; what it has deleted can be restored, and the user stays deactivated')
    .action(run);
}

async function run(user: string, options: Options): Promise<void> {
  const json = options.json ?? false;
  if (options.watch && options.cancel) {
    throw new PostilError('BAD_ARGUMENT', '--watch and --cancel do not go together', {
      hint: 'Give one of them.',
    });
  }
  const target = await findTarget(options);
  if (options.cancel) announce(target);
  const id = await findUserId(target, user);
  const deletion = await deletionBy(target, options.cancel ? 'cancel_deletion' : 'deletion_progress', id);
  if (options.watch) {
    await watchDeletion(target, id, deletion, json);
    return;
  }
  printObject({ id, ...deletion, rate: deletion.rate && Math.round(deletion.rate) }, json);
  if (options.cancel && !json) {
    say(`What was deleted comes back with: postil user restore ${id}`);
    say(`They may sign in again with: postil user reactivate ${id}`);
  }
}
