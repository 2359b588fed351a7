/** Running a `postil` command inside this process, which is quicker, where a process of its own adds nothing. */
import { vi } from 'vitest';
import { main } from '../../gateway/cli/main.ts';
import type { Ran } from './run.ts';

const streams = [process.stdout, process.stderr];

/** Runs `postil ARGS` and says what it printed and what it would have exited with. */
export async function runHere(args: string[]): Promise<Omit<Ran, 'signal'>> {
  const printed = { stdout: '', stderr: '' };
  const before = process.exitCode;
  const listeners = streams.map((stream) => stream.listeners('error'));
  const spies = (['stdout', 'stderr'] as const).map((name) =>
    vi.spyOn(process[name], 'write').mockImplementation((text) => {
      printed[name] += String(text);
      return true;
    }),
  );
  try {
    process.exitCode = 0;
    await main(['node', 'postil', ...args]);
    return { ...printed, code: Number(process.exitCode ?? 0) };
  } finally {
    for (const spy of spies) spy.mockRestore();
    process.exitCode = before;
    for (const [place, stream] of streams.entries()) {
      for (const added of stream.listeners('error')) {
        if (!listeners[place]?.includes(added)) stream.off('error', added as () => void);
      }
    }
  }
}
