/** Where the parts of this package lie on disk. */
import { fileURLToPath } from 'node:url';

const root = new URL('../', import.meta.url);

export const migrationsDirectory = fileURLToPath(new URL('migrations', root));
export const sqlDirectory = fileURLToPath(new URL('sql', root));
export const packageFile = fileURLToPath(new URL('package.json', root));
