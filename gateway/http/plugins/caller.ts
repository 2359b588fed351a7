/** Puts the caller's credential on the request, for the routes that ask for it with `config: { counted: true }`. */
import plugin from 'fastify-plugin';
import type { Credential, Credentials } from '../credentials.ts';

declare module 'fastify' {
  interface FastifyRequest {
    credential: Credential;
  }
  interface FastifyInstance {
    credentials: Credentials;
  }
  interface FastifyContextConfig {
    /** The route acts for a caller: credentials are resolved, and requests count towards the rate limit. */
    counted?: boolean;
  }
}

const nobody: Credential = { token: undefined };

export const caller = plugin<{ credentials: Credentials }>(async (app, { credentials }) => {
  app.decorate('credentials', credentials);
  app.decorateRequest('credential');
  // After the onRequest hook of the rate limit, which a route has and which the application's own would come before.
  app.addHook('preParsing', async (request) => {
    request.credential = request.routeOptions.config.counted ? await credentials.resolve(request) : nobody;
  });
});
