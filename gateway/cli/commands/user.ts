/** postil user: who may sign in. */
import { Command } from 'commander';
import { insert, select } from '../api.ts';
import { filled } from '../arguments.ts';
import { printObject, printRows } from '../output.ts';
import { announce, findTarget, type TargetOptions, withJson, withTarget } from '../target.ts';

export type User = { id: string; name: string; owner: boolean; inserted_at: string };

export function userCommand(): Command {
  const user = new Command('user').description('create and list users');

  withJson(withTarget(user.command('create')))
    .description('create a user; give them a role with postil member add and a key with postil key create')
    .argument('<name>', 'a name that no other user has', filled('the name'))
    .option('--owner', 'may do everything in every namespace')
    .action(async (name: string, options: TargetOptions & { owner?: boolean; json?: boolean }) => {
      const target = await findTarget(options);
      announce(target);
      const made = await insert<User>(target, 'users', { name, owner: options.owner ?? false });
      printObject({ id: made.id, name: made.name, owner: made.owner }, options.json ?? false);
    });

  withJson(withTarget(user.command('list')))
    .description('list the users that you may see')
    .action(async (options: TargetOptions & { json?: boolean }) => {
      const rows = await select<User>(
        await findTarget(options),
        'users?select=id,name,owner,inserted_at&order=name',
      );
      printRows(rows, ['id', 'name', 'owner', 'inserted_at'], options.json ?? false);
    });
  return user;
}
