/** The command line: what commands there are, and what happens when one fails. */
import { readFileSync } from 'node:fs';
import { Command, CommanderError } from 'commander';
import { PostilError } from '../errors.ts';
import { packageFile } from '../paths.ts';
import { datasetCommand } from './commands/dataset.ts';
import { exportCommand } from './commands/export.ts';
import { importCommand } from './commands/import.ts';
import { keyCommand } from './commands/key.ts';
import { memberCommand } from './commands/member.ts';
import { namespaceCommand } from './commands/namespace.ts';
import { serveCommand } from './commands/serve.ts';
import { statusCommand } from './commands/status.ts';
import { stopCommand } from './commands/stop.ts';
import { userCommand } from './commands/user.ts';
import { verifyCommand } from './commands/verify.ts';
import { printError } from './output.ts';

/** Runs one command line, as in process.argv, and sets the exit code of the process. */
export async function main(argv: string[]): Promise<void> {
  // A reader that went away, as in `postil export … | head`, is no error of ours.
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code === 'EPIPE') process.exit(0);
    throw error;
  });
  try {
    await program().parseAsync(argv);
  } catch (error) {
    if (error instanceof CommanderError) {
      process.exitCode = error.exitCode; // Help, the version, or wrong usage: commander has said it.
      return;
    }
    printError(error, argv.includes('--json'));
    process.exitCode = error instanceof PostilError ? error.exitCode : 1;
  }
}

function program(): Command {
  const { version } = JSON.parse(readFileSync(packageFile, 'utf8')) as { version: string };
  const postil = new Command('postil')
    .description('Human feedback and feature flags in one PostgreSQL database that keeps itself consistent.')
    .version(version)
    .showHelpAfterError('(add --help for the options)')
    .exitOverride();
  const commands = [
    serveCommand(),
    statusCommand(),
    stopCommand(),
    userCommand(),
    memberCommand(),
    keyCommand(),
    namespaceCommand(),
    datasetCommand(),
    importCommand(),
    exportCommand(),
    verifyCommand(),
  ];
  for (const command of commands) postil.addCommand(inherit(command));
  return postil.addHelpText(
    'after',
    `
Commands find a running Postil by --data DIR (default .postil), or, from anywhere, by POSTIL_URL and POSTIL_API_KEY.
Exit codes: 0 done, 1 error, 3 migration owed, 4 storage ahead, 5 storage drift, 10 verification found differences.`,
  );
}

/** Subcommands do not take over these settings by themselves. */
function inherit(command: Command): Command {
  command.exitOverride().showHelpAfterError('(add --help for the options)');
  for (const sub of command.commands) inherit(sub);
  return command;
}
