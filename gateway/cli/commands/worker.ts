/** postil worker: runs the worker alone, beside a Postil that may run elsewhere. */
import { Command, Option } from 'commander';
import { filled } from '../arguments.ts';
import { settings } from '../environment.ts';
import { say } from '../output.ts';
import { defaultData, findRunning, notRunning, withJson } from '../target.ts';
import { untilStopped } from '../until-stopped.ts';

type Options = { data: string; databaseUrl?: string; json?: boolean };

export function workerCommand(): Command {
  return withJson(new Command('worker'))
    .description('do what takes long, such as deleting users in the background; postil serve does so, too')
    .addOption(
      new Option('--data <dir>', 'data directory of the Postil whose database it is')
        .argParser(filled('--data'))
        .default(defaultData),
    )
    .addOption(new Option('--database-url <url>', 'the database itself, instead').env('DATABASE_URL'))
    .addHelpText(
      'after',
      `
It looks for work until it gets SIGINT or SIGTERM; then it finishes the batch at hand, and another worker goes on. Its log is
on standard error. With --json, one JSON object a line: {"event":"ready","database_url":…} and {"event":"stopped"}.`,
    )
    .action(run);
}

async function run(options: Options): Promise<void> {
  const stopped = untilStopped();
  const report = (event: Record<string, unknown>) => process.stdout.write(`${JSON.stringify(event)}\n`);
  const databaseUrl = options.databaseUrl || findRunning(options.data)?.database_url;
  if (databaseUrl === undefined) throw notRunning(options.data);
  // Only now, as serve does.
  const { readConfig } = await import('../../http/config.ts');
  const { redact, withClient } = await import('../../stack/stack.ts');
  const { checkDatabaseUrl } = await import('../../stack/settings.ts');
  const { requireCurrentStorage } = await import('../../storage/migrate.ts');
  const { openLog } = await import('../../http/log.ts');
  const { startWorker } = await import('../../worker/worker.ts');
  const config = readConfig(settings(process.env));
  checkDatabaseUrl(databaseUrl);
  await withClient(databaseUrl, requireCurrentStorage);
  const log = openLog(config.logLevel, 2, say);
  const worker = startWorker(databaseUrl, log.logger);
  const asked = await Promise.race([worker.ready.then(() => undefined), stopped]);
  if (asked === undefined) {
    if (options.json) report({ event: 'ready', database_url: redact(databaseUrl) });
    else say(`The worker runs on ${redact(databaseUrl)}.`);
  }
  const signal = await stopped;
  if (!options.json) say(`\n${signal}: stopping …`);
  await worker.stop();
  log.close();
  if (options.json) report({ event: 'stopped' });
  else say('Stopped.');
}
