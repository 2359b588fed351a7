/** postil member: roles in a namespace. */
import { Argument, Command, Option } from 'commander';
import { sendForRows } from '../api.ts';
import { filled, key } from '../arguments.ts';
import { findUserId } from '../find-user.ts';
import { printObject } from '../output.ts';
import { announce, findTarget, type TargetOptions, withJson, withTarget } from '../target.ts';

const roles = ['viewer', 'annotator', 'reviewer', 'admin'];

export function memberCommand(): Command {
  const member = new Command('member').description('give users roles in namespaces');

  withJson(withTarget(member.command('add')))
    .description('give a user a role in a namespace, or another role than before')
    .addArgument(new Argument('<user>', 'name or id').argParser(filled('the user')))
    .addOption(
      new Option('--namespace <key>', 'the namespace').argParser(key('--namespace')).makeOptionMandatory(),
    )
    .addOption(new Option('--role <role>', 'what they may do').choices(roles).makeOptionMandatory())
    .action(
      async (user: string, options: TargetOptions & { namespace: string; role: string; json?: boolean }) => {
        const target = await findTarget(options);
        announce(target);
        const row = {
          namespace: options.namespace,
          user_id: await findUserId(target, user),
          role: options.role,
        };
        const path = '/rest/v1/members?on_conflict=namespace,user_id';
        const prefer = 'resolution=merge-duplicates,return=representation';
        await sendForRows(target, 'POST', path, JSON.stringify(row), prefer);
        printObject(row, options.json ?? false);
      },
    );
  return member;
}
