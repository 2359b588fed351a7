/** `startServer()` for tests: a running Postil that is gone, with its data, when the tests of the file are done. */
import { afterAll } from 'vitest';
import { startServerProcess, stopServers } from './server-process.ts';
import { removeTemporaryDirectories } from './temporary.ts';

export {
  type Exit,
  type Server,
  ServerEnded,
  type ServerEvent,
  type ServerOptions,
} from './server-process.ts';

/** Starts `postil serve` on a free port with an owner's API key of its own. See server-process.ts. */
export const startServer = startServerProcess;

// At import, because a hook cannot be added once tests run, and servers are mostly started by tests.
afterAll(async () => {
  await stopServers();
  removeTemporaryDirectories();
});
