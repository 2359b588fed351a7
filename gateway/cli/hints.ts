/** What to do, where an error does not say it. */
import { PostilError } from '../errors.ts';

/** The error with one more line of hint; anything that is no PostilError as it is. */
export function withHint(error: unknown, line: string): unknown {
  if (!(error instanceof PostilError)) return error;
  const { code, message, details, hint, exitCode } = error;
  return new PostilError(code, message, {
    details,
    hint: hint === null ? line : `${hint}\n${line}`,
    exitCode,
    cause: error,
  });
}

/** PostgreSQL says which constraint was broken. Ours are named as the rules that they are. */
export function hintFor(code: string, message: string): string | null {
  const rule = [...message.matchAll(/"([a-z0-9]+(?:_[a-z0-9]+){2,})"/g)].at(-1)?.[1];
  if (/^23/.test(code) && rule !== undefined) return `The rule: ${rule.replaceAll('_', ' ')}.`;
  return hints[code] ?? null;
}

const hints: Record<string, string> = {
  '23502': 'Give it a value; it may not be left out or null.',
  '42501': 'docs/roles.md says which role may. POSTIL_API_KEY says who you are.',
};
