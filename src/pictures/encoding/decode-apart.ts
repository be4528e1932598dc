import { type ChildProcess, fork } from 'node:child_process';
import { join } from 'node:path';
import { waitingLine } from '../turns.ts';
import type { ChangedPicture, PictureChange } from './change.ts';
import { type DecodedPicture, WIDEST } from './encode.ts';

/** What a picture may cost, in seconds of work: a photo of a hundred megapixels takes a quarter of it. */
export const MOST_SECONDS = 20;

/** A picture that is decoded to a width, or one that is changed as a whole, from file to file. */
export type DecodingTask = { readonly id: number; readonly mostSeconds: number } & (
  | { readonly bytes: Uint8Array; readonly widest: number }
  | { readonly from: string; readonly to: string; readonly change: PictureChange }
);

export type DecodingAnswer = { readonly id: number } & (
  | { readonly done: DecodedPicture | ChangedPicture }
  | { readonly failed: Undecoded['why']; readonly reason: string }
);

/** A picture that cannot be decoded. `died`: the process ended over it, most likely for want of memory. */
export class Undecoded extends Error {
  override readonly name = 'Undecoded';
  readonly why: 'broken' | 'too-long' | 'died';
  /** Whether another picture was in the same process, and may have been what ended it. */
  readonly beside: boolean;
  constructor(why: Undecoded['why'], reason: string, beside = false) {
    super(reason);
    this.why = why;
    this.beside = beside;
  }
}

/** Only one picture is being decoded: that takes most of the memory, and little time. */
const alone = waitingLine(1);
/** Two may be changed, in one process: a document has many, and somebody waits for it. */
const PAIR = 2;
const inPairs = waitingLine(PAIR);

/** A process for pictures, and who waits for which of them. */
interface Worker {
  readonly changes: boolean;
  readonly process: ChildProcess;
  readonly waiting: Map<
    number,
    { readonly end: (answer: DecodingAnswer) => void; readonly fail: (error: Error) => void }
  >;
}
const workers = new Set<Worker>();
let tasks = 0;

/**
 * Decodes a picture as `decodePicture` does, in a process of its own: a drawing of one kilobyte can ask for hours of
 * work, which nothing but the end of the process stops. The process is kept for the next picture. Rejects with
 * `Undecoded` where the picture is broken, asks for more than `mostSeconds` of work, or ends the process; with the
 * error of the system where there can be no such process.
 */
export const decodeApart = (bytes: Uint8Array, mostSeconds = MOST_SECONDS, widest = WIDEST): Promise<DecodedPicture> =>
  alone(() => ask<DecodedPicture>({ id: ++tasks, mostSeconds, bytes, widest }, 1));

/**
 * Changes a picture as `changePicture` does, in another such process, with the same limits and rejections. Two at a time are
 * in it; where it had to be ended, the other one is tried once more by itself.
 */
export async function changeApart(
  from: string,
  to: string,
  change: PictureChange,
  mostSeconds = MOST_SECONDS,
): Promise<ChangedPicture> {
  const once = (most: number) => ask<ChangedPicture>({ id: ++tasks, mostSeconds, from, to, change }, most);
  try {
    return await inPairs(() => once(PAIR));
  } catch (error) {
    if (error instanceof Undecoded && error.beside) return alone(() => once(1));
    throw error;
  }
}

/** The answer is of the kind that the work asks for. @param most so many may be in one process */
function ask<Done extends DecodedPicture | ChangedPicture>(task: DecodingTask, most: number): Promise<Done> {
  const isFree = ({ changes, process, waiting }: Worker) =>
    changes === 'to' in task && process.connected && waiting.size < most;
  const worker = [...workers].find(isFree) ?? begin('to' in task);
  attach(worker, true);
  return new Promise<Done>((resolve, reject) => {
    const settle = () => {
      worker.waiting.delete(task.id);
      if (worker.waiting.size === 0) attach(worker, false);
    };
    worker.waiting.set(task.id, {
      end: (answer) => {
        settle();
        if ('done' in answer) resolve(answer.done as Done);
        else reject(new Undecoded(answer.failed, answer.reason));
      },
      fail: (error) => {
        settle();
        reject(error);
      },
    });
    worker.process.send(task);
  });
}

/**
 * The allocator of glibc gives the pixels of each photo back to the system and asks for them anew: half of the time goes
 * there. Kept, they serve the next one. Others read none of this.
 */
const KEEPS_MEMORY = { MALLOC_ARENA_MAX: '1', MALLOC_MMAP_MAX_: '0', MALLOC_TRIM_THRESHOLD_: '2000000000' };

function begin(changes: boolean): Worker {
  const child = fork(join(import.meta.dirname, 'decoding-process.ts'), {
    ...{ serialization: 'advanced', execArgv: [] },
    env: { ...process.env, ...(changes && KEEPS_MEMORY) },
  });
  const worker: Worker = { changes, process: child, waiting: new Map() };
  workers.add(worker);
  const failAll = (error: (beside: boolean) => Error, keep?: number) => {
    workers.delete(worker);
    const all = [...worker.waiting];
    for (const [id, { fail }] of all) if (id !== keep) fail(error(all.length > 1));
  };
  child.on('message', (answer: DecodingAnswer) => {
    const waiting = worker.waiting.get(answer.id);
    if (!waiting) return;
    if ('failed' in answer && answer.failed !== 'broken') {
      // Whoever stands beside it did nothing wrong.
      failAll((beside) => new Undecoded('died', '', beside), answer.id);
      child.kill('SIGKILL');
    }
    waiting.end(answer);
  });
  child.on('error', (error) => failAll(() => error));
  child.on('exit', (code, signal) => failAll((beside) => new Undecoded('died', `${code ?? signal}`, beside)));
  return worker;
}

/** Whether this process waits for the other one before it ends. */
function attach({ process: child }: Worker, waiting: boolean): void {
  const act = waiting ? 'ref' : 'unref';
  child[act]();
  child.channel?.[act]();
}
