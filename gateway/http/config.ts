/** The gateway's settings, from the environment; docs/operations.md explains each. */
import { isIP } from 'node:net';
import { z } from 'zod';
import { PostilError } from '../errors.ts';

const list = z
  .string()
  .default('')
  .transform((text) => text.split(/[\s,]+/).filter(Boolean));

const addresses = list.refine((all) => all.every(isAddress), {
  error: 'expected addresses like 10.0.0.7 or 10.0.0.0/8, or loopback, separated by commas',
});

function isAddress(text: string): boolean {
  const [address = '', bits, ...rest] = text.split('/');
  if (address === 'loopback') return bits === undefined;
  const most = { 0: -1, 4: 32, 6: 128 }[isIP(address)] ?? -1;
  return (
    rest.length === 0 && most > 0 && (bits === undefined || (/^\d+$/.test(bits) && Number(bits) <= most))
  );
}

const schema = z.object({
  POSTIL_HOST: z.string().min(1).default('127.0.0.1'),
  POSTIL_BODY_LIMIT: z.coerce
    .number()
    .int()
    .positive()
    .default(32 * 1024 * 1024),
  POSTIL_RATE_LIMIT: z.coerce.number().int().nonnegative().default(300_000),
  POSTIL_EXPORT_STALL_SECONDS: z.coerce.number().positive().max(86_400).default(60),
  POSTIL_CORS_ORIGINS: list,
  POSTIL_TRUST_PROXY: addresses,
  POSTIL_LOG_LEVEL: z.enum(['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent']).default('info'),
});

export type GatewayConfig = {
  host: string;
  /** Bytes. */
  bodyLimit: number;
  /** Per API key, token or address; 0 for no limit. */
  requestsPerMinute: number;
  /** After this long without its reader taking anything an export is ended. */
  exportStallSeconds: number;
  corsOrigins: string[];
  /** Addresses of proxies whose X-Forwarded-For is believed. */
  trustProxy: string[] | false;
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
    exportStallSeconds: values.POSTIL_EXPORT_STALL_SECONDS,
    corsOrigins: values.POSTIL_CORS_ORIGINS,
    trustProxy: values.POSTIL_TRUST_PROXY.length > 0 && values.POSTIL_TRUST_PROXY,
    logLevel: values.POSTIL_LOG_LEVEL,
  };
}
