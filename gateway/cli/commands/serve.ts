/** postil serve: runs Postil until it is told to stop. */
import { setFlagsFromString } from 'node:v8';
import { Command, InvalidArgumentError, Option } from 'commander';
import type { Served } from '../../serve.ts';
import { dataDirectory } from '../../stack/data-directory.ts';
import { filled } from '../arguments.ts';
import { settings } from '../environment.ts';
import { say } from '../output.ts';
import { defaultData, withJson } from '../target.ts';
import { untilStopped } from '../until-stopped.ts';

type Options = { data: string; port: number; databaseUrl?: string; migrate?: boolean; json?: boolean };

const defaultPort = 8000;

export function serveCommand(): Command {
  return withJson(new Command('serve'))
    .description('run Postil: PostgreSQL, PostgREST and the gateway')
    .addOption(
      new Option('--data <dir>', 'where everything is kept').argParser(filled('--data')).default(defaultData),
    )
    .addOption(
      new Option('--port <n>', 'of the gateway; 0 for any free one')
        .env('PORT')
        .argParser(parsePort)
        .default(defaultPort),
    )
    .addOption(
      new Option('--database-url <url>', 'a PostgreSQL 15 to 18 instead of the embedded one').env(
        'DATABASE_URL',
      ),
    )
    .option('--migrate', 'bring a database that is behind to the storage version that this Postil needs')
    .addHelpText(
      'after',
      `
With --json, one JSON object a line: {"event":"log",…} and {"event":"ready","gateway_url":…,"database_url":…}; on the
first start of a database, the latter has "owner_api_key". The settings in the environment are in docs/operations.md.`,
    )
    .action(run);
}

async function run(options: Options): Promise<void> {
  // Megabytes. What requests leave behind then rarely outlives a collection; with Node's 16, collecting took a tenth of
  // the gateway's time.
  setFlagsFromString('--max-semi-space-size=32');
  const json = options.json ?? false;
  const report = (event: Record<string, unknown>) => process.stdout.write(`${JSON.stringify(event)}\n`);
  const data = dataDirectory(options.data);
  const stopped = untilStopped();
  // Only now: the other commands, which are short, do without two thirds of the program.
  const { serve } = await import('../../serve.ts');
  const { redact } = await import('../../stack/stack.ts');
  const served = await serve({
    data,
    port: options.port,
    databaseUrl: options.databaseUrl,
    migrate: options.migrate ?? false,
    env: settings(process.env),
    say: (message) => (json ? report({ event: 'log', message }) : say(message)),
  });
  if (json) {
    report({
      event: 'ready',
      gateway_url: served.gatewayUrl,
      rest_url: served.restUrl,
      database_url: served.databaseUrl,
      storage_version: served.storageVersion,
      data_dir: data.path,
      ...(served.ownerApiKey !== undefined && { owner_api_key: served.ownerApiKey }),
    });
  } else {
    process.stdout.write(welcome(served, redact(served.databaseUrl), options.data));
  }
  const signal = await stopped;
  if (!json) say(`\n${signal}: stopping …`);
  await served.stop();
  if (json) report({ event: 'stopped' });
  else say('Stopped.');
}

function parsePort(text: string): number {
  if (text === '') return defaultPort; // PORT that is set to nothing.
  const port = Number(text);
  if (/^\d{1,5}$/.test(text) && port <= 65_535) return port;
  throw new InvalidArgumentError('A port is a number from 0 to 65535.');
}

function welcome(served: Served, databaseUrl: string, data: string): string {
  const where = data === defaultData ? '' : ` --data ${/^[\w./-]+$/.test(data) ? data : `'${data}'`}`;
  const key = served.ownerApiKey
    ? `
The owner's API key, shown this once:

  ${served.ownerApiKey}
`
    : '';
  return `Postil is ready.

  Gateway    ${served.gatewayUrl}        (REST below /rest/v1, the API's description at /openapi.json)
  Database   ${databaseUrl}   (postil status${where} shows the password)
${key}
Next: npx postil dataset create docs/examples/mail.json${where}
`;
}
