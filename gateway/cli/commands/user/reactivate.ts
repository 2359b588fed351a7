/** postil user reactivate: ends postil user deactivate. */
import { Command } from 'commander';
import { rpc } from '../../api.ts';
import { filled } from '../../arguments.ts';
import { findUserId } from '../../find-user.ts';
import { announce, findTarget, type TargetOptions, withJson, withTarget } from '../../target.ts';
import { type Activity, isActivity, printActivity } from './deactivate.ts';

export function reactivateCommand(): Command {
  return withJson(withTarget(new Command('reactivate')))
    .description('let a user sign in again, with the API keys that they had; all their responses count')
    .argument('<user>', 'their name or id', filled('the user'))
    .action(async (user: string, options: TargetOptions & { json?: boolean }) => {
      const target = await findTarget(options);
      announce(target);
      const user_id = await findUserId(target, user);
      const after = await rpc<Activity>(target, 'reactivate_user', { user_id }, isActivity);
      printActivity(after, options.json ?? false);
    });
}
