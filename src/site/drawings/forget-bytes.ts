import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

setFlagsFromString('--expose-gc');
const collect = runInNewContext('gc') as (of: { readonly type: 'minor' }) => void;

/**
 * Lets go of bytes that were used just now: the pixels of a picture, a whole typeface. They lie outside the heap, twenty
 * megabytes each, and V8, which sees a few bytes that hold them, would not collect them before there are half a gigabyte.
 */
export const forgetBytes = (): void => collect({ type: 'minor' });
