/** postil user deactivate: somebody may not sign in for a while, or for good. */
import { Command } from 'commander';
import { rpc } from '../../api.ts';
import { filled } from '../../arguments.ts';
import { findUserId } from '../../find-user.ts';
import { printObject } from '../../output.ts';
import { announce, findTarget, type TargetOptions, withJson, withTarget } from '../../target.ts';

export type Activity = {
  id: string;
  name: string;
  deactivated_at: string | null;
  responses_excluded: boolean;
};

export function deactivateCommand(): Command {
  return withJson(withTarget(new Command('deactivate')))
    .description('keep a user from signing in, writing and being given records; their responses stay')
    .argument('<user>', 'their name or id', filled('the user'))
    .option('--exclude-responses', 'their responses stop counting, and records that need them re-open')
    .addHelpText(
      'after',
      `
Run again without --exclude-responses, or with it, it changes whether their responses count.

  postil user deactivate ann --exclude-responses
  postil user reactivate ann`,
    )
    .action(async (user: string, options: TargetOptions & { excludeResponses?: boolean; json?: boolean }) => {
      const target = await findTarget(options);
      announce(target);
      const after = await rpc<Activity>(
        target,
        'deactivate_user',
        { user_id: await findUserId(target, user), exclude_responses: options.excludeResponses ?? false },
        isActivity,
      );
      printActivity(after, options.json ?? false);
    });
}

export function isActivity(value: Activity): boolean {
  return value.id !== undefined;
}

export function printActivity(after: Activity, json: boolean): void {
  const { id, name, deactivated_at, responses_excluded } = after;
  printObject({ id, name, deactivated_at, responses_excluded }, json);
}
