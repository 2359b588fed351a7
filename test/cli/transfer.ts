/** A server with datasets to import into, and files to import. */
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { caller, post } from '../gateway/http.ts';
import { type Server, startServer } from '../support/server.ts';
import { runHere } from './run-here.ts';

export type Summary = { rows: number; inserted: number; updated: number; unchanged: number; refused: number };

export type Reject = {
  line: number;
  code: string;
  message: string;
  details: string | null;
  hint: string | null;
  text: string;
};

export type Stored = {
  external_id: string | null;
  fields: Record<string, unknown>;
  metadata: Record<string, unknown>;
};

export type Imported = { code: number | null; summary: Summary | undefined; said: string; rejects: Reject[] };

/** A dataset on a running Postil. */
export type Place = {
  namespace: string;
  dataset: string;
  /** Writes the text into a file of this name and imports that. */
  import(name: string, text: string | Buffer, ...args: string[]): Promise<Imported>;
  /** What is stored, by external id and then in order of arrival. */
  records(): Promise<Stored[]>;
};

/** The dataset that most tests want: a text that is required, a title that is not, a chat, and some metadata. */
export const definition = {
  key: 'mail',
  fields: [
    { name: 'text' },
    { name: 'title', required: false },
    { name: 'chat', type: 'chat', required: false },
  ],
  questions: [{ name: 'label', type: 'text' }],
  metadata_properties: [
    { name: 'group', type: 'terms' },
    { name: 'score', type: 'float' },
  ],
};

export async function startTransfer(): Promise<{
  server: Server;
  place: (shape?: object) => Promise<Place>;
}> {
  const server = await startServer();
  let places = 0;
  return {
    server,
    place: async (shape = definition) => {
      places += 1;
      return makePlace(server, `place${places}`, shape);
    },
  };
}

async function makePlace(server: Server, namespace: string, shape: object): Promise<Place> {
  const owner = caller(server.url, server.ownerKey);
  await owner('/rest/v1/namespaces', post({ key: namespace }));
  const made = await owner(
    '/rest/v1/rpc/create_dataset',
    post({ namespace, definition: { ...definition, ...shape } }),
  );
  if (!made.ok) throw new Error(await made.text());
  const { key: dataset } = (await made.json()) as { key: string };
  return {
    namespace,
    dataset,
    async import(name, text, ...args) {
      const directory = mkdtempSync(join(server.data, 'import-'));
      const file = join(directory, name);
      writeFileSync(file, text);
      const rejects = join(directory, 'rejects.jsonl');
      const skips = args.includes('skip') && !args.includes('--rejects');
      const { code, stdout, stderr } = await runHere([
        ...['import', file, '--namespace', namespace, '--dataset', dataset, '--data', server.data, '--json'],
        ...args,
        ...(skips ? ['--rejects', rejects] : []),
      ]);
      return {
        code,
        summary: stdout === '' ? undefined : (JSON.parse(stdout) as Summary),
        said: stderr.replace(/^→ .*\n/, '').replaceAll(file, name),
        rejects: skips ? linesOf(readFileSync(rejects, 'utf8')) : [],
      };
    },
    async records() {
      const where = `namespace=eq.${namespace}&dataset=eq.${dataset}`;
      const answer = await owner(
        `/rest/v1/records?${where}&select=external_id,fields,metadata&order=external_id,id`,
      );
      return (await answer.json()) as Stored[];
    },
  };
}

export function linesOf<Line>(text: string): Line[] {
  return text
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line) as Line);
}

/** What a summary has to say of how many rows; the rest of it is about time. */
export function counts(inserted: number, updated = 0, unchanged = 0, refused = 0): Summary {
  return { rows: inserted + updated + unchanged + refused, inserted, updated, unchanged, refused };
}
