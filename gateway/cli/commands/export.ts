/** postil export: a dataset's records with their suggestions and responses, from one snapshot. */
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { ReadableStream } from 'node:stream/web';
import { Command, Option } from 'commander';
import { PostilError } from '../../errors.ts';
import { notPostil, send } from '../api.ts';
import { filled, key } from '../arguments.ts';
import { type Counted, countRows } from '../count-rows.ts';
import { unwritable } from '../files.ts';
import { printJson, say, sayJson } from '../output.ts';
import { findTarget, type TargetOptions, withJson, withTarget } from '../target.ts';
import { openWholeFile } from '../whole-file.ts';

type Options = TargetOptions & {
  namespace: string;
  dataset: string;
  format?: 'jsonl' | 'csv';
  output?: string;
  json?: boolean;
};

export function exportCommand(): Command {
  return withJson(withTarget(new Command('export')))
    .description("export a dataset's records with their suggestions and responses, from one snapshot")
    .addOption(new Option('--namespace <key>', 'where').argParser(key('--namespace')).makeOptionMandatory())
    .addOption(
      new Option('--dataset <key>', 'which dataset').argParser(key('--dataset')).makeOptionMandatory(),
    )
    .addOption(
      new Option('--format <format>', 'default: by the name of the file, else jsonl').choices([
        'jsonl',
        'csv',
      ]),
    )
    .option(
      '-o, --output <file>',
      'write to a file, which appears when it is whole (default: -, standard output)',
      filled('--output'),
    )
    .addHelpText(
      'after',
      `
A file that is there already is replaced, once the new one is whole. With --json, the counts are printed as JSON: on
standard output, or on stderr when that is where the records go.`,
    )
    .action(run);
}

async function run(options: Options): Promise<void> {
  const { output } = options;
  const format = options.format ?? (output?.toLowerCase().endsWith('.csv') ? 'csv' : 'jsonl');
  const path = `/v1/namespaces/${encodeURIComponent(options.namespace)}/datasets/${encodeURIComponent(options.dataset)}/export?format=${format}`;
  const target = await findTarget(options);
  const file = output === undefined || output === '-' ? undefined : await openWholeFile(output);
  const counted: Counted = { rows: 0, bytes: 0 };
  const began = Date.now();
  try {
    const answer = await send(target, 'GET', path);
    // Whatever answers 200 to anything would otherwise be kept as an export.
    if (!answer.headers.get('content-type')?.startsWith(types[format])) {
      throw notPostil(answer.status, await answer.text());
    }
    const body = Readable.fromWeb(answer.body as ReadableStream);
    if (file) await pipeline(body, countRows(format, counted), file.stream);
    else await pipeline(body, countRows(format, counted), process.stdout, { end: false });
    file?.keep();
  } catch (error) {
    file?.discard();
    throw cutShort(error, output ?? 'standard output');
  }
  const summary = { ...summaryOf(counted, began), format, file: file ? output : null };
  if (options.json && file) printJson(summary);
  else if (options.json) sayJson(summary);
  else if (file) say(`${output}: ${counted.rows} rows, ${counted.bytes} bytes`);
}

const types = { jsonl: 'application/x-ndjson', csv: 'text/csv' };

function cutShort(error: unknown, output: string): PostilError {
  if (error instanceof PostilError) return error;
  if ((error as NodeJS.ErrnoException).syscall === 'write') return unwritable(output, error);
  return new PostilError('EXPORT_INCOMPLETE', 'the export ended early and is not whole', {
    details: error instanceof Error ? error.message : null,
    hint: 'Run it again; the log of the gateway may say why.',
    cause: error,
  });
}

function summaryOf({ rows, bytes }: Counted, began: number) {
  const seconds = (Date.now() - began) / 1000;
  return {
    rows,
    bytes,
    seconds: Math.round(seconds * 10) / 10,
    rows_per_second: Math.round(rows / Math.max(seconds, 0.001)),
  };
}
