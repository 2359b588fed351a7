/** postil user export: what somebody answered. */
import { Command } from 'commander';
import { filled } from '../../arguments.ts';
import { countOf } from '../../deletion-preview.ts';
import { exportResponses } from '../../export-responses.ts';
import { findUserId } from '../../find-user.ts';
import { printJson, say, sayJson } from '../../output.ts';
import { findTarget, type TargetOptions, withJson, withTarget } from '../../target.ts';

export function exportCommand(): Command {
  return withJson(withTarget(new Command('export')))
    .description("export a user's responses, as JSONL: as many as you may see")
    .argument('<user>', 'their name or id', filled('the user'))
    .option(
      '-o, --output <file>',
      'write to a file, which appears when it is whole (default: -, standard output)',
      filled('--output'),
    )
    .addHelpText(
      'after',
      `
It is read page by page: what they write meanwhile may be in it or not. With --json, the counts are printed as JSON: on standard
output, or on stderr when that is where the responses go.

  postil user export ann -o ann.jsonl`,
    )
    .action(async (user: string, options: TargetOptions & { output?: string; json?: boolean }) => {
      const target = await findTarget(options);
      const file = options.output === '-' ? undefined : options.output;
      const { rows, bytes } = await exportResponses(target, await findUserId(target, user), file);
      const summary = { rows, bytes, file: file ?? null };
      if (options.json && file !== undefined) printJson(summary);
      else if (options.json) sayJson(summary);
      else if (file !== undefined) say(`${file}: ${countOf(rows)}, ${bytes} bytes`);
    });
}
