/** The gateway's HTTP application, built without listening, so that it can be looked at in a test. */
import cors from '@fastify/cors';
import rateLimit from '@fastify/rate-limit';
import fastify, { type FastifyBaseLogger, type FastifyInstance, LogController } from 'fastify';
import type pg from 'pg';
import type { Logger } from 'pino';
import { PostilError } from '../errors.ts';
import type { GatewayConfig } from './config.ts';
import { makeCredentials } from './credentials.ts';
import { bodies } from './plugins/bodies.ts';
import { caller } from './plugins/caller.ts';
import { errors, refuseConnection, refusePath } from './plugins/errors.ts';
import { metrics } from './plugins/metrics.ts';
import { newRequestId, requestLog } from './plugins/request-log.ts';
import { exportRoute } from './routes/export.ts';
import { health } from './routes/health.ts';
import { openapi } from './routes/openapi.ts';
import { rest } from './routes/rest.ts';

export type AppOptions = {
  config: GatewayConfig;
  /** Sessions of the owner of the database objects. */
  pool: pg.Pool;
  /** Sessions that exports keep for as long as their readers take; apart, so that these cannot use up the others. */
  exportPool: pg.Pool;
  logger: Logger;
  restUrl: string;
  jwtSecret: string;
  postgrestAnswers: () => Promise<boolean>;
  /** Turns true when the gateway is stopping, so that load balancers go elsewhere. */
  draining: () => boolean;
};

export async function buildApp(options: AppOptions): Promise<FastifyInstance> {
  const { config, logger, pool } = options;
  const app = fastify({
    loggerInstance: logger as FastifyBaseLogger,
    logController: new LogController({ disableRequestLogging: true }), // One line per request, by our own plugin.
    genReqId: newRequestId,
    bodyLimit: config.bodyLimit,
    trustProxy: config.trustProxy,
    forceCloseConnections: 'idle',
    return503OnClosing: false, // Its body would not be one of ours.
    frameworkErrors: refusePath,
    clientErrorHandler: refuseConnection,
    routerOptions: { maxParamLength: 500 },
  });
  await app.register(errors);
  await app.register(requestLog);
  app.addHook('onRequest', async () => {
    // On connections that were open already.
    if (options.draining())
      throw new PostilError('PN503', 'Postil is stopping', { hint: 'Try again shortly.' });
  });
  await app.register(metrics);
  await app.register(bodies, { limit: config.bodyLimit });
  if (config.corsOrigins.length > 0) {
    await app.register(cors, {
      origin: config.corsOrigins,
      methods: ['GET', 'HEAD', 'POST', 'PATCH', 'PUT', 'DELETE'],
      exposedHeaders: [
        'Content-Range',
        'ETag',
        'Location',
        'X-Request-Id',
        'Retry-After',
        'X-RateLimit-Limit',
        'X-RateLimit-Remaining',
        'X-RateLimit-Reset',
      ],
    });
  }
  const credentials = makeCredentials(pool, options.jwtSecret);
  if (config.requestsPerMinute > 0) {
    await app.register(rateLimit, {
      max: config.requestsPerMinute,
      timeWindow: '1 minute',
      hook: 'onRequest', // Before the caller is looked up, which costs something.
      keyGenerator: credentials.limitKey,
      allowList: (request) => !request.routeOptions.config.counted,
    });
  }
  await app.register(caller, { credentials });
  await app.register(health, options);
  await app.register(openapi, options);
  await app.register(rest, options);
  await app.register(exportRoute, options);
  return app;
}
