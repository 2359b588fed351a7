/** postil status: whether Postil runs, and where. */
import { Command } from 'commander';
import { dataDirectory } from '../../stack/data-directory.ts';
import { printError, printObject } from '../output.ts';
import { defaultData, elsewhere, findRunning, notRunning, withJson, withTarget } from '../target.ts';

export function statusCommand(): Command {
  return withJson(withTarget(new Command('status')))
    .description('say whether Postil is ready, and where it is; exit 0 when ready, 1 when not')
    .action(async (options: { data?: string; json?: boolean }) => {
      const status = await readStatus(options.data);
      if (status) printObject(status, options.json ?? false);
      else printError(notRunning(dataDirectory(options.data ?? defaultData).path), options.json ?? false);
      if (!status?.ready) process.exitCode = 1;
    });
}

async function readStatus(path: string | undefined) {
  const gateway_url = path === undefined ? elsewhere() : undefined;
  if (gateway_url !== undefined) {
    return { ready: await isReady(gateway_url), gateway_url };
  }
  const data = dataDirectory(path ?? defaultData);
  const found = findRunning(data.path);
  if (!found?.gateway_url) return undefined;
  const { rest_url, database_url, storage_version, pids } = found;
  const ready = await isReady(found.gateway_url);
  return {
    ready,
    gateway_url: found.gateway_url,
    rest_url,
    database_url,
    storage_version,
    data_dir: data.path,
    pids,
  };
}

async function isReady(url: string): Promise<boolean> {
  try {
    const answer = await fetch(`${url}/ready`, { signal: AbortSignal.timeout(5_000) });
    // Other servers may answer 200 to anything.
    return answer.ok && ((await answer.json()) as { status?: unknown }).status === 'ready';
  } catch {
    return false;
  }
}
