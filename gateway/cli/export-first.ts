/** --export of commands after which the responses are gone: a file of them, before that. */
import { PostilError } from '../errors.ts';
import { filled } from './arguments.ts';
import { countOf, type Preview } from './deletion-preview.ts';
import { exportResponses } from './export-responses.ts';
import { withHint } from './hints.ts';
import { say } from './output.ts';
import type { Target } from './target.ts';

/**
 * @param preview what was shown of them
 * @param otherwise what did not happen when it fails
 * @throws PostilError when the file does not hold all that was shown
 */
export async function exportFirst(
  target: Target,
  preview: Preview,
  file: string,
  json: boolean,
  otherwise: string,
): Promise<void> {
  const { rows, bytes } = await exportResponses(target, preview.id, file).catch((error) => {
    throw withHint(error, otherwise);
  });
  if (rows !== preview.responses) {
    throw new PostilError('PN412', `${file} has ${countOf(rows)}, not ${preview.responses}`, {
      hint: `They answered, or took something back, meanwhile. ${otherwise} Run it again.`,
    });
  }
  if (!json) say(`${file}: ${countOf(rows)}, ${bytes} bytes`);
}

/** Parses --export. */
export function exportFile(text: string): string {
  if (filled('--export')(text) !== '-') return text;
  throw new PostilError('BAD_ARGUMENT', '--export needs a file', {
    hint: 'To standard output: postil user export',
  });
}
