/**
 * GET /v1/namespaces/{namespace}/datasets/{dataset}/export?format=jsonl|csv: all records of a dataset, streamed from
 * one snapshot of the database, so that writes that come meanwhile do not tear it.
 */

import { PassThrough } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { PostilError } from '../../errors.ts';
import { csvLines, jsonLines } from '../../transfer/export-lines.ts';
import { openSnapshot } from '../../transfer/export-pages.ts';
import type { AppOptions } from '../app.ts';

const format = z.enum(['jsonl', 'csv']).default('jsonl');

export async function exportRoute(app: FastifyInstance, { exportPool, config }: AppOptions): Promise<void> {
  app.get(
    '/v1/namespaces/:namespace/datasets/:dataset/export',
    { config: { counted: true } },
    async (request, reply) => {
      const { namespace, dataset } = request.params as { namespace: string; dataset: string };
      const wanted = format.safeParse((request.query as Record<string, unknown>)['format']);
      if (!wanted.success) {
        throw new PostilError('PN422', 'format is jsonl or csv', { hint: 'For example …/export?format=csv' });
      }
      const claims = await app.credentials.claims(request.credential);
      const snapshot = await openSnapshot(exportPool, claims, namespace, dataset);
      const lines = wanted.data === 'csv' ? csvLines(snapshot) : jsonLines(snapshot);
      reply.type(wanted.data === 'csv' ? 'text/csv; charset=utf-8' : 'application/x-ndjson; charset=utf-8');
      const body = new PassThrough();
      // It would keep its session and its snapshot, which keeps the database from vacuuming.
      reply.raw.setTimeout(config.exportStallSeconds * 1000, () => {
        body.destroy(new Error(`the reader took nothing for ${config.exportStallSeconds} s`));
      });
      // An error after the first byte can only cut the connection, which the reader sees as an incomplete answer.
      pipeline(lines, body).catch((error) => {
        request.log.warn({ err: error }, 'export ended early');
        body.destroy(error);
      });
      return reply.send(body);
    },
  );
}
