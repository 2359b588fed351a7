/** docs/errors.md lists every code that Postil raises, and no other. */
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';

const root = fileURLToPath(new URL('../../', import.meta.url));

function textOf(path: string): string {
  return readFileSync(`${root}${path}`, 'utf8');
}

/** All files of a folder and those below it, one after the other. */
function filesOf(folder: string, extension: string): string {
  const names = readdirSync(`${root}${folder}`, { recursive: true, encoding: 'utf8' });
  const wanted = names.filter((name) => name.endsWith(extension));
  return wanted.map((name) => textOf(`${folder}/${name}`)).join('\n');
}

function found(text: string, pattern: RegExp): string[] {
  return [...new Set([...text.matchAll(pattern)].map((match) => match[1] ?? ''))].sort();
}

/** The codes of a section: the first column of its table, or the whole of it. */
function listed(heading: string, pattern = /^\| ([^|]*) \|/gm): string[] {
  const section =
    textOf('docs/errors.md')
      .split(/^## /m)
      .find((part) => part.startsWith(heading)) ?? '';
  return found(found(section, pattern).join('\n'), /\b([A-Z]+(?:_[A-Z]+)+|PN\d{3}|ABORTED)\b/g);
}

const gateway = filesOf('gateway', '.ts');

test('those that are HTTP statuses', () => {
  const literal = [...found(gateway, /'(PN\d{3})'/g), ...found(filesOf('sql', '.sql'), /'(PN\d{3})'/g)];
  // What Fastify and Node refuse by themselves; each status becomes a code.
  const statuses = found(filesOf('gateway/http/plugins', '.ts'), /(?<![-\w.])([45]\d\d)(?![\w.])/g);
  const raised = new Set([...literal, ...statuses.map((status) => `PN${status}`)]);
  expect(listed('From the database')).toEqual([...raised].sort());
});

test('those that are words', () => {
  // The first argument of an error, or of a function that makes one and hands its first argument on.
  const made = found(gateway, /\b(?:PostilError|[a-z]\w*Error)\(\s*([^,()]*),/g).join('\n');
  const raised = [
    ...found(made, /'([A-Z]+(?:_[A-Z]+)+)'/g),
    ...found(gateway, /\bcode: '([A-Z]+(?:_[A-Z]+)+)'/g),
  ];
  expect(listed('From the command line')).toEqual([...new Set(raised)].sort());
});

test("the client's own", () => {
  const type = /export type ClientErrorCode =[^;]*;/.exec(textOf('client/src/errors.ts'))?.[0] ?? '';
  expect(listed('From the client', /(.+)/g)).toEqual(found(type, /'([A-Z_]+)'/g));
});

test('all say what to do', () => {
  const errors = gateway
    .split('new PostilError(')
    .slice(1)
    .map((rest) => rest.slice(0, endOfArguments(rest)));
  expect(errors.filter((error) => !/\bhint\b/.test(error))).toEqual([]);
});

/** Where the parenthesis is closed that was opened before the text. */
function endOfArguments(text: string): number {
  let open = 1;
  for (let at = 0; at < text.length; at += 1) {
    if (text[at] === '(') open += 1;
    if (text[at] === ')') open -= 1;
    if (open === 0) return at;
  }
  return text.length;
}
