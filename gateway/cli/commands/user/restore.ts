/** postil user restore: undoes the deletion of a user. */
import { Command } from 'commander';
import { PostilError } from '../../../errors.ts';
import { notPostil, rpcForRows } from '../../api.ts';
import { filled } from '../../arguments.ts';
import { requireId } from '../../find-user.ts';
import { withHint } from '../../hints.ts';
import { printObject, printRows, say } from '../../output.ts';
import { announce, findTarget, type TargetOptions, withJson, withTarget } from '../../target.ts';

type Restored = {
  id: string;
  name: string;
  responses: number;
  memberships: number;
  completed: number;
  skipped: number;
  conflicts: Record<string, unknown>[];
};

export function restoreCommand(): Command {
  return withJson(withTarget(new Command('restore')))
    .description('bring back a deleted user with their memberships and responses, but not their API keys')
    .argument('<id>', 'their id; postil audit shows who was deleted', filled('the id'))
    .option('--skip', 'leave out, for good, what stands in the way (default: nothing is restored then)')
    .addHelpText(
      'after',
      `
It also brings back what a cancelled deletion had deleted. Each deletion is undone once, and as long as history is kept.

  postil audit --user ann
  postil user restore 01a1fe95-58e0-71c7-8a9b-ae395a602106`,
    )
    .action(async (text: string, options: TargetOptions & { skip?: boolean; json?: boolean }) => {
      const json = options.json ?? false;
      const user_id = requireId(text);
      const target = await findTarget(options);
      announce(target);
      const args = { user_id, on_conflict: options.skip ? 'skip' : 'abort' };
      const [restored] = await rpcForRows<Restored>(target, 'restore_user', args).catch((error) => {
        throw isAboutConflicts(error) ? withHint(error, 'Here that is --skip.') : error;
      });
      if (!restored) throw notPostil(200, '[]');
      const { conflicts, ...numbers } = restored;
      printObject(json ? restored : numbers, json);
      if (!json && conflicts.length > 0) {
        say('\nLeft out:');
        printRows(conflicts, ['what', 'namespace', 'record_id', 'reason'], false);
      }
    });
}

function isAboutConflicts(error: unknown): boolean {
  return error instanceof PostilError && (error.hint?.includes('on_conflict') ?? false);
}
