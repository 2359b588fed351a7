/** Checks of options that more than one method takes. */
import { clientError } from './errors.ts';

/** @throws PostilError BAD_OPTION unless the value is a whole number from 1 to the most that the server takes */
export function requireCount(name: string, value: number, most: number): number {
  if (Number.isInteger(value) && value >= 1 && value <= most) return value;
  throw clientError('BAD_OPTION', `${name} is a whole number from 1 to ${most}, not ${value}`);
}
