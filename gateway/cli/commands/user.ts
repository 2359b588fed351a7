/** postil user: who may sign in. */
import { Command } from 'commander';
import { insert, select } from '../api.ts';
import { filled } from '../arguments.ts';
import { printObject, printRows } from '../output.ts';
import { announce, findTarget, type TargetOptions, withJson, withTarget } from '../target.ts';
import { deactivateCommand } from './user/deactivate.ts';
import { deleteCommand } from './user/delete.ts';
import { deletionCommand } from './user/deletion.ts';
import { eraseCommand } from './user/erase.ts';
import { exportCommand } from './user/export.ts';
import { previewCommand } from './user/preview.ts';
import { reactivateCommand } from './user/reactivate.ts';
import { restoreCommand } from './user/restore.ts';

export type User = {
  id: string;
  name: string;
  owner: boolean;
  inserted_at: string;
  deactivated_at: string | null;
};

export function userCommand(): Command {
  const user = new Command('user').description('create, list, deactivate, delete, restore and erase users');

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
        'users?select=id,name,owner,inserted_at,deactivated_at&order=name',
      );
      printRows(rows, ['id', 'name', 'owner', 'inserted_at', 'deactivated_at'], options.json ?? false);
    });

  const others = [
    deactivateCommand(),
    reactivateCommand(),
    previewCommand(),
    deleteCommand(),
    deletionCommand(),
    restoreCommand(),
    exportCommand(),
    eraseCommand(),
  ];
  for (const command of others) user.addCommand(command);
  return user;
}
