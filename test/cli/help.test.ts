/** --help of every command, found from the help of the one above it. */
import { beforeAll, describe, expect, test } from 'vitest';
import { ok } from './run.ts';
import { runHere } from './run-here.ts';

/** The names of commands in a help text. */
function commandsIn(help: string): string[] {
  const section = /\nCommands:\n([\s\S]*?)(\n\n|$)/.exec(help)?.[1] ?? '';
  return [...section.matchAll(/^ {2}([a-z]+)/gm)]
    .map((match) => match[1] ?? '')
    .filter((name) => name !== 'help');
}

async function find(path: string[]): Promise<{ path: string[]; help: string }[]> {
  const { stdout: printed } = await runHere([...path, '--help']);
  const below: { path: string[]; help: string }[] = [];
  for (const name of commandsIn(printed)) below.push(...(await find([...path, name])));
  return [{ path, help: printed }, ...below];
}

describe('--help', () => {
  let all: { path: string[]; help: string }[];
  beforeAll(async () => {
    all = await find([]);
  });
  const named = () => new Map(all.map(({ path, help }) => [path.join(' '), help]));

  test('lists every command', () => {
    expect([...named().keys()].sort()).toEqual(
      [
        ...[
          '',
          'dataset',
          'dataset create',
          'dataset list',
          'export',
          'import',
          'key',
          'key create',
          'key list',
        ],
        ...['key revoke', 'member', 'member add', 'namespace', 'namespace create', 'namespace list', 'serve'],
        ...[
          'audit',
          'history',
          'status',
          'stop',
          'user',
          'user create',
          'user list',
          'user deactivate',
          'user reactivate',
        ],
        ...['user preview', 'user delete', 'user deletion', 'user restore', 'user export', 'user erase'],
        ...['verify', 'worker'],
      ].sort(),
    );
  });

  test('of every command says how it is used and what it does, and exits with 0', async () => {
    for (const { path } of all) {
      const { stdout: printed, code } = await runHere([...path, '--help']);
      expect(code).toBe(0);
      expect(printed).toContain(`Usage: ${['postil', ...path].join(' ')}`);
      expect(printed).toMatch(/\n\n[A-Za-z].{10,}/); // The description.
      for (const line of printed.split('\n')) expect(line).not.toMatch(/undefined|\[object/);
    }
  });

  test('of reading commands has --json', () => {
    for (const name of [
      'status',
      'user list',
      'user preview',
      'user deletion',
      'user export',
      'audit',
      'history',
      'key list',
      'namespace list',
      'dataset list',
      'verify',
      'worker',
      'import',
      'export',
    ]) {
      expect(named().get(name)).toContain('--json');
    }
  });

  test('names --data and the exit codes', () => {
    for (const [name, help] of named()) {
      if (!commandsIn(help).length) expect(`${name}: ${help}`).toContain('--data <dir>');
    }
    expect(named().get('')).toMatch(/POSTIL_URL.*POSTIL_API_KEY/s);
    expect(named().get('')).toContain('10 verification found differences');
  });

  test('and --version come from the program itself', async () => {
    expect(await ok(['--help'])).toBe(named().get(''));
    expect(await ok(['--version'])).toMatch(/^\d+\.\d+\.\d+\n$/);
  });
});
