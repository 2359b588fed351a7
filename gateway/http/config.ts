/** The gateway's settings, from the environment; docs/operations.md explains each. */
import { isIP } from 'node:net';
import { z } from 'zod';
import { badSetting } from '../errors.ts';

const levels = ['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent'] as const;

const list = z
  .string()
  .default('')
  .transform((text) => text.split(/[\s,]+/).filter(Boolean));

// The messages say what is expected.
const schema = z.object({
  POSTIL_HOST: z.string().default('127.0.0.1'),
  POSTIL_BODY_LIMIT: z
    .string()
    .regex(/^[1-9]\d{0,14}$/, 'a whole number of bytes, such as 33554432')
    .default(String(32 * 1024 * 1024))
    .transform(Number),
  POSTIL_RATE_LIMIT: z
    .string()
    .regex(/^\d{1,15}$/, 'a whole number of requests a minute, such as 300000, or 0 for no limit')
    .default('300000')
    .transform(Number),
  POSTIL_EXPORT_STALL_SECONDS: z
    .string()
    .default('60')
    .transform(Number)
    .refine((seconds) => seconds > 0 && seconds <= 86_400, 'a number of seconds, more than 0, up to 86400'),
  POSTIL_CORS_ORIGINS: list.refine(
    (all) => all.every(isOrigin),
    'origins such as https://app.example, separated by commas',
  ),
  POSTIL_TRUST_PROXY: list.refine(
    (all) => all.every(isAddress),
    'addresses like 10.0.0.7 or 10.0.0.0/8, or loopback, separated by commas',
  ),
  POSTIL_WORKER: z.enum(['on', 'off'], { error: 'on or off' }).default('on'),
  POSTIL_LOG: z.literal('stderr', { error: 'stderr, or left out' }).optional(),
  POSTIL_LOG_LEVEL: z.enum(levels, { error: `one of ${levels.join(', ')}` }).default('info'),
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
  /** Whether serve runs the worker, too. */
  worker: boolean;
  logLevel: string;
};

/** @throws PostilError BAD_SETTING naming the variable */
export function readConfig(env: NodeJS.ProcessEnv): GatewayConfig {
  const parsed = schema.safeParse(env);
  if (!parsed.success) {
    const { path, message } = parsed.error.issues[0] as z.core.$ZodIssue;
    const name = String(path[0]);
    throw badSetting(name, `is ${JSON.stringify(env[name])}`, message);
  }
  const values = parsed.data;
  return {
    host: values.POSTIL_HOST,
    bodyLimit: values.POSTIL_BODY_LIMIT,
    requestsPerMinute: values.POSTIL_RATE_LIMIT,
    exportStallSeconds: values.POSTIL_EXPORT_STALL_SECONDS,
    corsOrigins: values.POSTIL_CORS_ORIGINS,
    trustProxy: values.POSTIL_TRUST_PROXY.length > 0 && values.POSTIL_TRUST_PROXY,
    worker: values.POSTIL_WORKER === 'on',
    logLevel: values.POSTIL_LOG_LEVEL,
  };
}

/** As a browser sends it: https://app.example/ would never be equal to it. */
function isOrigin(text: string): boolean {
  return URL.canParse(text) && new URL(text).origin === text;
}

function isAddress(text: string): boolean {
  const [address = '', bits, ...rest] = text.split('/');
  if (address === 'loopback') return bits === undefined;
  const most = { 0: -1, 4: 32, 6: 128 }[isIP(address)] ?? -1;
  return (
    rest.length === 0 && most > 0 && (bits === undefined || (/^\d+$/.test(bits) && Number(bits) <= most))
  );
}
