/**
 * Splits a stream of bytes at line feeds, and only there: U+2028 may stand inside a JSON string, where Node's readline
 * would split.
 */

import { PostilError } from '../errors.ts';

const longestLine = 16 * 1024 * 1024;

/**
 * @returns each line with its number from 1; `text` is undefined where the bytes are not UTF-8
 * @throws PostilError BAD_FILE when a line is longer than 16 MiB, which is no file of lines
 */
export async function* readLines(
  input: AsyncIterable<Buffer>,
): AsyncGenerator<{ line: number; text: string | undefined }> {
  let line = 0;
  let rest: Buffer[] = [];
  let held = 0;
  const finish = (bytes: Buffer) => {
    line += 1;
    const text = decode(bytes);
    return { line, text: line === 1 ? text?.replace(/^\uFEFF/, '') : text };
  };
  for await (const chunk of input) {
    let start = 0;
    for (let end = chunk.indexOf(10); end >= 0; end = chunk.indexOf(10, start)) {
      yield finish(
        rest.length === 0 ? chunk.subarray(start, end) : Buffer.concat([...rest, chunk.subarray(start, end)]),
      );
      rest = [];
      held = 0;
      start = end + 1;
    }
    if (start < chunk.length) {
      rest.push(chunk.subarray(start));
      held += chunk.length - start;
      if (held > longestLine) {
        throw new PostilError('BAD_FILE', `line ${line + 1} is longer than 16 MiB`, {
          hint: 'Is it JSONL, one record to a line? CSV is told by the name of the file, or by --format csv.',
        });
      }
    }
  }
  if (held > 0) yield finish(Buffer.concat(rest));
}

const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

function decode(bytes: Buffer): string | undefined {
  try {
    const text = decoder.decode(bytes);
    return text.endsWith('\r') ? text.slice(0, -1) : text;
  } catch {
    return undefined;
  }
}
