/** /live: the process runs. /ready: it can serve, which takes a database and a PostgREST that answer now. */
import type { FastifyInstance } from 'fastify';
import { PostilError } from '../../errors.ts';
import type { AppOptions } from '../app.ts';

export async function health(
  app: FastifyInstance,
  { pool, postgrestAnswers, draining }: AppOptions,
): Promise<void> {
  app.get('/live', async () => ({ status: 'live' }));

  app.get('/ready', async () => {
    const [database, postgrest] = await Promise.all([
      answers(() => pool.query('select')),
      answers(postgrestAnswers),
    ]);
    const parts = { database, postgrest, gateway: !draining() };
    const down = Object.entries(parts)
      .filter(([, up]) => !up)
      .map(([name]) => name);
    if (down.length > 0) {
      throw new PostilError(
        'PN503',
        draining() ? 'Postil is stopping' : `not ready: ${down.join(' and ')} not answering`,
        {
          details: Object.entries(parts)
            .map(([name, up]) => `${name} ${up ? 'up' : 'down'}`)
            .join(', '),
          hint: draining() ? null : 'What Postil itself runs is being restarted; ask again shortly.',
        },
      );
    }
    return { status: 'ready' };
  });
}

async function answers(ask: () => Promise<unknown>): Promise<boolean> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<boolean>((resolve) => {
    timer = setTimeout(() => resolve(false), 2_000);
  });
  const answer = ask().then(
    (value) => value !== false,
    () => false,
  );
  return Promise.race([answer, late]).finally(() => clearTimeout(timer));
}
