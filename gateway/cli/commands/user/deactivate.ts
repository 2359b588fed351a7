/** postil user deactivate: somebody may not sign in for a while, or for good. */
import { Command } from 'commander';
import { rpc } from '../../api.ts';
import { filled } from '../../arguments.ts';
import { confirm, requireTerminal } from '../../confirm.ts';
import { countOf, describePreview, fetchPreview } from '../../deletion-preview.ts';
import { findUserId } from '../../find-user.ts';
import { printObject, say } from '../../output.ts';
import { announce, findTarget, type TargetOptions, withJson, withTarget } from '../../target.ts';

type Options = TargetOptions & { excludeResponses?: boolean; yes?: boolean; json?: boolean };

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
    .option('--yes', 'do not ask, as --exclude-responses does')
    .addHelpText(
      'after',
      `
Run again without --exclude-responses, or with it, it changes whether their responses count. With it, shows first which records
would re-open, and asks.

  postil user deactivate ann --exclude-responses
  postil user reactivate ann`,
    )
    .action(run);
}

async function run(user: string, options: Options): Promise<void> {
  const { excludeResponses: exclude_responses = false, yes = false, json = false } = options;
  const asks = exclude_responses && !yes;
  if (asks) requireTerminal('--exclude-responses', 'Add --yes. What would re-open: postil user preview');
  const target = await findTarget(options);
  announce(target);
  const user_id = await findUserId(target, user);
  if (exclude_responses && (asks || !json)) {
    const preview = await fetchPreview(target, user_id);
    say(describePreview(preview));
    if (asks) {
      const { name, responses } = preview;
      await confirm(`Deactivate ${name} and leave ${countOf(responses)} uncounted?`, 'nothing was changed');
    }
  }
  const args = { user_id, exclude_responses };
  printActivity(await rpc<Activity>(target, 'deactivate_user', args, isActivity), json);
}

export function isActivity(value: Activity): boolean {
  return value.id !== undefined;
}

export function printActivity(after: Activity, json: boolean): void {
  const { id, name, deactivated_at, responses_excluded } = after;
  printObject({ id, name, deactivated_at, responses_excluded }, json);
}
