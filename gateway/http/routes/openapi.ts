/** /openapi.json: PostgREST's description of the tables and functions, with the gateway's own routes added. */
import type { FastifyInstance } from 'fastify';
import { PostilError } from '../../errors.ts';
import type { AppOptions } from '../app.ts';

type OpenApi = { paths: Record<string, unknown>; [key: string]: unknown };

export async function openapi(app: FastifyInstance, { restUrl }: AppOptions): Promise<void> {
  app.get('/openapi.json', async (request) => {
    const answer = await fetch(`${restUrl}/`, { headers: { accept: 'application/openapi+json' } }).catch(
      (error) => {
        throw new PostilError('PN503', 'PostgREST does not answer', {
          hint: 'Try again shortly.',
          cause: error,
        });
      },
    );
    if (!answer.ok) {
      throw new PostilError('PN503', 'PostgREST does not describe the schema yet', {
        hint: 'Try again shortly.',
      });
    }
    const { paths, host: _, ...rest } = (await answer.json()) as OpenApi;
    const below = Object.entries(paths).map(([path, item]) => [`/rest/v1${path}`, item]);
    return {
      ...rest,
      host: request.host,
      basePath: '/',
      schemes: [request.protocol],
      securityDefinitions: { apikey: { type: 'apiKey', in: 'header', name: 'apikey' } },
      security: [{ apikey: [] }],
      paths: { ...Object.fromEntries(below), ...ownPaths },
    };
  });
}

const parameter = (name: string, where: 'path' | 'query', more: object = {}) => ({
  name,
  in: where,
  required: where === 'path',
  type: 'string',
  ...more,
});

const plain = (summary: string, parameters: object[] = [], produces = 'application/json') => ({
  get: { summary, parameters, produces: [produces], responses: { 200: { description: 'OK' } } },
});

const ownPaths = {
  '/live': plain('200 while the process runs.'),
  '/ready': plain('200 when the database and PostgREST answer, else 503.'),
  '/metrics': plain('Prometheus metrics.', [], 'text/plain'),
  '/openapi.json': plain('This document.'),
  '/v1/namespaces/{namespace}/datasets/{dataset}/export': plain(
    'All records of a dataset with their suggestions and responses, from one snapshot, streamed.',
    [
      parameter('namespace', 'path'),
      parameter('dataset', 'path'),
      parameter('format', 'query', { enum: ['jsonl', 'csv'], default: 'jsonl' }),
    ],
    'application/x-ndjson',
  ),
};
