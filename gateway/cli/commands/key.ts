/** postil key: API keys. */
import { Command, Option } from 'commander';
import { PostilError } from '../../errors.ts';
import { rpc, select } from '../api.ts';
import { findUserId } from '../find-user.ts';
import { printObject, printRows, say } from '../output.ts';
import { announce, findTarget, type TargetOptions, withJson, withTarget } from '../target.ts';

type Key = {
  id: string;
  user_id: string;
  name: string;
  prefix: string;
  expires_at: string | null;
  api_key: string;
};

export function keyCommand(): Command {
  const key = new Command('key').description('create, list and revoke API keys');

  withJson(withTarget(key.command('create')))
    .description('create an API key; it is shown once')
    .addOption(new Option('--user <user>', 'whose key it is, by name or id (default: your own)'))
    .option('--name <name>', 'what it is for', 'key')
    .addOption(
      new Option('--expires <when>', 'a date, or a number of days such as 90d').argParser(parseExpiry),
    )
    .action(
      async (options: TargetOptions & { user?: string; name: string; expires?: string; json?: boolean }) => {
        const target = await findTarget(options);
        announce(target);
        const [made] = await rpc<Key[]>(target, 'create_api_key', {
          name: options.name,
          ...(options.user !== undefined && { user_id: await findUserId(target, options.user) }),
          ...(options.expires !== undefined && { expires_at: options.expires }),
        });
        printObject({ ...made }, options.json ?? false);
        if (!options.json) say('Keep the key now: it is not stored and cannot be shown again.');
      },
    );

  withJson(withTarget(key.command('list')))
    .description('list API keys: your own or, for an owner, all; never the secret part')
    .action(async (options: TargetOptions & { json?: boolean }) => {
      const columns = ['id', 'user_id', 'name', 'prefix', 'inserted_at', 'expires_at', 'revoked_at'];
      const rows = await select<Record<string, unknown>>(
        await findTarget(options),
        `api_keys?select=${columns.join(',')}&order=inserted_at`,
      );
      printRows(rows, columns, options.json ?? false);
    });

  withJson(withTarget(key.command('revoke')))
    .description('end an API key; it stops working within a second')
    .argument('<id>', 'the id that postil key list shows')
    .action(async (id: string, options: TargetOptions & { json?: boolean }) => {
      const target = await findTarget(options);
      announce(target);
      const revokedAt = await rpc<string>(target, 'revoke_api_key', { id });
      printObject({ id, revoked_at: revokedAt }, options.json ?? false);
    });
  return key;
}

function parseExpiry(text: string): string {
  const days = /^(\d{1,5})d$/.exec(text)?.[1];
  const when = days === undefined ? new Date(text) : new Date(Date.now() + Number(days) * 86_400_000);
  if (!Number.isNaN(when.getTime())) return when.toISOString();
  throw new PostilError('BAD_ARGUMENT', `--expires does not understand ${text}`, {
    hint: 'Give a date such as 2027-01-31, or a number of days such as 90d.',
  });
}
