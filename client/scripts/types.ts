/** The types of the database as TypeScript: client/src/generated/database.ts. */
import { generateTypescript, sortGeneratorMetadata } from '@supabase/postgrest-typegen/generation';
import type pg from 'pg';
import { readApiMetadata } from './api-metadata.ts';

export async function generateTypes(client: pg.Client): Promise<string> {
  const metadata = await readApiMetadata(client);
  const types = await generateTypescript(sortGeneratorMetadata(metadata), {
    postgrestVersion: '12',
    defaultSchema: 'postil',
  });
  return `// Generated from the database by \`npm run generate\`. Do not edit.\n${types}`;
}
