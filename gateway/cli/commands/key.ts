/** postil key: API keys. */
import { Command, Option } from 'commander';
import { PostilError } from '../../errors.ts';
import { notPostil, rpc, rpcForRows, select } from '../api.ts';
import { filled } from '../arguments.ts';
import { findUserId, isId } from '../find-user.ts';
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
    .addOption(
      new Option(
        '--user <user>',
        'whose key it is, by name or id (default: your own, with POSTIL_API_KEY)',
      ).argParser(filled('--user')),
    )
    .option('--name <name>', 'what it is for', filled('--name'), 'key')
    .addOption(
      new Option('--expires <when>', 'a date, or a number of days such as 90d').argParser(parseExpiry),
    )
    .action(
      async (options: TargetOptions & { user?: string; name: string; expires?: string; json?: boolean }) => {
        const target = await findTarget(options);
        if (options.user === undefined && target.asService) {
          throw new PostilError('BAD_ARGUMENT', '--user is missing', {
            hint: 'Say whose key it is; postil user list shows the users. Only with POSTIL_API_KEY is there a "your own".',
          });
        }
        announce(target);
        const [made] = await rpcForRows<Key>(target, 'create_api_key', {
          name: options.name,
          ...(options.user !== undefined && { user_id: await findUserId(target, options.user) }),
          ...(options.expires !== undefined && { expires_at: options.expires }),
        });
        if (!made) throw notPostil(200, '[]');
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
    .argument('<id>', 'the id that postil key list shows', filled('the id'))
    .action(async (id: string, options: TargetOptions & { json?: boolean }) => {
      if (!isId(id)) {
        throw new PostilError('BAD_ARGUMENT', `the id is not one of a key: ${id}`, {
          hint: 'postil key list shows the ids.',
        });
      }
      const target = await findTarget(options);
      announce(target);
      const isTime = (value: string) => typeof value === 'string';
      const revokedAt = await rpc<string>(target, 'revoke_api_key', { id }, isTime);
      printObject({ id, revoked_at: revokedAt }, options.json ?? false);
    });
  return key;
}

function parseExpiry(text: string): string {
  const days = /^(\d{1,5})d$/.exec(filled('--expires')(text))?.[1];
  const when = days === undefined ? new Date(text) : new Date(Date.now() + Number(days) * 86_400_000);
  if (when.getUTCFullYear() < 10_000) return when.toISOString();
  throw new PostilError('BAD_ARGUMENT', `--expires does not understand ${text}`, {
    hint: 'Give a date such as 2027-01-31, or a number of days such as 90d.',
  });
}
