/** The command line: what commands there are, and what happens when one fails. */
import { readFileSync } from 'node:fs';
import { Command, CommanderError } from 'commander';
import { PostilError } from '../errors.ts';
import { packageFile } from '../paths.ts';
import { auditCommand } from './commands/audit.ts';
import { datasetCommand } from './commands/dataset.ts';
import { exportCommand } from './commands/export.ts';
import { historyCommand } from './commands/history.ts';
import { importCommand } from './commands/import.ts';
import { keyCommand } from './commands/key.ts';
import { memberCommand } from './commands/member.ts';
import { namespaceCommand } from './commands/namespace.ts';
import { serveCommand } from './commands/serve.ts';
import { statusCommand } from './commands/status.ts';
import { stopCommand } from './commands/stop.ts';
import { userCommand } from './commands/user.ts';
import { verifyCommand } from './commands/verify.ts';
import { workerCommand } from './commands/worker.ts';
import { unwritable } from './files.ts';
import { printError } from './output.ts';

/** Runs one command line, as in process.argv, and sets the exit code of the process. */
export async function main(argv: string[]): Promise<void> {
  const json = argv.includes('--json');
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (argv[2] === 'serve' || argv[2] === 'worker') return; // They go on, whoever listens.
    // A reader that went away, as in `postil export … | head`, is no error of ours.
    if (error.code === 'EPIPE') process.exit();
    printError(unwritable('standard output', error), json);
    process.exit(1);
  });
  process.stderr.on('error', () => {}); // There is nobody left to tell.
  try {
    await program().parseAsync(argv);
  } catch (error) {
    const problem = error instanceof CommanderError ? wrongUsage(error) : error;
    if (problem !== undefined) printError(problem, json);
    process.exitCode = exitCodeOf(error);
  }
}

/** Undefined for help and the version, which commander has printed. */
function wrongUsage({ code, message }: CommanderError): PostilError | undefined {
  if (/^commander\.(help|helpDisplayed|version)$/.test(code)) return undefined;
  const [first = '', ...more] = message.replace(/^error: /, '').split('\n');
  return new PostilError('BAD_ARGUMENT', first, {
    details: more.join('\n') || null,
    hint: 'Add --help for the options.',
  });
}

function exitCodeOf(error: unknown): number {
  return error instanceof PostilError || error instanceof CommanderError ? error.exitCode : 1;
}

function program(): Command {
  const { version } = JSON.parse(readFileSync(packageFile, 'utf8')) as { version: string };
  const postil = new Command('postil')
    .description('Human feedback and feature flags in one PostgreSQL database that keeps itself consistent.')
    .version(version);
  const commands = [
    serveCommand(),
    workerCommand(),
    statusCommand(),
    stopCommand(),
    userCommand(),
    memberCommand(),
    keyCommand(),
    namespaceCommand(),
    datasetCommand(),
    importCommand(),
    exportCommand(),
    auditCommand(),
    historyCommand(),
    verifyCommand(),
  ];
  for (const command of commands) postil.addCommand(command);
  return inherit(postil).addHelpText(
    'after',
    `
Commands find a running Postil by --data DIR (default .postil), or, from anywhere, by POSTIL_URL and POSTIL_API_KEY.
Exit codes: 0 done, 1 error, 3 migration owed, 4 storage ahead, 5 storage drift, 10 verification found differences.`,
  );
}

/** Subcommands do not take over these settings by themselves. */
function inherit(command: Command): Command {
  command.exitOverride().configureOutput({ outputError: () => {} }); // We print errors ourselves.
  for (const sub of command.commands) inherit(sub);
  return command;
}
