import type { ConsentHold, Hold } from '#domain/release/hold.ts';
import { hasName } from '#domain/release/names-in-text.ts';
import { fileOfStory } from '#domain/story.ts';
import { holdWords } from '#format/hold-words.ts';
import type { ContentFiles } from '../content-files.ts';
import type { ReadStory } from '../stories/read-story.ts';

/** Line and column of the first place where a story names somebody. */
function placeOf({ story, position }: ReadStory, printed: string) {
  const lines = story.body.source.split('\n');
  const line = lines.findIndex((text) => text.includes(printed) || hasName(text, printed));
  const offset = lines.slice(0, Math.max(0, line)).join('\n').length + (line > 0 ? 1 : 0);
  return line < 0 ? { line: 1, column: 1 } : position(offset + Math.max(0, (lines[line] ?? '').indexOf(printed)));
}

function tellConsent(files: ContentFiles, read: ReadStory, hold: ConsentHold): void {
  const { story } = read;
  const file = fileOfStory(story);
  const { text, mend } = holdWords(hold, story.id);
  const told = { file, severity: 'warning', code: `consent-${hold.why}`, message: heldBack(text), mend } as const;
  const index = story.people?.indexOf(hold.printed) ?? -1;
  const inCover = story.cover?.people.includes(hold.printed) ?? false;
  if (index < 0 && !inCover) files.problems.push({ ...told, ...placeOf(read, hold.printed) });
  else files.add([{ ...told, path: index < 0 ? ['cover', 'people'] : ['people', index], found: '', expected: '' }]);
}

const heldBack = (text: string) => `${text.replace(/。$/, '')}，这一篇先不发布。`;

/**
 * Tells of a real story what its editor must mend before it can come out: consents that are missing or over, and
 * approvals that do not count any more. That a step is still to be done, or an hour to come, is no mistake.
 */
export function tellHolds(files: ContentFiles, read: ReadStory, holds: readonly Hold[]): void {
  for (const hold of holds) {
    if (hold.kind === 'consent') tellConsent(files, read, hold);
    if (hold.kind === 'review' && hold.why.length > 0) {
      const { text, mend } = holdWords(hold, read.story.id);
      const place = { file: fileOfStory(read.story), line: 1, column: 1 };
      files.problems.push({ ...place, severity: 'warning', code: 'approval-void', message: heldBack(text), mend });
    }
  }
}
