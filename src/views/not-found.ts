import { peopleOfStories } from '#domain/stories/people.ts';
import { extentWords } from '#format/status.ts';
import { storyArchive } from './archive.ts';
import { routes } from './programme.ts';
import { storiesOffered } from './stories-here.ts';

/** What a reader is offered whose address leads nowhere: stories, people where there are any, and where else to go. */
export async function notFoundView() {
  const { all, programme } = await storyArchive();
  const hasPeople = peopleOfStories(all).length > 0;
  return {
    stories: await storiesOffered(),
    search: routes.search,
    ways: [
      { text: '首页', href: routes.home },
      ...(all.length > 0 ? [{ text: `全部故事，${all.length}篇`, href: routes.stories }] : []),
      ...(hasPeople ? [{ text: '人物', href: routes.people }] : []),
      { text: '结对', href: routes.pairings },
      { text: '项目', href: routes.projects },
      { text: '进展', href: routes.progress },
      { text: `文件${extentWords(programme.document)}`, href: routes.plan },
    ],
  };
}
