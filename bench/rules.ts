/**
 * What valid answers cost: bulk inserts of responses to two questions, with the trigger that checks them, against the
 * same statements with that trigger disabled; and with all triggers, against none.
 */
import { type Bench, compare, type Line } from './measure.ts';
import { insertResponses, prepareResponses, rows } from './responses.ts';
import { withServer } from './server.ts';

const rounds = 7;
const batch = 10_000;
const answers = 3;

const wanted = [
  { what: 'without the check', without: '10_refuse_invalid_responses_on_insert', least: '≥ 0.70' },
  { what: 'without any trigger', without: 'user', least: '≥ 0.50' },
];

export const benchRules: Bench = (say) =>
  withServer(async (server) => {
    say(`making ${rows} records`);
    const client = await prepareResponses(server.databaseUrl);
    try {
      const lines: Line[] = [];
      for (const { what, without, least } of wanted) {
        say(`${rounds} rounds of ${rows} rows with all triggers and ${what}`);
        const measured = await compare(
          rounds,
          () => insertResponses(client, answers, batch),
          () => insertResponses(client, answers, batch, without),
        );
        lines.push({
          what: `insert of responses, two questions, ${batch} a statement; limit: ${what}`,
          ...measured,
          unit: 'rows/s',
          least,
        });
      }
      return lines;
    } finally {
      await client.end();
    }
  });
