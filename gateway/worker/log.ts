/** graphile-worker's log goes into ours: first lines and codes only, as details of errors quote what people wrote. */
import type { Logger as GraphileLogger } from 'graphile-worker';
import type { Logger } from 'pino';

const levels = { error: 'warn', warning: 'warn', info: 'debug', debug: 'trace' } as const;

export function loggerFor(
  Kind: new (factory: ConstructorParameters<typeof GraphileLogger>[0]) => GraphileLogger,
  logger: Logger,
): GraphileLogger {
  return new Kind(() => (level, message, meta) => {
    logger[levels[level]](brief(meta?.['error']), message.split('\n')[0]);
  });
}

/** What may be logged of an error. */
export function brief(error: unknown): { code?: string; error?: string } {
  if (!(error instanceof Error)) return {};
  const { message, code } = error as Error & { code?: string };
  return { ...(code !== undefined && { code }), error: message };
}
