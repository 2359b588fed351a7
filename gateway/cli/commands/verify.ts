/** postil verify: recomputes every promise from first principles. */
import { Command } from 'commander';
import { exitCodes } from '../../errors.ts';
import { rpcForRows } from '../api.ts';
import { printRows, say } from '../output.ts';
import { findTarget, type TargetOptions, withJson, withTarget } from '../target.ts';

type Check = { promise: string; check: string; checked: number; wrong: number; example: string | null };

export function verifyCommand(): Command {
  return withJson(withTarget(new Command('verify')))
    .description('recompute every promise from first principles; exit 10 on any difference')
    .action(async (options: TargetOptions & { json?: boolean }) => {
      const target = await findTarget(options);
      if (!options.json) say(`Verifying ${target.name} …`);
      const checks = await rpcForRows<Check>(target, 'verify', {});
      const wrong = checks.filter((check) => check.wrong > 0);
      printRows(
        checks,
        ['promise', 'check', 'checked', 'wrong', ...(wrong.length > 0 ? ['example'] : [])],
        options.json ?? false,
      );
      if (wrong.length > 0) process.exitCode = exitCodes.verification;
      if (options.json) return;
      say(
        wrong.length > 0
          ? `${wrong.length} of ${checks.length} checks found differences.`
          : 'No differences.',
      );
    });
}
