/** Users may be named by name or by id on the command line. */
import { PostilError } from '../errors.ts';
import { select } from './api.ts';
import type { Target } from './target.ts';

const uuid = /^[0-9a-f]{8}-([0-9a-f]{4}-){3}[0-9a-f]{12}$/i;

export function isId(text: string): boolean {
  return uuid.test(text);
}

/** @throws PostilError PN404 when the caller sees no such user */
export async function findUserId(target: Target, nameOrId: string): Promise<string> {
  // Digits, letters and hyphens only: nothing to quote within or=().
  const filter = isId(nameOrId)
    ? `or=(id.eq.${nameOrId},name.eq.${nameOrId})`
    : `name=eq.${encodeURIComponent(nameOrId)}`;
  const found = await select<{ id: string }>(target, `users?select=id&${filter}`);
  // Whose id it is comes before whose name. Of one who is gone, or not to be seen, only the id is known.
  const id = found.find((user) => user.id === nameOrId.toLowerCase())?.id ?? found[0]?.id;
  if (id !== undefined) return id;
  if (isId(nameOrId)) return nameOrId;
  throw new PostilError('PN404', `there is no user ${nameOrId}`, {
    hint: 'List them: postil user list. An admin who does not see a user may still name them by id.',
  });
}

/** @throws PostilError BAD_ARGUMENT unless it is the id of a user: one who is gone has no name any more */
export function requireId(text: string): string {
  if (isId(text)) return text;
  throw new PostilError('BAD_ARGUMENT', `the id is not one of a user: ${text}`, {
    hint: 'postil audit shows the ids of users who were deleted.',
  });
}
