import { approveStory } from './lib/approvals/approve-command.ts';
import { readForReview } from './lib/review/story-reviews.ts';

/** `npm run approve`: writes down who approved a story, in which step, and exactly what. */
process.exitCode = approveStory(process.argv.slice(2), {
  env: process.env,
  cwd: process.cwd(),
  now: () => new Date(),
  read: readForReview,
  say: (text, to) => process[to === 'out' ? 'stdout' : 'stderr'].write(`${text}\n`),
});
