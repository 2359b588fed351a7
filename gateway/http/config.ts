/** The gateway's settings, from the environment; docs/operations.md explains each. */
import { z } from 'zod';
import { PostilError } from '../errors.ts';

const schema = z.object({
  POSTIL_HOST: z.string().min(1).default('127.0.0.1'),
  POSTIL_BODY_LIMIT: z.coerce
    .number()
    .int()
    .positive()
    .default(32 * 1024 * 1024),
  POSTIL_RATE_LIMIT: z.coerce.number().int().nonnegative().default(300_000),
  POSTIL_CORS_ORIGINS: z.string().default(''),
  POSTIL_TRUST_PROXY: z.stringbool().default(false),
  POSTIL_LOG_LEVEL: z.enum(['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent']).default('info'),
});

export type GatewayConfig = {
  host: string;
  /** Bytes. */
  bodyLimit: number;
  /** Per API key, token or address; 0 for no limit. */
  requestsPerMinute: number;
  corsOrigins: string[];
  trustProxy: boolean;
  logLevel: string;
};

/** @throws PostilError BAD_SETTING naming the variable */
export function readConfig(env: NodeJS.ProcessEnv): GatewayConfig {
  const parsed = schema.safeParse(env);
  if (!parsed.success) {
    const issue = parsed.error.issues[0];
    throw new PostilError('BAD_SETTING', `${issue?.path.join('.')} is not what it should be`, {
      details: issue?.message ?? null,
      hint: 'See docs/operations.md, Settings.',
    });
  }
  const values = parsed.data;
  return {
    host: values.POSTIL_HOST,
    bodyLimit: values.POSTIL_BODY_LIMIT,
    requestsPerMinute: values.POSTIL_RATE_LIMIT,
    corsOrigins: values.POSTIL_CORS_ORIGINS.split(/[\s,]+/).filter(Boolean),
    trustProxy: values.POSTIL_TRUST_PROXY,
    logLevel: values.POSTIL_LOG_LEVEL,
  };
}
