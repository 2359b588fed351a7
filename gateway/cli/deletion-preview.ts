/** What the deletion of a user would take along, as people read it. */
import { PostilError } from '../errors.ts';
import { notPostil, rpcForRows } from './api.ts';
import { linesOf, tableOf } from './output.ts';
import type { Target } from './target.ts';
import { visible } from './visible.ts';

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

/** What goes, and how long that takes. */
export function describeDeletion(preview: Preview): string {
  const { estimated_seconds, estimated_from } = preview;
  return describePreview(preview, { 'takes about': `${estimated_seconds} s (${estimated_from})` });
}

/** @param more lines to add, by their names */
export function describePreview(preview: Preview, more: Record<string, string> = {}): string {
  const { id, name, responses, datasets, memberships, api_keys, last_owner, last_admin_of } = preview;
  const columns = ['namespace', 'dataset', 'submitted', 'draft', 'discarded', 'reopens'];
  const summary = {
    'records that re-open': preview.reopens,
    memberships: memberships.map(({ namespace, role }) => `${namespace} (${role})`).join(', ') || 'none',
    'API keys': api_keys,
    ...(last_admin_of.length > 0 && { 'the last admin of': last_admin_of.join(', ') }),
    ...(last_owner && { 'the last owner': 'yes, and so cannot be deleted' }),
    ...more,
  };
  return [
    `${visible(name)} (${id}) has ${countOf(responses)}${responses > 0 ? ':' : '.'}\n\n`,
    ...(responses > 0 ? [tableOf(datasets, columns), '\n'] : []),
    linesOf(summary),
  ].join('');
}

/** @throws PostilError PN409 */
export function requireNotLast({ last_owner, name }: Preview): void {
  if (!last_owner) return;
  throw new PostilError('PN409', `${name} is the last owner, and cannot be deleted`, {
    hint: 'Make somebody else an owner first: postil user create NAME --owner',
  });
}

export function countOf(responses: number): string {
  return responses === 1 ? '1 response' : `${responses} responses`;
}
