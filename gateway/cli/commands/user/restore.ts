/** postil user restore: undoes the deletion of a user. */
import { Command } from 'commander';
import { PostilError } from '../../../errors.ts';
import { notPostil, rpcForRows } from '../../api.ts';
import { filled } from '../../arguments.ts';
import { fetchEntries, tableOfEntries } from '../../audit-entries.ts';
import { confirm, requireTerminal } from '../../confirm.ts';
import { requireId } from '../../find-user.ts';
import { withHint } from '../../hints.ts';
import { printObject, printRows, say } from '../../output.ts';
import { announce, findTarget, type Target, type TargetOptions, withJson, withTarget } from '../../target.ts';

type Options = TargetOptions & { skip?: boolean; yes?: boolean; json?: boolean };

type Restored = {
  id: string;
  name: string;
  responses: number;
  memberships: number;
  completed: number;
  skipped: number;
  conflicts: Record<string, unknown>[];
};

/** Of the audit, before it asks. */
const shownEntries = 5;

export function restoreCommand(): Command {
  return withJson(withTarget(new Command('restore')))
    .description('bring back a deleted user with their memberships and responses, but not their API keys')
    .argument('<id>', 'their id; postil audit shows who was deleted', filled('the id'))
    .option('--skip', 'leave out, for good, what stands in the way (default: nothing is restored then)')
    .option('--yes', 'do not ask')
    .addHelpText(
      'after',
      `
Shows first what was last done to them, and asks. It also brings back what a cancelled deletion had deleted. Each deletion is
undone once, and as long as history is kept.

  postil audit --user ann
  postil user restore 01a1fe95-58e0-71c7-8a9b-ae395a602106
  postil user restore 01a1fe95-58e0-71c7-8a9b-ae395a602106 --skip --yes`,
    )
    .action(run);
}

async function run(text: string, options: Options): Promise<void> {
  const json = options.json ?? false;
  const user_id = requireId(text);
  if (!options.yes) requireTerminal('the restoration', 'Add --yes. Who was deleted: postil audit');
  const target = await findTarget(options);
  announce(target);
  if (!options.yes) await ask(target, user_id);
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
}

async function ask(target: Target, userId: string): Promise<void> {
  const entries = await fetchEntries(target, shownEntries, `subject_id=eq.${userId}`);
  if (entries.length > 0) say(tableOfEntries(entries));
  await confirm(`Restore ${entries.at(-1)?.subject_name ?? userId}?`, 'nothing was restored');
}

function isAboutConflicts(error: unknown): boolean {
  return error instanceof PostilError && (error.hint?.includes('on_conflict') ?? false);
}
