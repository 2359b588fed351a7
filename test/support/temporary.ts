/** Temporary directories that do not outlive the process that made them. */
import { chmodSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const made = new Set<string>();
let watching = false;

/** Makes an empty directory that other users may pass through, as PostgreSQL does when the tests run as root. */
export function temporaryDirectory(name: string): string {
  if (!watching) {
    watching = true;
    process.once('exit', removeTemporaryDirectories);
    removeLeftovers();
  }
  const path = mkdtempSync(join(tmpdir(), `postil-${name}-${process.pid}-`));
  chmodSync(path, 0o711);
  made.add(path);
  return path;
}

/** Removes all that this process has made; a server that is still ending may write for a moment longer. */
export function removeTemporaryDirectories(): void {
  for (const path of made) {
    rmSync(path, { recursive: true, force: true, maxRetries: 20, retryDelay: 100 });
    made.delete(path);
  }
}

/** Removes what processes have left that were killed. */
function removeLeftovers(): void {
  for (const name of readdirSync(tmpdir())) {
    const pid = /^postil-[a-z]+-(\d+)-\w{6}$/.exec(name)?.[1];
    if (pid !== undefined && !lives(Number(pid))) {
      try {
        rmSync(join(tmpdir(), name), { recursive: true, force: true, maxRetries: 20, retryDelay: 100 });
      } catch {
        // Another user's, who will do it.
      }
    }
  }
}

function lives(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
