/** postil dataset: records of one shape, and what is asked about them. */
import { readFileSync } from 'node:fs';
import { Command, Option } from 'commander';
import { PostilError } from '../../errors.ts';
import { rpc, select } from '../api.ts';
import { filled, key } from '../arguments.ts';
import { unreadable } from '../files.ts';
import { withHint } from '../hints.ts';
import { printObject, printRows } from '../output.ts';
import { announce, findTarget, type TargetOptions, withJson, withTarget } from '../target.ts';

export function datasetCommand(): Command {
  const dataset = new Command('dataset').description('create and list datasets');

  withJson(withTarget(dataset.command('create')))
    .description('create a dataset with its fields, questions and metadata properties, all or nothing')
    .argument(
      '<file>',
      'JSON: {"key", "name", "min_submitted", "fields": […], "questions": […], …}; - for standard input',
      filled('the file'),
    )
    .addOption(new Option('--namespace <key>', 'where').argParser(key('--namespace')).default('default'))
    .action(async (file: string, options: TargetOptions & { namespace: string; json?: boolean }) => {
      const definition = readJson(file);
      const target = await findTarget(options);
      announce(target);
      const made = await rpc<{ namespace: string; key: string; min_submitted: number }>(
        target,
        'create_dataset',
        {
          namespace: options.namespace,
          definition,
        },
        (dataset) => dataset.key !== undefined,
      ).catch((error) => {
        throw isAboutDefinition(error) ? withHint(error, example) : error;
      });
      printObject(
        { namespace: made.namespace, key: made.key, min_submitted: made.min_submitted },
        options.json ?? false,
      );
    });

  withJson(withTarget(dataset.command('list')))
    .description('list the datasets that you may see')
    .action(async (options: TargetOptions & { json?: boolean }) => {
      const columns = ['namespace', 'key', 'name', 'min_submitted'];
      const rows = await select<Record<string, unknown>>(
        await findTarget(options),
        `datasets?select=${columns.join(',')}&order=namespace,key`,
      );
      printRows(rows, columns, options.json ?? false);
    });
  return dataset;
}

function readJson(file: string): unknown {
  let text: string;
  try {
    text = readFileSync(file === '-' ? 0 : file, 'utf8');
  } catch (error) {
    throw unreadable(file, error);
  }
  try {
    return JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch (error) {
    throw new PostilError('NOT_JSON', `${file === '-' ? 'standard input' : file} is not JSON`, {
      details: (error as Error).message,
      hint: example,
    });
  }
}

/** What the database says of one is about its own workings. */
function isAboutDefinition(error: unknown): boolean {
  return error instanceof PostilError && /^(22...|2350[25]|23514|PN422)$/.test(error.code);
}

const example = 'docs/examples/mail.json is a definition that works.';
