import { changePicture } from './change.ts';
import type { DecodingAnswer, DecodingTask } from './decode-apart.ts';
import { decodePicture } from './encode.ts';

/**
 * The process that decodes pictures for another one, see `decodeApart`. What it does with a picture is counted as its
 * own time on the processor: a busy machine makes nothing take longer. It never outlives the one it works for.
 */

/** How often the work is looked at, in milliseconds. */
const LOOK = 100;

const answer = (told: DecodingAnswer) => process.send?.(told);

async function decode({ bytes, mostSeconds, work }: DecodingTask): Promise<void> {
  const before = process.cpuUsage();
  const watch = setInterval(() => {
    const { user, system } = process.cpuUsage(before);
    // The program that draws cannot be stopped; whoever hears this ends the whole process.
    if (user + system > mostSeconds * 1e6) answer({ failed: 'too-long', reason: '' });
  }, LOOK);
  try {
    answer({ done: await (typeof work === 'number' ? decodePicture(bytes, work) : changePicture(bytes, work)) });
  } catch (error) {
    answer({ failed: 'broken', reason: error instanceof Error ? error.message : String(error) });
  } finally {
    clearInterval(watch);
  }
}

process.on('message', decode);
// An ordinary end would wait for the picture.
process.on('disconnect', () => process.kill(process.pid, 'SIGKILL'));
