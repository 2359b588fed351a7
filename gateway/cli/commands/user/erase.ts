/** postil user erase: the right to be forgotten. */
import { Command } from 'commander';
import { PostilError } from '../../../errors.ts';
import { notPostil, rpcForRows } from '../../api.ts';
import { filled } from '../../arguments.ts';
import { ask, notConfirmed, requireTerminal } from '../../confirm.ts';
import { describePreview, fetchPreview, requireNotLast } from '../../deletion-preview.ts';
import { exportFile, exportFirst } from '../../export-first.ts';
import { requireId } from '../../find-user.ts';
import { printObject, say } from '../../output.ts';
import { announce, findTarget, type TargetOptions, withJson, withTarget } from '../../target.ts';

type Options = TargetOptions & { yes?: boolean; export?: string; json?: boolean };

type Erased = { id: string; responses: number; images: number };

export function eraseCommand(): Command {
  return withJson(withTarget(new Command('erase')))
    .description('forget a user: delete them, and all that history has of them; cannot be undone')
    .argument(
      '<id>',
      'their id, also when they were deleted; postil user list and postil audit show it',
      filled('the id'),
    )
    .argument('[name]', 'with --yes: the name that they have, or had', filled('the name'))
    .option('--yes', 'do not ask for the name to be typed; it is an argument then')
    .option('--export <file>', 'first write their responses to a file, as JSONL', exportFile)
    .addHelpText(
      'after',
      `
Shows first what would go, unless they were deleted before, and asks. When the export fails, nothing is erased; it has to be made
before they are deleted. What is out of its reach, such as backups and exports, is in docs/users.md.

  postil user erase 01a1fe95-58e0-71c7-8a9b-ae395a602106
  postil user erase 01a1fe95-58e0-71c7-8a9b-ae395a602106 'Ann Lee' --yes --export ann.jsonl`,
    )
    .action(run);
}

async function run(text: string, given: string | undefined, options: Options): Promise<void> {
  const json = options.json ?? false;
  const user_id = requireId(text);
  if (options.yes && given === undefined) {
    throw new PostilError('BAD_ARGUMENT', 'the name is missing', {
      hint: `With --yes it is an argument: postil user erase ${user_id} NAME --yes`,
    });
  }
  if (!options.yes) {
    requireTerminal('erasing', `Give the name, and --yes: postil user erase ${user_id} NAME --yes`);
  }
  const target = await findTarget(options);
  announce(target);
  const preview = await fetchPreview(target, user_id).catch(undefinedWhenGone);
  if (preview) {
    if (!json || !options.yes) say(describePreview(preview));
    requireNotLast(preview);
  } else if (options.export !== undefined) {
    throw nothingToExport();
  }
  const name = options.yes ? given : await typedName(user_id);
  if (preview && options.export !== undefined) {
    await exportFirst(target, preview, options.export, json, 'Nothing was erased.');
  }
  const [erased] = await rpcForRows<Erased>(target, 'erase_user', { user_id, name });
  if (!erased) throw notPostil(200, '[]');
  printObject(erased, json);
}

function undefinedWhenGone(error: unknown): undefined {
  if (!(error instanceof PostilError && error.code === 'PN404')) throw error;
}

function nothingToExport(): PostilError {
  return new PostilError('PN404', 'there is no such user whose responses could be exported', {
    hint: 'Nothing was erased. If they were deleted, restore them first: postil user restore',
  });
}

async function typedName(userId: string): Promise<string> {
  say(
    `This deletes user ${userId} with all their responses, and what history has of them. It cannot be undone.`,
  );
  const name = await ask('Their name, to erase them: ');
  if (name !== '') return name;
  throw notConfirmed('nothing was erased');
}
