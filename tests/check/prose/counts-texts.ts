import type { StoryProse } from '#check/prose/prose.ts';
import { contentWithStories, realProgramme } from '../../domain/real-programme.ts';
import { proseOf } from './prose-of.ts';

/** Every text of the notice: clauses, titles of the tables, their rows and notes. */
export function noticeTexts(): string[] {
  const { passages, content } = realProgramme();
  return [...[...passages.values()].map((p) => p.text), content.document.title, content.document.plan_title];
}

/** The stories that are there, samples too: title, then their prose. Values that the site puts in are missing. */
export function explainers(): [string, StoryProse][] {
  return contentWithStories(true).stories.map((story) => [
    story.title,
    proseOf(
      { text: story.title, part: 'title' },
      { text: story.subtitle ?? '', part: 'subtitle' },
      { text: story.summary, part: 'summary' },
      ...story.body.text.split('\n'),
    ),
  ]);
}
