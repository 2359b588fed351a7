/** The guards that end servers whose gateway is gone (gateway/stack/child.ts), for tests that take them away too. */
import { execFileSync } from 'node:child_process';

type Process = { pid: number; ppid: number; pgid: number; command: string };

function processes(): Process[] {
  const listing = execFileSync('ps', ['-A', '-o', 'pid=,ppid=,pgid=,args='], { encoding: 'utf8' });
  return listing
    .trim()
    .split('\n')
    .map((line) => {
      const [, pid, ppid, pgid, command] = /^\s*(\d+)\s+(\d+)\s+(\d+)\s+(.*)$/.exec(line) ?? [];
      return { pid: Number(pid), ppid: Number(ppid), pgid: Number(pgid), command: command ?? '' };
    });
}

/** Who watches over a server: a shell in its process group that is not its child. */
export function guardsOf(server: number): number[] {
  return processes()
    .filter(({ pid, ppid, pgid, command }) => {
      return pgid === server && pid !== server && ppid !== server && command.startsWith('/bin/sh -c');
    })
    .map(({ pid }) => pid);
}

/** A process with all that it has started, and the guards of those. */
export function familyOf(gateway: number): number[] {
  const all = processes();
  const family = [gateway];
  for (const pid of family) {
    for (const process of all) {
      const related = process.ppid === pid || (process.pgid === pid && pid !== gateway);
      if (related && !family.includes(process.pid)) family.push(process.pid);
    }
  }
  return family;
}
