/**
 * Builds the package: ES modules in dist/esm, CommonJS in dist/cjs, each with its types.
 * An argument names another directory than dist.
 */
import { spawnSync } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

const packageDirectory = fileURLToPath(new URL('..', import.meta.url));
const target = resolve(process.argv[2] ?? join(packageDirectory, 'dist'));
const compiler = join(dirname(createRequire(import.meta.url).resolve('typescript/package.json')), 'bin/tsc');

rmSync(target, { recursive: true, force: true });
compile('esm', 'module');
compile('cjs', 'commonjs');

function compile(format: 'esm' | 'cjs', type: 'module' | 'commonjs'): void {
  const directory = join(target, format);
  const config = join(packageDirectory, `tsconfig.${format}.json`);
  const { status } = spawnSync(process.execPath, [compiler, '-p', config, '--outDir', directory], {
    stdio: 'inherit',
  });
  if (status !== 0) process.exit(1);
  mkdirSync(directory, { recursive: true });
  writeFileSync(join(directory, 'package.json'), `${JSON.stringify({ type }, null, 2)}\n`);
  nameJavaScript(directory);
}

/** The compiler rewrites `./file.ts` to `./file.js` in JavaScript only; older compilers need it in the types too. */
function nameJavaScript(directory: string): void {
  for (const path of readdirSync(directory, { recursive: true, encoding: 'utf8' })) {
    if (!path.endsWith('.d.ts')) continue;
    const file = join(directory, path);
    const source = readFileSync(file, 'utf8');
    writeFileSync(file, source.replace(/(from |import\()'(\.[^']+)\.ts'/g, "$1'$2.js'"));
  }
}
