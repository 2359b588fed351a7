/** postil audit: who deleted, restored, erased and deactivated users, changed roles, made and revoked keys, and so on. */
import { Command, InvalidArgumentError, Option } from 'commander';
import { filled } from '../arguments.ts';
import { fetchEntries, tableOfEntries } from '../audit-entries.ts';
import { isId } from '../find-user.ts';
import { printJson, say } from '../output.ts';
import { findTarget, type TargetOptions, withJson, withTarget } from '../target.ts';

export function auditCommand(): Command {
  return withJson(withTarget(new Command('audit')))
    .description(
      'list who did what to users, roles, API keys and namespaces, the latest last, as far as you may see it',
    )
    .addOption(new Option('--limit <n>', 'how many, of the latest').argParser(parseLimit).default(50))
    .addOption(
      new Option('--user <user>', 'only what was done to this one, by name or id').argParser(
        filled('--user'),
      ),
    )
    .addHelpText(
      'after',
      `
With --json also the request, the API key, the function and the transaction of each.

  postil audit --limit 1000 --json
  postil audit --user ann`,
    )
    .action(async (options: TargetOptions & { limit: number; user?: string; json?: boolean }) => {
      const { user, limit } = options;
      const whose =
        user &&
        (isId(user)
          ? `or=(subject_id.eq.${user},subject_name.eq.${user})` // A name may look like an id.
          : `subject_name=eq.${encodeURIComponent(user)}`);
      const entries = await fetchEntries(await findTarget(options), limit, whose);
      if (options.json) printJson(entries);
      else if (entries.length === 0) say('None.');
      else process.stdout.write(tableOfEntries(entries));
    });
}

function parseLimit(text: string): number {
  if (/^[1-9]\d{0,5}$/.test(text)) return Number(text);
  throw new InvalidArgumentError('It is a number from 1 to 999999.');
}
