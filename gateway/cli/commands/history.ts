/** postil history: what the responses to a record were before. */
import { Command, Option } from 'commander';
import { PostilError } from '../../errors.ts';
import { rpcForRows } from '../api.ts';
import { filled, key } from '../arguments.ts';
import { isId } from '../find-user.ts';
import { printRows } from '../output.ts';
import { findTarget, type TargetOptions, withJson, withTarget } from '../target.ts';

export function historyCommand(): Command {
  return withJson(withTarget(new Command('history')))
    .description(
      "show what the responses to a record were before each change: your own or, for admins, everyone's",
    )
    .argument('<id>', "the record's id", filled('the id'))
    .addOption(new Option('--namespace <key>', 'where').argParser(key('--namespace')).makeOptionMandatory())
    .addHelpText(
      'after',
      `
Oldest first. What they are now is not part of it; postil export has that. Times: until when it was so.

  postil history 01a1fea8-eaab-7268-a36c-7ab607c9e04c --namespace default`,
    )
    .action(async (id: string, options: TargetOptions & { namespace: string; json?: boolean }) => {
      if (!isId(id)) {
        throw new PostilError('BAD_ARGUMENT', `the id is not one of a record: ${id}`, {
          hint: 'postil export shows the ids.',
        });
      }
      const rows = await rpcForRows<Record<string, unknown>>(await findTarget(options), 'response_history', {
        namespace: options.namespace,
        record_id: id,
      });
      const columns = ['at', 'operation', 'user_id', 'status', 'values', 'changed_by', 'role'];
      printRows(rows, columns, options.json ?? false);
    });
}
