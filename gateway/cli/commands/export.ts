/** postil export: a dataset's records with their suggestions and responses, from one snapshot. */
import { createWriteStream, renameSync, rmSync } from 'node:fs';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { ReadableStream } from 'node:stream/web';
import { Command, Option } from 'commander';
import { PostilError } from '../../errors.ts';
import { send } from '../api.ts';
import { say } from '../output.ts';
import { findTarget, type TargetOptions, withTarget } from '../target.ts';

type Options = TargetOptions & {
  namespace: string;
  dataset: string;
  format?: 'jsonl' | 'csv';
  output?: string;
};

export function exportCommand(): Command {
  return withTarget(new Command('export'))
    .description("export a dataset's records with their suggestions and responses, from one snapshot")
    .addOption(new Option('--namespace <key>', 'where').makeOptionMandatory())
    .addOption(new Option('--dataset <key>', 'which dataset').makeOptionMandatory())
    .addOption(
      new Option('--format <format>', 'default: by the name of the file, else jsonl').choices([
        'jsonl',
        'csv',
      ]),
    )
    .option(
      '-o, --output <file>',
      'write to a file, which appears when it is whole (default: standard output)',
    )
    .action(async (options: Options) => {
      const format = options.format ?? (options.output?.toLowerCase().endsWith('.csv') ? 'csv' : 'jsonl');
      const path = `/v1/namespaces/${encodeURIComponent(options.namespace)}/datasets/${encodeURIComponent(options.dataset)}/export?format=${format}`;
      const answer = await send(await findTarget(options), 'GET', path);
      const body = Readable.fromWeb(answer.body as ReadableStream);
      try {
        if (options.output === undefined) await pipeline(body, process.stdout, { end: false });
        else await writeWhole(body, options.output);
      } catch (error) {
        throw new PostilError('EXPORT_INCOMPLETE', 'the export ended early and is not whole', {
          details: error instanceof Error ? error.message : null,
          hint: 'Run it again; the log of the gateway may say why.',
          cause: error,
        });
      }
    });
}

async function writeWhole(body: Readable, file: string): Promise<void> {
  const draft = `${file}.part`;
  let bytes = 0;
  body.on('data', (chunk: Buffer) => {
    bytes += chunk.length;
  });
  try {
    await pipeline(body, createWriteStream(draft));
    renameSync(draft, file);
  } catch (error) {
    rmSync(draft, { force: true });
    throw error;
  }
  say(`${file}: ${bytes} bytes`);
}
