/**
 * npm run lock: completes package-lock.json with the packages of other platforms. npm leaves out those that the registry
 * at hand does not have, and `npm ci` then refuses the file. With --check it writes nothing, and exits with 1 when
 * something is missing.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

type Package = { version?: string; optionalDependencies?: Record<string, string>; [name: string]: unknown };

const path = fileURLToPath(new URL('../package-lock.json', import.meta.url));
const lock = JSON.parse(readFileSync(path, 'utf8')) as { packages: Record<string, Package> };
const before = new Set(Object.keys(lock.packages));

for (const [parent, { optionalDependencies = {}, dev, license }] of Object.entries(lock.packages)) {
  for (const [name, wanted] of Object.entries(optionalDependencies)) {
    const key = `node_modules/${name}`;
    const platform = platformOf(name);
    if (key in lock.packages || `${parent}/${key}` in lock.packages || !platform) continue;
    const version = wanted.replace(/^[v^~]/, '');
    lock.packages[key] = { version, ...platform, ...(dev !== undefined && { dev }), license, optional: true };
  }
}

const missing = Object.keys(lock.packages).filter((key) => !before.has(key));
if (missing.length === 0) {
  console.log('package-lock.json is complete');
} else if (process.argv.includes('--check')) {
  console.error(`package-lock.json lacks ${missing.join(', ')}. Run: npm run lock`);
  process.exitCode = 1;
} else {
  lock.packages = Object.fromEntries(Object.entries(lock.packages).sort(([a], [b]) => (a < b ? -1 : 1)));
  writeFileSync(path, `${JSON.stringify(lock, null, 2)}\n`);
  console.log(`Added ${missing.join(', ')}`);
}

/** What a package's name says of where it runs, as the lock file puts it. */
function platformOf(name: string): { os: string[]; cpu: string[]; libc?: string[] } | undefined {
  const found = /(android|darwin|linux|win32|windows|freebsd)-(arm64|x64|arm|ia32|ppc64)(-musl)?/.exec(name);
  if (!found) return undefined;
  const [, os, cpu, musl] = found as unknown as [string, string, string, string | undefined];
  return { os: [os === 'windows' ? 'win32' : os], cpu: [cpu], ...(musl && { libc: ['musl'] }) };
}
