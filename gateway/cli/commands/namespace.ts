/** postil namespace: what datasets live in. */
import { Command } from 'commander';
import { insert, select } from '../api.ts';
import { filled } from '../arguments.ts';
import { printObject, printRows } from '../output.ts';
import { announce, findTarget, type TargetOptions, withJson, withTarget } from '../target.ts';

type Namespace = { key: string; name: string | null; description: string | null };

export function namespaceCommand(): Command {
  const namespace = new Command('namespace').description('create and list namespaces');

  withJson(withTarget(namespace.command('create')))
    .description('create a namespace')
    .argument(
      '<key>',
      'letters, digits, _ . - ; at most 63, the first a letter or digit; never changes',
      filled('the key'),
    )
    .option('--name <name>', 'what people call it', filled('--name'))
    .option('--description <text>', 'what it is for')
    .action(
      async (
        key: string,
        options: TargetOptions & { name?: string; description?: string; json?: boolean },
      ) => {
        const target = await findTarget(options);
        announce(target);
        const { name, description } = options;
        const made = await insert<Namespace>(target, 'namespaces', { key, name, description });
        printObject({ key: made.key, name: made.name, description: made.description }, options.json ?? false);
      },
    );

  withJson(withTarget(namespace.command('list')))
    .description('list the namespaces that you may see')
    .action(async (options: TargetOptions & { json?: boolean }) => {
      const columns = ['key', 'name', 'description', 'protected'];
      const rows = await select<Namespace>(
        await findTarget(options),
        `namespaces?select=${columns.join(',')}&order=key`,
      );
      printRows(rows, columns, options.json ?? false);
    });
  return namespace;
}
