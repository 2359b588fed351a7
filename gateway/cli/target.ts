/** Which Postil a command talks to, and as whom. */
import { type Command, Option } from 'commander';
import { SignJWT } from 'jose';
import { PostilError } from '../errors.ts';
import { dataDirectory, type RunFile, running } from '../stack/data-directory.ts';
import { say } from './output.ts';

export const defaultData = '.postil';

export type TargetOptions = { data?: string };

export type Target = { url: string; token: string; name: string };

export function dataOption(): Option {
  return new Option('--data <dir>', `data directory of a Postil on this machine (default: ${defaultData})`);
}

export function withTarget(command: Command): Command {
  return command.addOption(dataOption());
}

export function withJson(command: Command): Command {
  return command.option('--json', 'print JSON');
}

/**
 * The Postil of --data if that is given, else of POSTIL_URL if that is set, else of .postil. On this machine, whoever
 * may read the data directory acts as service_role.
 * @throws PostilError NOT_RUNNING, API_KEY_MISSING
 */
export async function findTarget(options: TargetOptions): Promise<Target> {
  const { POSTIL_URL: url, POSTIL_API_KEY: apiKey } = process.env;
  if (options.data === undefined && url) {
    if (apiKey) return { url: url.replace(/\/+$/, ''), token: apiKey, name: url };
    throw new PostilError('API_KEY_MISSING', 'POSTIL_URL is set, but POSTIL_API_KEY is not', {
      hint: 'Set it to an API key of that Postil, or name a local one with --data.',
    });
  }
  const path = options.data ?? defaultData;
  const found = findRunning(path);
  if (!found?.gateway_url || !found.jwt_secret) throw notRunning(path);
  return {
    url: found.gateway_url,
    token: apiKey ?? (await signIn(found.jwt_secret)),
    name: `${found.gateway_url} (${path})`,
  };
}

/** What the Postil of a data directory wrote down, or undefined when none runs. */
export function findRunning(path: string): RunFile | undefined {
  return running(dataDirectory(path));
}

export function notRunning(path: string): PostilError {
  return new PostilError('NOT_RUNNING', `no Postil runs on ${path}`, {
    hint: 'Start it with: postil serve (or npm start). For one elsewhere, set POSTIL_URL and POSTIL_API_KEY.',
  });
}

/** Before every write: which Postil it goes to. */
export function announce(target: Target): void {
  say(`→ ${target.name}`);
}

function signIn(jwtSecret: string): Promise<string> {
  return new SignJWT({ role: 'service_role' })
    .setProtectedHeader({ alg: 'HS256', typ: 'JWT' })
    .setIssuedAt()
    .setExpirationTime('12h') // An import may take long.
    .sign(new TextEncoder().encode(jwtSecret));
}
