/** postil user preview: what postil user delete would do. */
import { Command } from 'commander';
import { filled } from '../../arguments.ts';
import { describeDeletion, fetchPreview } from '../../deletion-preview.ts';
import { findUserId } from '../../find-user.ts';
import { printJson } from '../../output.ts';
import { findTarget, type TargetOptions, withJson, withTarget } from '../../target.ts';

export function previewCommand(): Command {
  return withJson(withTarget(new Command('preview')))
    .description('show what postil user delete would take along, and which records would re-open')
    .argument('<user>', 'their name or id', filled('the user'))
    .action(async (user: string, options: TargetOptions & { json?: boolean }) => {
      const target = await findTarget(options);
      const preview = await fetchPreview(target, await findUserId(target, user));
      if (options.json) printJson(preview);
      else process.stdout.write(describeDeletion(preview));
    });
}
