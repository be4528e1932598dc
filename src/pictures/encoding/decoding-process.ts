import { changePicture } from './change.ts';
import type { DecodingAnswer, DecodingTask } from './decode-apart.ts';

/**
 * The process that decodes pictures for another one, see `decodeApart`. What it does with a picture is counted as its
 * own time on the processor: a busy machine makes nothing take longer. It never outlives the one it works for.
 */

/** How often the work is looked at, in milliseconds. */
const LOOK = 100;

const answer = (told: DecodingAnswer) => process.send?.(told);

/** What each picture that is worked on may still cost, in microseconds. */
const left = new Map<number, number>();

let spent = 0;
function look(): void {
  const { user, system } = process.cpuUsage();
  const each = (user + system - spent) / Math.max(1, left.size);
  spent = user + system;
  for (const [id, rest] of left) {
    left.set(id, rest - each);
    // The program that draws cannot be stopped; whoever hears this ends the whole process.
    if (rest - each < 0) answer({ id, failed: 'too-long', reason: '' });
  }
}

let watch: NodeJS.Timeout | undefined;
async function work(task: DecodingTask): Promise<void> {
  const { id, mostSeconds } = task;
  look();
  left.set(id, mostSeconds * 1e6);
  watch ??= setInterval(look, LOOK);
  try {
    if ('to' in task) answer({ id, done: await changePicture(task.from, task.to, task.change) });
    else {
      // What draws and decodes for the site loads more than what only changes photos needs.
      const { decodePicture } = await import('./encode.ts');
      answer({ id, done: await decodePicture(task.bytes, task.widest) });
    }
  } catch (error) {
    answer({ id, failed: 'broken', reason: error instanceof Error ? error.message : String(error) });
  } finally {
    left.delete(id);
    look();
    if (left.size === 0) {
      clearInterval(watch);
      watch = undefined;
    }
  }
}

process.on('message', work);
// An ordinary end would wait for the picture.
process.on('disconnect', () => process.kill(process.pid, 'SIGKILL'));
