/** postil user delete: a user with their responses, after a look at what goes with them. */
import { Command } from 'commander';
import { PostilError } from '../../../errors.ts';
import { notPostil, rpcForRows } from '../../api.ts';
import { filled } from '../../arguments.ts';
import { confirm, requireTerminal } from '../../confirm.ts';
import {
  countOf,
  describeDeletion,
  fetchPreview,
  type Preview,
  requireNotLast,
} from '../../deletion-preview.ts';
import { exportFile, exportFirst } from '../../export-first.ts';
import { findUserId } from '../../find-user.ts';
import { printObject, say } from '../../output.ts';
import { announce, findTarget, type Target, type TargetOptions, withJson, withTarget } from '../../target.ts';
import { deletionBy, watchDeletion } from '../../watch-deletion.ts';

type Options = TargetOptions & { yes?: boolean; background?: boolean; export?: string; json?: boolean };

/** What delete_user() returns. */
type Deleted = {
  id: string;
  name: string;
  responses: number;
  reopened: number;
  memberships: number;
  api_keys: number;
  seconds: number;
};

/** Longer than this, and others notice. */
const longSeconds = 5;

export function deleteCommand(): Command {
  return withJson(withTarget(new Command('delete')))
    .description('delete a user with their responses, and re-open the records that needed one of these')
    .argument('<user>', 'their name or id', filled('the user'))
    .option('--yes', 'do not ask')
    .option('--background', 'in batches that hold up nobody, and show how far it is; for very many responses')
    .option('--export <file>', 'first write their responses to a file, as JSONL', exportFile)
    .addHelpText(
      'after',
      `
Shows first what would go (so does postil user preview), and asks. If there are other responses by then than were shown, nothing
is deleted. postil user restore undoes it, as long as history is kept. When the export fails, nothing is deleted.

  postil user delete ann --export ann.jsonl
  postil user delete ann --yes --json
  postil user delete ann --background`,
    )
    .action(run);
}

async function run(user: string, options: Options): Promise<void> {
  const json = options.json ?? false;
  if (!options.yes) requireTerminal('the deletion', 'Add --yes. What would go: postil user preview');
  const target = await findTarget(options);
  announce(target);
  const preview = await fetchPreview(target, await findUserId(target, user));
  if (!json || !options.yes) say(describeDeletion(preview));
  requireNotLast(preview);
  if (!options.yes) {
    if (!options.background && preview.estimated_seconds > longSeconds) {
      say('Others wait for its records meanwhile; with --background they would not.\n');
    }
    await confirm(`Delete ${preview.name} with ${countOf(preview.responses)}?`, 'nothing was deleted');
  }
  if (options.export !== undefined) {
    await exportFirst(target, preview, options.export, json, 'Nothing was deleted.');
  }
  const deleting = options.background
    ? watchedDeletion(target, preview, json)
    : deleteNow(target, preview, json);
  const done = await deleting.catch((error) => {
    throw json ? error : explained(error);
  });
  if (done && !json) say(`To undo it: postil user restore ${preview.id}`);
}

/** @returns whether they are gone */
async function watchedDeletion(target: Target, { id, responses }: Preview, json: boolean): Promise<boolean> {
  const begun = await deletionBy(target, 'delete_user_in_background', id, { expected_responses: responses });
  const { state } = await watchDeletion(target, id, begun, json);
  return state === 'finished';
}

async function deleteNow(target: Target, preview: Preview, json: boolean): Promise<boolean> {
  const args = { user_id: preview.id, expected_responses: preview.responses };
  const [deleted] = await rpcForRows<Deleted>(target, 'delete_user', args);
  if (!deleted) throw notPostil(200, '[]');
  const { id, name, responses, reopened, memberships, api_keys } = deleted;
  const seconds = Math.round(deleted.seconds * 100) / 100;
  printObject({ id, name, responses, reopened, memberships, api_keys, seconds }, json);
  return true;
}

/** The details of PN412 are a preview, as JSON. */
function explained(error: unknown): unknown {
  if (!(error instanceof PostilError && error.code === 'PN412' && error.details)) return error;
  say(`Now ${describeDeletion(JSON.parse(error.details) as Preview)}`);
  return new PostilError(error.code, error.message, {
    hint: 'Nothing was deleted. If these numbers are as they should be, run it again.',
    cause: error,
  });
}
