import { readForReview } from '#desk/review/story-reviews.ts';
import { approveStory } from './terminal/approve-command.ts';
import { failureWords } from './terminal/failure-words.ts';
import { runCommand } from './terminal/run-command.ts';

/** `npm run approve`: writes down who approved a story, in which step, and exactly what. */
const main = (args: readonly string[]) =>
  approveStory(args, {
    env: process.env,
    cwd: process.cwd(),
    now: () => new Date(),
    read: readForReview,
    say: (text, to) => process[to === 'out' ? 'stdout' : 'stderr'].write(`${text}\n`),
  });

await runCommand(main, (error) => {
  const untouched = '稿件没有动。签上没有，看 npm run approve -- 稿件id。';
  process.stderr.write(`${failureWords(error, { failed: '审稿命令没有做完', untouched })}\n`);
  return 1;
});
