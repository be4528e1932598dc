import { type ChildProcess, fork } from 'node:child_process';
import { join } from 'node:path';
import { waitingLine } from '../turns.ts';
import type { ChangedPicture, PictureChange } from './change.ts';
import { type DecodedPicture, WIDEST } from './encode.ts';

/** What a picture may cost, in seconds of work: a photo of a hundred megapixels takes a quarter of it. */
export const MOST_SECONDS = 20;

/** `work`: to which width it is decoded, or what is changed in it as a whole. */
export interface DecodingTask {
  readonly bytes: Uint8Array;
  readonly mostSeconds: number;
  readonly work: number | PictureChange;
}

export type DecodingAnswer =
  | { readonly done: DecodedPicture | ChangedPicture }
  | { readonly failed: Undecoded['why']; readonly reason: string };

/** A picture that cannot be decoded. `died`: the process ended over it, most likely for want of memory. */
export class Undecoded extends Error {
  override readonly name = 'Undecoded';
  readonly why: 'broken' | 'too-long' | 'died';
  constructor(why: Undecoded['why'], reason: string) {
    super(reason);
    this.why = why;
  }
}

/** Only one picture is being decoded: that takes most of the memory, and little time. */
const alone = waitingLine(1);
/** Two may be changed: a document has many, and somebody waits for it. */
const inPairs = waitingLine(2);
const idle: ChildProcess[] = [];

/**
 * Decodes a picture as `decodePicture` does, in a process of its own: a drawing of one kilobyte can ask for hours of
 * work, which nothing but the end of the process stops. The process is kept for the next picture. Rejects with
 * `Undecoded` where the picture is broken, asks for more than `mostSeconds` of work, or ends the process; with the
 * error of the system where there can be no such process.
 */
export const decodeApart = (bytes: Uint8Array, mostSeconds = MOST_SECONDS, widest = WIDEST): Promise<DecodedPicture> =>
  alone(() => ask<DecodedPicture>({ bytes, mostSeconds, work: widest }));

/** Changes a picture as `changePicture` does, in the same process, with the same limits and rejections. */
export const changeApart = (
  bytes: Uint8Array,
  change: PictureChange,
  mostSeconds = MOST_SECONDS,
): Promise<ChangedPicture> => inPairs(() => ask<ChangedPicture>({ bytes, mostSeconds, work: change }));

/** The answer is of the kind that the work asks for. */
function ask<Done extends DecodedPicture | ChangedPicture>(task: DecodingTask): Promise<Done> {
  const kept = idle.pop();
  const worker = kept?.connected ? kept : begin();
  attach(worker, true);
  return new Promise<Done>((resolve, reject) => {
    const end = (settle: () => void, keep: boolean) => {
      for (const event of ['message', 'error', 'exit']) worker.removeAllListeners(event);
      // A process that is being ended may still have something to say of it.
      worker.on('error', () => {});
      attach(worker, false);
      if (keep) idle.push(worker);
      else worker.kill('SIGKILL');
      settle();
    };
    worker.on('message', (answer: DecodingAnswer) => {
      if ('done' in answer) end(() => resolve(answer.done as Done), true);
      else end(() => reject(new Undecoded(answer.failed, answer.reason)), answer.failed === 'broken');
    });
    worker.on('error', (error) => end(() => reject(error), false));
    worker.on('exit', (code, signal) => end(() => reject(new Undecoded('died', `${code ?? signal}`)), false));
    worker.send(task);
  });
}

const begin = () => fork(join(import.meta.dirname, 'decoding-process.ts'), { serialization: 'advanced', execArgv: [] });

/** Whether this process waits for the other one before it ends. */
function attach(worker: ChildProcess, waiting: boolean): void {
  const act = waiting ? 'ref' : 'unref';
  worker[act]();
  worker.channel?.[act]();
}
