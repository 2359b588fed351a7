/** The built package, as its users get it: both module systems, with types. */
import { execFileSync, spawnSync } from 'node:child_process';
import { copyFileSync, mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { removeTemporaryDirectories, temporaryDirectory } from '../support/temporary.ts';

const root = join(import.meta.dirname, '../..');
const compiler = join(dirname(createRequire(import.meta.url).resolve('typescript/package.json')), 'bin/tsc');
let project: string;
let installed: string;

beforeAll(() => {
  project = temporaryDirectory('package');
  installed = join(project, 'node_modules/@postil/client');
  mkdirSync(installed, { recursive: true });
  symlinkSync(join(root, 'node_modules/@supabase'), join(project, 'node_modules/@supabase'));
  symlinkSync(join(root, 'node_modules/@types'), join(project, 'node_modules/@types'));
  copyFileSync(join(root, 'client/package.json'), join(installed, 'package.json'));
  const build = join(root, 'client/scripts/build.ts');
  execFileSync(process.execPath, ['--import', 'tsx', build, join(installed, 'dist')], { cwd: root });
});
afterAll(removeTemporaryDirectories);

function write(name: string, source: string): string {
  const path = join(project, name);
  writeFileSync(path, source);
  return path;
}

const run = (name: string, source: string) =>
  execFileSync(process.execPath, [write(name, source)], { encoding: 'utf8' }).trim();

const use = `
  const postil = createPostil({ url: 'http://127.0.0.1:9', apiKey: 'none' });
  postil.namespace('demo').datasets.create({ key: 'mail' }).catch((error) => {
    console.log(isPostilError(error), error.code);
  });`;

test('ES modules import it', () => {
  const output = run('esm.mjs', `import { createPostil, isPostilError } from '@postil/client';${use}`);
  expect(output).toBe('true NETWORK_FAILURE');
});

test('CommonJS requires it', () => {
  const output = run('cjs.cjs', `const { createPostil, isPostilError } = require('@postil/client');${use}`);
  expect(output).toBe('true NETWORK_FAILURE');
});

test('either build knows the errors of the other', () => {
  const output = run(
    'both.mjs',
    `import { createRequire } from 'node:module';
    import { createPostil, PostilError } from '@postil/client';
    const other = createRequire(import.meta.url)('@postil/client');
    const { isPostilError } = other;
    console.log(other.PostilError === PostilError);${use}`,
  );
  expect(output).toBe('false\ntrue NETWORK_FAILURE');
});

const typed = `
  const postil = createPostil({ url: 'http://127.0.0.1:9', apiKey: 'none' });
  export async function pending(): Promise<string[]> {
    const ids: string[] = [];
    const { records } = postil.namespace('demo').dataset('mail');
    for await (const record of records.iterate({ status: 'pending', select: 'id' })) ids.push(record.id);
    // @ts-expect-error what is not selected is not there
    for await (const record of records.iterate({ select: 'id' })) console.log(record.status);
    // @ts-expect-error status is not writable
    await postil.rest.from('records').update({ status: 'completed' });
    return ids;
  }`;

test.for([
  ['module.mts', 'nodenext', 'nodenext'],
  ['common.cts', 'nodenext', 'nodenext'],
  ['bundled.ts', 'esnext', 'bundler'],
])('%s compiles against its types', ([name, module, resolution]) => {
  const file = write(name as string, `import { createPostil } from '@postil/client';${typed}`);
  const options = ['--noEmit', '--strict', '--target', 'es2022', '--lib', 'es2022,dom', '--types', 'node'];
  const { stdout, status } = spawnSync(
    process.execPath,
    [compiler, ...options, '--module', module as string, '--moduleResolution', resolution as string, file],
    { encoding: 'utf8', cwd: project },
  );
  expect(stdout).toBe('');
  expect(status).toBe(0);
});

test('it brings nothing of the server along', () => {
  const files = readdirSync(join(installed, 'dist'), { recursive: true, encoding: 'utf8' });
  const imported = new Set<string>();
  for (const file of files.filter((path) => path.endsWith('.js'))) {
    const source = readFileSync(join(installed, 'dist', file), 'utf8');
    for (const [, name] of source.matchAll(/(?:from |require\()["']([^."'][^"']*)["']/g))
      imported.add(name ?? '');
  }
  expect([...imported]).toEqual(['@supabase/postgrest-js']);
});
