/** Runs Postil: claims the data directory, starts the servers and the gateway, and stops them all in order. */
import { setImmediate as nextTurn } from 'node:timers/promises';
import pg from 'pg';
import type { Logger } from 'pino';
import { badSetting, PostilError } from './errors.ts';
import { buildApp } from './http/app.ts';
import { readConfig } from './http/config.ts';
import { idleConnections } from './http/connections.ts';
import { openLog } from './http/log.ts';
import { ensureOwner } from './owner.ts';
import { claim, type DataDirectory, secrets as secretsOf, writeRunFile } from './stack/data-directory.ts';
import { bind } from './stack/ports.ts';
import { checkStackSettings } from './stack/settings.ts';
import { type Stack, startStack, withClient } from './stack/stack.ts';
import { startWorker, type Worker } from './worker/worker.ts';

export type ServeOptions = {
  data: DataDirectory;
  /** 0 for any free port. */
  port: number;
  databaseUrl: string | undefined;
  migrate: boolean;
  env: NodeJS.ProcessEnv;
  /** Reports what takes time, and what goes wrong while serving. */
  say: (message: string) => void;
};

export type Served = {
  gatewayUrl: string;
  restUrl: string;
  databaseUrl: string;
  storageVersion: number;
  /** The first owner's key, when this start made it. */
  ownerApiKey: string | undefined;
  /** Answers what is being asked, refuses what is new, and stops the servers, last PostgreSQL. */
  stop(): Promise<void>;
};

/**
 * Starts everything and resolves when requests are answered. When a part fails, or a signal asks to stop, the parts
 * before it are stopped.
 * @throws PostilError STOPPED, PORT_TAKEN, DATA_IN_USE, BAD_SETTING and those of the stack
 */
export async function serve(options: ServeOptions): Promise<Served> {
  const { data, env, say } = options;
  const config = readConfig(env);
  // As for the other variables, an empty one is not set.
  const databaseUrl = options.databaseUrl || undefined;
  checkStackSettings(databaseUrl, env);
  await bind(options.port, config.host).catch((error) => refusePort(options.port, config.host, error));
  const undo: (() => Promise<void> | void)[] = [claim(data)];
  const interruption = untilAskedToStop();
  // Every step is taken, whatever an earlier one says: nothing may be left running.
  const stop = async () => {
    const failures: unknown[] = [];
    for (const step of undo.splice(0).reverse()) {
      try {
        await step();
      } catch (error) {
        failures.push(error);
      }
    }
    if (failures.length > 0) throw failures[0];
  };
  try {
    const secrets = secretsOf(data);
    let write = () => {}; // Nothing to write before everything is up.
    const stack = await startStack({
      data,
      secrets,
      databaseUrl,
      firstPort: options.port && options.port + 1,
      migrate: options.migrate,
      env,
      say,
      onChange: () => write(),
      signal: interruption.signal,
    });
    undo.push(() => stack.stop());

    const { logger, close: closeLog } = openLog(config.logLevel, logFile(data, env), say);
    undo.push(closeLog);
    const pool = sessions(
      stack.databaseUrl,
      { max: 10, waitMs: 5_000, application: 'postil gateway' },
      logger,
    );
    const exportPool = sessions(
      stack.databaseUrl,
      { max: 4, waitMs: 30_000, application: 'postil export' },
      logger,
    );
    undo.push(() => Promise.all([pool.end(), exportPool.end()]).then(() => {}));

    // After the last request, and before PostgreSQL.
    let worker: Worker | undefined;
    undo.push(() => worker?.stop());

    let draining = false;
    const app = await buildApp({
      config,
      pool,
      exportPool,
      logger,
      restUrl: stack.restUrl,
      jwtSecret: stack.jwtSecret,
      postgrestAnswers: stack.postgrestAnswers,
      draining: () => draining,
    });
    const closeIdle = idleConnections(app.server);
    const { port: wanted } = options;
    await app
      .listen({ port: wanted, host: config.host })
      .catch((error) => refusePort(wanted, config.host, error));
    undo.push(async () => {
      draining = true;
      const end = closeIdle();
      await app.close().finally(end);
    });
    const address = app.server.address();
    const port = typeof address === 'object' && address ? address.port : options.port;
    const gatewayUrl = `http://${config.host.includes(':') ? `[${config.host}]` : config.host}:${port}`;

    interruption.signal.throwIfAborted();
    // Late, and not to be interrupted, so that nothing can keep a new key from being shown.
    const ownerApiKey = await withClient(stack.databaseUrl, (client) =>
      ensureOwner(client, env['POSTIL_OWNER_API_KEY']),
    );
    writeRunFile(data, runFile(gatewayUrl, stack));
    write = () => {
      try {
        writeRunFile(data, runFile(gatewayUrl, stack));
      } catch (error) {
        say(`cannot write ${data.runFile}: ${(error as Error).message}`);
      }
    };
    undo.push(() => {
      write = () => {};
    });
    if (config.worker) worker = startWorker(stack.databaseUrl, logger);
    const { restUrl, storageVersion } = stack;
    return { gatewayUrl, restUrl, databaseUrl: stack.databaseUrl, storageVersion, ownerApiKey, stop };
  } catch (error) {
    await nextTurn(); // A signal that came during a step without await is heard only now.
    const reason = interruption.signal.aborted ? interruption.signal.reason : error;
    await stop().catch(() => {}); // The first error is the one to tell.
    throw reason;
  } finally {
    interruption.forget();
  }
}

/** Aborts on the first signal that asks to stop; once all is up, that is the caller's business. */
function untilAskedToStop(): { signal: AbortSignal; forget: () => void } {
  const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;
  const controller = new AbortController();
  const stopped = new PostilError('STOPPED', 'stopped before it was ready', {
    hint: 'Nothing runs any more; start it again when you like.',
    exitCode: 0,
  });
  const abort = () => controller.abort(stopped);
  for (const signal of signals) process.on(signal, abort);
  return {
    signal: controller.signal,
    forget() {
      for (const signal of signals) process.off(signal, abort);
    },
  };
}

function runFile(gatewayUrl: string, stack: Stack) {
  return {
    gateway_url: gatewayUrl,
    rest_url: stack.restUrl,
    database_url: stack.databaseUrl,
    storage_version: stack.storageVersion,
    jwt_secret: stack.jwtSecret,
    pids: { gateway: process.pid, ...stack.pids() },
  };
}

function sessions(
  databaseUrl: string,
  { max, waitMs, application }: { max: number; waitMs: number; application: string },
  logger: Logger,
): pg.Pool {
  const pool = new pg.Pool({
    connectionString: databaseUrl,
    max,
    connectionTimeoutMillis: waitMs,
    application_name: application,
  });
  // The query that such a session runs fails as well; without a listener the whole process would end.
  pool.on('connect', (client) => client.on('error', () => {}));
  pool.on('error', (error) => logger.warn({ err: error }, 'a database session ended'));
  return pool;
}

function logFile(data: DataDirectory, env: NodeJS.ProcessEnv): string | number {
  return env['POSTIL_LOG'] === 'stderr' ? 2 : data.log('gateway');
}

function refusePort(port: number, host: string, error: NodeJS.ErrnoException): never {
  if (error.code === 'EADDRINUSE') {
    throw new PostilError('PORT_TAKEN', `port ${port} on ${host} is not free`, {
      hint: `Another program listens there, perhaps another Postil. Stop it, or choose a port: postil serve --port ${port + 10}`,
    });
  }
  if (error.code === 'EACCES') {
    throw new PostilError('BAD_SETTING', `port ${port} on ${host} is not allowed to this user`, {
      details: error.message,
      hint: 'Low ports are for root. Choose one above 1023 with --port or PORT.',
    });
  }
  if (error.syscall === undefined) throw error; // Not of the network.
  throw badSetting(
    'POSTIL_HOST',
    `is ${JSON.stringify(host)} (${error.message})`,
    'an address of this machine',
  );
}
