/** Which Postil a command talks to, and as whom. */
import { existsSync, readFileSync } from 'node:fs';
import { type Command, Option } from 'commander';
import { SignJWT } from 'jose';
import { PostilError } from '../errors.ts';
import { dataDirectory, type RunFile, running } from '../stack/data-directory.ts';
import { filled } from './arguments.ts';
import { say } from './output.ts';

export const defaultData = '.postil';

export type TargetOptions = { data?: string };

export type Target = {
  url: string;
  token: string;
  name: string;
  /** Acts as service_role, which is no user; otherwise with somebody's API key. */
  asService: boolean;
};

export function dataOption(): Option {
  return new Option(
    '--data <dir>',
    `data directory of a Postil on this machine (default: ${defaultData})`,
  ).argParser(filled('--data'));
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
 * @throws PostilError NOT_RUNNING, RUN_FILE_BROKEN, BAD_SETTING, API_KEY_MISSING
 */
export async function findTarget(options: TargetOptions): Promise<Target> {
  const apiKey = givenKey();
  const url = options.data === undefined ? elsewhere() : undefined;
  if (url !== undefined) {
    if (apiKey !== undefined) return { url, token: apiKey, name: url, asService: false };
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
    asService: apiKey === undefined,
  };
}

/**
 * POSTIL_URL without slashes at its end; undefined when it is not set, or to nothing.
 * @throws PostilError BAD_SETTING, without the URL, which may hold a password
 */
export function elsewhere(): string | undefined {
  const { POSTIL_URL: given } = process.env;
  if (!given) return undefined;
  const url = URL.canParse(given) ? new URL(given) : undefined;
  if (url && /^https?:$/.test(url.protocol) && !(url.username + url.password + url.search + url.hash)) {
    return url.href.replace(/\/+$/, '');
  }
  throw new PostilError('BAD_SETTING', 'POSTIL_URL is not the address of a Postil', {
    hint: 'It looks like http://127.0.0.1:8000 or https://postil.example.org, without a user or a query.',
  });
}

/** POSTIL_API_KEY; a header would refuse some characters, and the error for that quotes the key. */
function givenKey(): string | undefined {
  const { POSTIL_API_KEY: key } = process.env;
  const at = key?.search(/[^\x21-\x7e\x80-\xff]/) ?? -1;
  if (at < 0) return key || undefined;
  const what = /\s/.test(key?.charAt(at) ?? '')
    ? 'white space, such as a line break'
    : 'not a letter or digit';
  throw new PostilError('BAD_SETTING', 'POSTIL_API_KEY has a character that cannot be sent', {
    details: `Character ${at + 1} of ${key?.length} is ${what}.`,
    hint: 'Set it to the key alone, without a line break or spaces around it.',
  });
}

/**
 * What the Postil of a data directory wrote down, or undefined when none runs.
 * @throws PostilError RUN_FILE_BROKEN when that cannot be told
 */
export function findRunning(path: string): RunFile | undefined {
  const data = dataDirectory(path);
  const found = running(data);
  if (!found && isBroken(data.runFile)) {
    throw new PostilError('RUN_FILE_BROKEN', `${data.runFile} does not say which Postil runs there`, {
      hint: 'If one does, stop its process, postil serve, with kill. The next start writes the file anew.',
    });
  }
  return found;
}

function isBroken(runFile: string): boolean {
  if (!existsSync(runFile)) return false;
  try {
    const { pid, began } = JSON.parse(readFileSync(runFile, 'utf8')) as Partial<RunFile>;
    return typeof pid !== 'number' || typeof began !== 'string';
  } catch (error) {
    return (error as NodeJS.ErrnoException).code !== 'ENOENT'; // It may have ended just now.
  }
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
