/** postil audit: who deleted, restored, erased and deactivated users, changed roles, made and revoked keys. */
import { Command, InvalidArgumentError, Option } from 'commander';
import { select } from '../api.ts';
import { filled } from '../arguments.ts';
import { isId } from '../find-user.ts';
import { printJson, printRows } from '../output.ts';
import { findTarget, type TargetOptions, withJson, withTarget } from '../target.ts';

type Entry = {
  at: string;
  action: string;
  namespace: string | null;
  subject_id: string;
  subject_name: string | null;
  details: Record<string, unknown>;
  user_id: string | null;
  user_name: string | null;
  role: string;
};

const columns =
  'seq,at,action,namespace,subject_id,subject_name,details,user_id,user_name,api_key_id,role,request_id,function,transaction';

export function auditCommand(): Command {
  return withJson(withTarget(new Command('audit')))
    .description('list who did what to users, roles and API keys, the latest last, as far as you may see it')
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
        user === undefined
          ? ''
          : `&${isId(user) ? 'subject_id' : 'subject_name'}=eq.${encodeURIComponent(user)}`;
      const target = await findTarget(options);
      const entries = (
        await select<Entry>(target, `audit?select=${columns}&order=seq.desc&limit=${limit}${whose}`)
      ).reverse();
      if (options.json) printJson(entries);
      else
        printRows(
          entries.map(shownEntry),
          ['at', 'by', 'action', 'user', 'id', 'namespace', 'details'],
          false,
        );
    });
}

function shownEntry(entry: Entry): Record<string, unknown> {
  const { at, action, subject_name, subject_id, namespace, details, user_name, user_id, role } = entry;
  const told = Object.entries(details).map(([name, value]) => `${name} ${String(value)}`);
  return {
    at: at.replace(/\.\d+/, ''),
    by: user_name ?? user_id ?? role,
    action,
    user: subject_name,
    id: subject_id,
    namespace,
    details: told.join(', ') || null,
  };
}

function parseLimit(text: string): number {
  if (/^[1-9]\d{0,5}$/.test(text)) return Number(text);
  throw new InvalidArgumentError('It is a number from 1 to 999999.');
}
