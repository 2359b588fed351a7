/** postil import: records from JSONL or CSV into a dataset. */

import { once } from 'node:events';
import { type BigIntStats, createReadStream, fstatSync, type ReadStream, statSync } from 'node:fs';
import { Argument, Command, Option } from 'commander';
import { PostilError } from '../../errors.ts';
import { importRows, type Refused, type Result, refusedError } from '../../transfer/import.ts';
import { readCsv } from '../../transfer/read-csv.ts';
import { readJsonl } from '../../transfer/read-jsonl.ts';
import type { Mapping, Shape, Source } from '../../transfer/source.ts';
import { select, sendForRows } from '../api.ts';
import { filled, key } from '../arguments.ts';
import { isADirectory, unreadable } from '../files.ts';
import { withHint } from '../hints.ts';
import { printObject, say } from '../output.ts';
import { showProgress } from '../progress.ts';
import { openRejects, type Rejects } from '../rejects.ts';
import { announce, findTarget, type Target, type TargetOptions, withJson, withTarget } from '../target.ts';
import { visible } from '../visible.ts';

type Options = TargetOptions & {
  namespace: string;
  dataset: string;
  map: string[];
  id?: string;
  format?: 'jsonl' | 'csv';
  newIds?: boolean;
  dryRun?: boolean;
  onError: 'stop' | 'skip';
  rejects?: string;
  json?: boolean;
};

export function importCommand(): Command {
  return withJson(withTarget(new Command('import')))
    .description('import records from JSONL or CSV; a record with a known external id is updated')
    .addArgument(new Argument('<file>', 'a file, or - for standard input').argParser(filled('the file')))
    .addOption(new Option('--namespace <key>', 'where').argParser(key('--namespace')).makeOptionMandatory())
    .addOption(
      new Option('--dataset <key>', 'into which dataset').argParser(key('--dataset')).makeOptionMandatory(),
    )
    .addOption(
      new Option(
        '--map <field=column...>',
        'which column fills which field; metadata.x=column fills metadata',
      ).default([], 'by name'),
    )
    .addOption(new Option('--id <column>', 'the column that holds your own id of each record'))
    .addOption(new Option('--format <format>', 'default: by the name of the file').choices(['jsonl', 'csv']))
    .option('--new-ids', "leave out an export's ids, to make copies of its records")
    .option('--dry-run', 'say what would happen and store nothing')
    .addOption(new Option('--on-error <what>', 'at a bad row').choices(['stop', 'skip']).default('stop'))
    .addOption(
      new Option(
        '--rejects <file>',
        'with --on-error skip: where bad rows go, with line and reason, as JSONL; a file that is not there or empty',
      ).argParser(filled('--rejects')),
    )
    .addHelpText(
      'after',
      `
An import that ended early continues when it is run again, since rows with an external id are found again.
What postil export writes can be imported as it is.`,
    )
    .action(run);
}

async function run(file: string, options: Options): Promise<void> {
  if (options.rejects !== undefined && options.onError !== 'skip') {
    throw new PostilError('BAD_ARGUMENT', '--rejects goes with --on-error skip', {
      hint: 'Add --on-error skip: an import that stops at the first bad row has none to keep.',
    });
  }
  const dryRun = options.dryRun ?? false;
  const target = await findTarget(options);
  const shape = await readShape(target, options.namespace, options.dataset);
  const { stream, stats } = await open(file);
  const rejects = options.rejects === undefined ? undefined : openRejects(options.rejects, stats);
  announce(target);
  const progress = showProgress(file === '-' ? undefined : Number(stats.size), options.json ?? false);
  let first: Refused | undefined;
  let stored = 0;
  const began = Date.now();
  const totals = await importRows(
    sourceOf(bytesOf(stream, file), file, options, shape),
    (rows) => store(target, options, rows),
    (row) => {
      first ??= row;
      if (options.onError === 'stop') return false;
      reject(row, rejects);
      return true;
    },
    ({ read, inserted, updated }) => {
      stored = inserted + updated;
      progress.update(read, 'bytesRead' in stream ? stream.bytesRead : undefined);
    },
  )
    .catch((error) => {
      throw withHint(
        error,
        `${whatIsStored(stored, dryRun)}${dryRun ? '' : ' Run the import again to go on.'}`,
      );
    })
    .finally(() => {
      progress.stop();
      rejects?.close();
    });
  if (first && options.onError === 'stop') throw refusedError(first, file, whatIsStored(stored, dryRun));
  const seconds = (Date.now() - began) / 1000;
  const summary = {
    rows: totals.read,
    inserted: totals.inserted,
    updated: totals.updated,
    unchanged: totals.unchanged,
    refused: totals.refused,
    seconds: Math.round(seconds * 10) / 10,
    rows_per_second: Math.round(totals.read / Math.max(seconds, 0.001)),
    ...(options.dryRun && { dry_run: true }),
  };
  printObject(summary, options.json ?? false);
  if (totals.refused > 0) process.exitCode = 1;
}

function whatIsStored(rows: number, dryRun: boolean): string {
  return dryRun ? 'Nothing was stored: it was a dry run.' : `${rows} rows were stored.`;
}

async function readShape(target: Target, namespace: string, dataset: string): Promise<Shape> {
  const where = `namespace=eq.${encodeURIComponent(namespace)}&dataset=eq.${encodeURIComponent(dataset)}`;
  const fields = await select<{ name: string; type: string; required: boolean }>(
    target,
    `fields?select=name,type,required&${where}`,
  );
  const properties = await select<{ name: string; type: string }>(
    target,
    `metadata_properties?select=name,type&${where}`,
  );
  if (fields.length === 0) {
    throw new PostilError('PN404', `there is no dataset ${dataset} with fields in namespace ${namespace}`, {
      hint: 'List them: postil dataset list. Create one: postil dataset create FILE.json',
    });
  }
  return {
    fields: new Map(fields.map(({ name, type }) => [name, type === 'text' || type === 'image'])),
    required: new Set(fields.filter(({ required }) => required).map(({ name }) => name)),
    metadata: new Map(properties.map(({ name, type }) => [name, type !== 'terms'])),
  };
}

function sourceOf(input: AsyncIterable<Buffer>, file: string, options: Options, shape: Shape): Source {
  const mapping = mappingOf(options, shape);
  const csv = options.format ? options.format === 'csv' : /\.csv$/i.test(file);
  return csv
    ? readCsv(input, mapping, shape, options.newIds ?? false)
    : readJsonl(input, mapping, options.newIds ?? false);
}

/** undefined when nothing is mapped: then the file holds records as an export writes them. */
function mappingOf(options: Options, shape: Shape): Mapping | undefined {
  if (options.map.length === 0 && options.id === undefined) return undefined;
  const mapping: Mapping = { fields: new Map(), metadata: new Map(), id: options.id, optional: new Set() };
  for (const pair of options.map) {
    const at = pair.indexOf('=');
    const [name, column] = [pair.slice(0, at), pair.slice(at + 1)];
    if (at <= 0 || column === '') {
      throw new PostilError('BAD_ARGUMENT', `--map takes field=column, not ${pair}`, {
        hint: 'For example: --map text=body',
      });
    }
    const known = name.startsWith('metadata.')
      ? mapping.metadata.has(name.slice('metadata.'.length))
      : mapping.fields.has(name);
    if (known) {
      throw new PostilError('BAD_ARGUMENT', `--map fills ${name} twice`, {
        hint: 'Name one column for each field.',
      });
    }
    if (name.startsWith('metadata.')) mapping.metadata.set(name.slice('metadata.'.length), column);
    else if (shape.fields.has(name)) mapping.fields.set(name, column);
    else {
      throw new PostilError('BAD_ARGUMENT', `the dataset has no field ${name}`, {
        hint: `It has: ${[...shape.fields.keys()].join(', ')}. Metadata is mapped with metadata.${name}=${column}.`,
      });
    }
  }
  // A field that is not mapped has a column of its own name.
  const named = new Set([...mapping.fields.values(), ...mapping.metadata.values(), mapping.id]);
  for (const name of shape.fields.keys()) {
    if (mapping.fields.has(name)) continue;
    mapping.fields.set(name, name);
    if (!shape.required.has(name) && !named.has(name)) mapping.optional.add(name);
  }
  return mapping;
}

/** @throws PostilError FILE_UNREADABLE */
async function open(file: string): Promise<{ stream: ReadStream | NodeJS.ReadStream; stats: BigIntStats }> {
  try {
    const stats = file === '-' ? fstatSync(0, { bigint: true }) : statSync(file, { bigint: true });
    if (stats.isDirectory()) throw isADirectory;
    if (file === '-') return { stream: process.stdin, stats };
    const stream = createReadStream(file, { highWaterMark: 256 * 1024 });
    await once(stream, 'open');
    return { stream, stats };
  } catch (error) {
    throw unreadable(file, error);
  }
}

/** What a stream reads, with errors that say which file. */
async function* bytesOf(stream: ReadStream | NodeJS.ReadStream, file: string): AsyncGenerator<Buffer> {
  try {
    yield* stream as AsyncIterable<Buffer>;
  } catch (error) {
    throw unreadable(file, error);
  }
}

async function store(target: Target, options: Options, rows: string): Promise<Result[]> {
  const { namespace, dataset, dryRun = false } = options;
  // Put together as text: what PostgreSQL gets is what the file had.
  const rest = JSON.stringify({ namespace, dataset, on_error: 'report', dry_run: dryRun }).slice(1);
  const columns = 'index,action,code,message,details,hint';
  return sendForRows(
    target,
    'POST',
    `/rest/v1/rpc/upsert_records?select=${columns}`,
    `{"rows":${rows},${rest}`,
  );
}

function reject(row: Refused, rejects: Rejects | undefined): void {
  if (rejects) rejects.write(row);
  else say(visible(`line ${row.line}: ${row.code} ${row.message}${row.details ? ` (${row.details})` : ''}`));
}
