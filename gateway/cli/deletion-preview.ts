/** What the deletion of a user would take along, as people read it. */
import { notPostil, rpcForRows } from './api.ts';
import { linesOf, tableOf } from './output.ts';
import type { Target } from './target.ts';

export type Preview = {
  id: string;
  name: string;
  responses: number;
  submitted: number;
  draft: number;
  discarded: number;
  reopens: number;
  datasets: {
    namespace: string;
    dataset: string;
    submitted: number;
    draft: number;
    discarded: number;
    reopens: number;
  }[];
  memberships: { namespace: string; role: string }[];
  api_keys: number;
  last_owner: boolean;
  last_admin_of: string[];
  estimated_seconds: number;
  estimated_from: string;
};

/** @throws PostilError PN404 when there is no such user, PN403 for those who are no owners */
export async function fetchPreview(target: Target, userId: string): Promise<Preview> {
  const [preview] = await rpcForRows<Preview>(target, 'user_deletion_preview', { user_id: userId });
  if (preview) return preview;
  throw notPostil(200, '[]');
}

export function describePreview(preview: Preview): string {
  const { id, name, responses, datasets, memberships, api_keys, last_owner, last_admin_of } = preview;
  const columns = ['namespace', 'dataset', 'submitted', 'draft', 'discarded', 'reopens'];
  const summary = {
    'records that re-open': preview.reopens,
    memberships: memberships.map(({ namespace, role }) => `${namespace} (${role})`).join(', ') || 'none',
    'API keys': api_keys,
    ...(last_admin_of.length > 0 && { 'the last admin of': last_admin_of.join(', ') }),
    ...(last_owner && { 'the last owner': 'yes, and so cannot be deleted' }),
    'takes about': `${preview.estimated_seconds} s (${preview.estimated_from})`,
  };
  return [
    `${name} (${id}) has ${countOf(responses)}${responses > 0 ? ':' : '.'}\n\n`,
    ...(responses > 0 ? [tableOf(datasets, columns), '\n'] : []),
    linesOf(summary),
  ].join('');
}

export function countOf(responses: number): string {
  return responses === 1 ? '1 response' : `${responses} responses`;
}
