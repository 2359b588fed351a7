/** A process that claims data directories as it is told to, for claim.test.ts. */
import { PostilError } from '../../gateway/errors.ts';
import { claim, dataDirectory } from '../../gateway/stack/data-directory.ts';

let release = () => {};

process.on('message', (order: { claim?: string }) => {
  process.send?.(order.claim === undefined ? done() : tryToClaim(order.claim));
});
process.send?.('ready');

function tryToClaim(path: string): string {
  try {
    release = claim(dataDirectory(path));
    return 'mine';
  } catch (error) {
    return error instanceof PostilError ? error.code : String(error);
  }
}

function done(): string {
  release();
  release = () => {};
  return 'released';
}
