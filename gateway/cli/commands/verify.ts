/** postil verify: recomputes every promise from first principles, and mends what was loaded behind the triggers' back. */
import { Command } from 'commander';
import { exitCodes } from '../../errors.ts';
import { rpcForRows } from '../api.ts';
import { printJson, printRows, say } from '../output.ts';
import { findTarget, type Target, type TargetOptions, withJson, withTarget } from '../target.ts';

type Check = { promise: string; check: string; checked: number; wrong: number; example: string | null };

type Repair = { kind: string; object: string; was: unknown; became: unknown };

export function verifyCommand(): Command {
  return withJson(withTarget(new Command('verify')))
    .description('recompute every promise from first principles; exit 10 on any difference')
    .option(
      '--repair',
      'first mend what a load with triggers disabled left wrong, and show every row that this touches',
    )
    .action(async (options: TargetOptions & { json?: boolean; repair?: boolean }) => {
      const target = await findTarget(options);
      const repairs = options.repair ? await repair(target, options.json ?? false) : undefined;
      if (!options.json) say(`Verifying ${target.name} …`);
      const checks = await rpcForRows<Check>(target, 'verify', {});
      const wrong = checks.filter((check) => check.wrong > 0);
      if (wrong.length > 0) process.exitCode = exitCodes.verification;
      if (options.json) {
        printJson(repairs ? { repairs, checks } : checks);
        return;
      }
      const columns = ['promise', 'check', 'checked', 'wrong', ...(wrong.length > 0 ? ['example'] : [])];
      printRows(checks, columns, false);
      say(
        wrong.length > 0
          ? `${wrong.length} of ${checks.length} checks found differences.`
          : 'No differences.',
      );
    });
}

async function repair(target: Target, json: boolean): Promise<Repair[]> {
  if (!json) say(`Repairing ${target.name} …`);
  const repairs = await rpcForRows<Repair>(target, 'repair', {});
  if (!json) {
    printRows(repairs, ['kind', 'object', 'was', 'became'], false);
    say(repairs.length === 1 ? '1 row was repaired.' : `${repairs.length} rows were repaired.`);
  }
  return repairs;
}
