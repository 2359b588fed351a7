/** Entries of the audit, as people read them. */
import { select } from './api.ts';
import { tableOf } from './output.ts';
import type { Target } from './target.ts';

export type Entry = {
  at: string;
  action: string;
  namespace: string | null;
  subject_id: string;
  subject_name: string | null;
  details: Record<string, unknown>;
  user_id: string | null;
  user_name: string | null;
  role: string;
};

const columns =
  'seq,at,action,namespace,subject_id,subject_name,details,user_id,user_name,api_key_id,role,request_id,function,transaction';

/**
 * The latest entries, the last of them last, as far as the caller may see them.
 * @param filter as PostgREST has it
 */
export async function fetchEntries(target: Target, limit: number, filter?: string): Promise<Entry[]> {
  const path = `audit?select=${columns}&order=seq.desc&limit=${limit}${filter ? `&${filter}` : ''}`;
  return (await select<Entry>(target, path)).reverse();
}

export function tableOfEntries(entries: Entry[]): string {
  return tableOf(entries.map(shownEntry), ['at', 'by', 'action', 'user', 'id', 'namespace', 'details']);
}

function shownEntry(entry: Entry): Record<string, unknown> {
  const { at, action, subject_name, subject_id, namespace, details, user_name, user_id, role } = entry;
  const told = Object.entries(details).map(([name, value]) => `${name} ${String(value)}`);
  return {
    at: at.replace(/\.\d+/, ''),
    by: user_name ?? user_id ?? role,
    action,
    user: subject_name,
    id: subject_id,
    namespace,
    details: told.join(', ') || null,
  };
}
