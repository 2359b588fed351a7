/**
 * What right statuses cost: bulk inserts of submitted responses with the trigger that counts them, against the same
 * statements on the same tables with that trigger disabled. Everything else stays in both.
 */
import { type Bench, compare, type Line } from './measure.ts';
import { answersPerRecord, insertResponses, prepareResponses, rows } from './responses.ts';
import { withServer } from './server.ts';

const rounds = 7;

const wanted = [
  { batch: 1_000, least: '≥ 0.75' },
  { batch: 10_000, least: '≥ 0.80' },
];

export const benchStatus: Bench = (say) =>
  withServer(async (server) => {
    say(`making ${rows} records`);
    const client = await prepareResponses(server.databaseUrl);
    try {
      const lines: Line[] = [];
      for (const answers of answersPerRecord) {
        for (const { batch, least } of wanted) {
          const what = `insert of responses, ${batch} a statement, ${answers} to each record`;
          say(`${what}: ${rounds} rounds of ${rows} rows with and without the trigger`);
          const measured = await compare(
            rounds,
            () => insertResponses(client, answers, batch),
            () => insertResponses(client, answers, batch, '20_count_submitted_on_insert'),
          );
          lines.push({ what, ...measured, unit: 'rows/s', least });
        }
      }
      return lines;
    } finally {
      await client.end();
    }
  });
