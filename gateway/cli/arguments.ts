/** Parsers for arguments and options: they refuse what cannot be meant, before anything is asked of a server. */
import { PostilError } from '../errors.ts';

/** @param what the argument's name, as the error is to say it */
export function filled(what: string): (text: string) => string {
  return (text) => {
    if (text !== '') return text;
    throw new PostilError('BAD_ARGUMENT', `${what} is empty`, {
      hint: 'Does it come from a variable of the shell that is not set?',
    });
  };
}

/** The key of something that exists. It may become part of a path, where .. would lead elsewhere. */
export function key(what: string): (text: string) => string {
  return (text) => {
    if (/^\w/.test(filled(what)(text))) return text;
    throw new PostilError('BAD_ARGUMENT', `${what} is no key: ${text}`, {
      hint: 'A key has letters, digits, _ . - ; at most 63, the first a letter or digit.',
    });
  };
}
