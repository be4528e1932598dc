import { rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Where the workers of a run keep copies of the content that their tests share. */
export const sharedCopies = (run: number) => join(tmpdir(), `content-of-run-${run}`);

/** Removes them when the run is over: its workers are ended without a word. */
export default () => () => rmSync(sharedCopies(process.pid), { recursive: true, force: true });
